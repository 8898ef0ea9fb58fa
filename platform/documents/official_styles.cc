// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_styles.h"

#include "platform/documents/official_fonts.h"
#include "platform/documents/official_rules.h"
#include "platform/documents/word_text.h"

#include <array>

namespace xieshang::documents {
namespace {

// What a style adds to that of the text: 仿宋, 3号, both edges even, no indent.
struct StyleRow {
    std::string_view id;
    std::string_view words;        // for people
    std::string_view of_paragraph; // in the schema's order
    std::string_view han;          // font; empty: 仿宋
    int half_points = 32;          // 3号
    std::string_view of_run = {};  // more
};

constexpr std::string_view two_in = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/>";
constexpr std::string_view red = "<w:color w:val=\"FF0000\"/>";
constexpr std::string_view in_middle = "<w:jc w:val=\"center\"/>";
constexpr std::string_view at_left = "<w:jc w:val=\"left\"/>";
constexpr std::string_view at_right = "<w:jc w:val=\"right\"/>";
constexpr std::string_view of_cells =
    "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"400\" w:lineRule=\"atLeast\"/>"
    "<w:jc w:val=\"left\"/>";
constexpr std::string_view of_imprint = // 左右各空一字
    "<w:ind w:left=\"276\" w:right=\"276\"/><w:jc w:val=\"left\"/>";

constexpr std::array<StyleRow, 36> style_rows{{
    {styles::gap, "间隔",
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", {}, 2},
    {styles::mark, "发文机关标志", "<w:snapToGrid w:val=\"0\"/><w:jc w:val=\"center\"/>",
        fonts::xiaobiaosong, 84, red},
    {styles::copy_number, "份号", at_left, {}},
    {styles::secrecy, "密级和保密期限", at_left, fonts::heiti},
    {styles::urgency, "紧急程度", at_left, fonts::heiti},
    {styles::number, "发文字号", in_middle, {}},
    {styles::signers, "签发人", at_left, {}},
    {styles::rule, "红色分隔线",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"FF0000\"/></w:pBdr>"
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"143\" w:lineRule=\"exact\"/>",
        {}, 2},
    {styles::title, "公文标题", "<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:jc w:val=\"center\"/>",
        fonts::xiaobiaosong, 44},
    {styles::addressees, "主送机关", at_left, {}},
    {"XsHeading1", "一级标题",
        "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/><w:outlineLvl "
        "w:val=\"0\"/>",
        fonts::heiti},
    {"XsHeading2", "二级标题",
        "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/><w:outlineLvl "
        "w:val=\"1\"/>",
        fonts::kaiti},
    {"XsHeading3", "三级标题",
        "<w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/><w:outlineLvl w:val=\"2\"/>", {}},
    {"XsHeading4", "四级标题",
        "<w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/><w:outlineLvl w:val=\"3\"/>", {}},
    {styles::indented, "正文", two_in, {}},
    {styles::flush, "顶格正文", "", {}},
    {styles::centred, "居中正文", in_middle, {}},
    {styles::right, "居右正文", at_right, {}},
    {styles::item, "条目", two_in, {}},
    {styles::numbered_item, "编号条目", two_in, {}},
    {styles::caption, "表题", "<w:keepNext/><w:jc w:val=\"center\"/>", fonts::heiti},
    {styles::cell, "表格文字", of_cells, {}, 28},
    {styles::head_cell, "表头文字", of_cells, fonts::heiti, 28},
    {styles::figure, "图",
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>"
        "<w:jc w:val=\"center\"/>",
        {}},
    {styles::figure_caption, "图题", in_middle, fonts::heiti},
    {styles::annex_list, "附件说明", at_left, {}},
    {styles::signature, "署名", "<w:keepNext/><w:jc w:val=\"right\"/>", {}},
    {styles::sealed_signature, "署名（加盖印章）", "<w:keepNext/><w:jc w:val=\"center\"/>", {}},
    {styles::date, "成文日期", at_right, {}},
    {styles::sealed_date, "成文日期（加盖印章）", at_right, {}},
    {styles::note, "附注", two_in, {}},
    {styles::presence, "出席请假列席", at_left, {}},
    {styles::annex_mark, "附件标记", "<w:keepNext/><w:pageBreakBefore/><w:jc w:val=\"left\"/>",
        fonts::heiti},
    {styles::annex_title, "附件标题",
        "<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:jc w:val=\"center\"/>", fonts::xiaobiaosong,
        44},
    {styles::copies, "抄送机关", "<w:ind w:left=\"1103\" w:right=\"276\" w:hanging=\"827\"/>", {},
        28},
    {styles::printed, "印发机关和印发日期", of_imprint, {}, 28},
}};

std::string fonts_of(std::string_view han)
{
    const std::string latin(fonts::latin);
    return "<w:rFonts w:ascii=\"" + latin + "\" w:hAnsi=\"" + latin + "\" w:eastAsia=\""
        + std::string(han) + "\" w:cs=\"" + latin + "\"/>";
}

std::string size_of(int half_points)
{
    const auto size = std::to_string(half_points);
    return "<w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" + size + "\"/>";
}

std::string opened(std::string_view type, std::string_view id, std::string_view words)
{
    return "<w:style w:type=\"" + std::string(type) + "\" w:customStyle=\"1\" w:styleId=\""
        + std::string(id) + "\"><w:name w:val=\"" + std::string(id) + "\"/><w:aliases w:val=\""
        + std::string(words) + "\"/>";
}

std::string style_of(const StyleRow& row)
{
    return opened("paragraph", row.id, row.words) + "<w:basedOn w:val=\"Normal\"/><w:qFormat/>"
        + "<w:pPr>" + std::string(row.of_paragraph) + "</w:pPr><w:rPr>"
        + (row.han.empty() ? "" : fonts_of(row.han)) + std::string(row.of_run)
        + (row.half_points == 32 ? "" : size_of(row.half_points)) + "</w:rPr></w:style>";
}

std::string character_style(std::string_view id, std::string_view words, std::string_view han)
{
    return opened("character", id, words) + "<w:qFormat/><w:rPr>"
        + (han.empty() ? "" : fonts_of(han)) + "</w:rPr></w:style>";
}

std::string page_number_style()
{
    const std::string song(fonts::songti);
    return opened("paragraph", styles::page_number, "页码")
        + "<w:basedOn w:val=\"Normal\"/><w:pPr><w:snapToGrid w:val=\"0\"/>"
          "<w:spacing w:line=\"400\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/></w:pPr>"
          "<w:rPr><w:rFonts w:ascii=\""
        + song + "\" w:hAnsi=\"" + song + "\" w:eastAsia=\"" + song + "\"/>" + size_of(28)
        + "</w:rPr></w:style>";
}

// Each character stands a quarter of a point nearer to the next than its size: 28 of them fill 156
// mm. A grid of characters in the section would say the same, but LibreOffice then gives one that
// is larger than its cell two cells.
std::string defaults()
{
    return "<w:docDefaults><w:rPrDefault><w:rPr>" + fonts_of(fonts::fangsong) + size_of(32)
        + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
          "<w:pPrDefault/></w:docDefaults>"
          "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
          "<w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/>"
          "<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>"
          "<w:spacing w:line=\""
        + std::to_string(line_height)
        + "\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr><w:rPr>"
        + fonts_of(fonts::fangsong) + "<w:spacing w:val=\"-5\"/>" + size_of(32)
        + "</w:rPr></w:style>"
          "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
          "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
          "<w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/>"
          "</w:tblCellMar></w:tblPr></w:style>";
}

std::string all_styles()
{
    std::string xml = std::string(xml_declaration) + "<w:styles " + std::string(word_namespaces)
        + ">" + defaults();
    for (const auto& row : style_rows) {
        xml += style_of(row);
    }
    return xml + page_number_style() + character_style(styles::strong, "强调", fonts::heiti)
        + character_style(styles::plain, "标题后正文", fonts::fangsong)
        + character_style(styles::number_words, "发文字号文字", fonts::fangsong)
        + character_style(styles::signer, "签发人姓名", fonts::kaiti)
        + character_style(styles::label, "纪要标签", fonts::heiti) + "</w:styles>";
}

std::string all_fonts()
{
    std::string xml =
        std::string(xml_declaration) + "<w:fonts " + std::string(word_namespaces) + ">";
    for (const auto& font : fonts::stand_ins) {
        const bool is_latin = font.font == fonts::latin;
        xml += "<w:font w:name=\"" + std::string(font.font) + "\"><w:altName w:val=\""
            + std::string(font.on_windows) + "\"/><w:charset w:val=\"" + (is_latin ? "00" : "86")
            + "\"/></w:font>";
    }
    return xml + "</w:fonts>";
}

} // namespace

std::string han_fonts(std::string_view han_font)
{
    const std::string font(han_font);
    return "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"" + font + "\" w:hAnsi=\"" + font
        + "\" w:eastAsia=\"" + font + "\"/>";
}

const std::string& styles_xml()
{
    static const std::string xml = all_styles();
    return xml;
}

const std::string& font_table_xml()
{
    static const std::string xml = all_fonts();
    return xml;
}

} // namespace xieshang::documents
