// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_blocks.h"

#include "platform/documents/official_fonts.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/official_tidy.h"
#include "platform/documents/picture_header.h"

#include <algorithm>
#include <fmt/format.h>

namespace xieshang::documents {
namespace {

constexpr std::string_view keep_with_next = "<w:keepNext/>";
constexpr int emus_a_hundredth = 360; // English metric units in 0.01 mm

std::string_view font_of_level(int level)
{
    return level == 1 ? fonts::heiti : level == 2 ? fonts::kaiti : fonts::fangsong;
}

std::string_view style_of_placing(Placing placing)
{
    switch (placing) {
    case Placing::indented:
        return styles::indented;
    case Placing::flush:
        return styles::flush;
    case Placing::centred:
        return styles::centred;
    case Placing::right:
        return styles::right;
    }
    return styles::indented;
}

std::string_view placed_in_cell(Placing placing)
{
    switch (placing) {
    case Placing::indented:
        return R"(<w:ind w:firstLineChars="200" w:firstLine="560"/>)";
    case Placing::flush:
        return "";
    case Placing::centred:
        return R"(<w:jc w:val="center"/>)";
    case Placing::right:
        return R"(<w:jc w:val="right"/>)";
    }
    return "";
}

std::string table_properties(const OfficialTable& table)
{
    std::string xml = fmt::format(R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/>)"
                                  R"(<w:tblBorders>)",
        table_width(table.landscape));
    for (const auto* const edge : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
        xml += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="auto"/>)", edge);
    }
    xml += R"(</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>)";
    for (const auto share : table.shares) {
        xml += fmt::format(R"(<w:gridCol w:w="{}"/>)", static_cast<int>(share));
    }
    return xml + "</w:tblGrid>";
}

// An inline picture (ISO/IEC 29500-1, 20.4.2.8).
constexpr std::string_view picture_xml =
    R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">)"
    R"(<wp:extent cx="{0}" cy="{1}"/><wp:docPr id="{2}" name="{3}" descr="{4}"/>)"
    R"(<a:graphic><a:graphicData )"
    R"(uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>)"
    R"(<pic:cNvPr id="{2}" name="{3}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>)"
    R"(<a:blip r:embed="{5}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>)"
    R"(<a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/></a:xfrm>)"
    R"(<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>)"
    R"(</a:graphic></wp:inline></w:drawing></w:r>)";

} // namespace

base::Result<void> OfficialBlocks::write(const Blocks& blocks, bool keeps_last)
{
    for (const auto& block : blocks) {
        const bool keeps = keeps_last && &block == &blocks.back();
        CHECK(std::visit(
            [&](const auto& one) { return write(one, keeps ? keep_with_next : ""); }, block));
    }
    return {};
}

base::Result<void> OfficialBlocks::write(const Heading& heading, std::string_view keep)
{
    sections_.begin(false);
    const auto font = font_of_level(heading.level);
    out_.begin_paragraph(std::string(styles::heading) + std::to_string(heading.level), keep);
    out_.run(heading.text, font);
    out_.runs(heading.rest, fonts::fangsong, styles::plain);
    out_.end_paragraph();
    return {};
}

base::Result<void> OfficialBlocks::write(const Paragraph& paragraph, std::string_view keep)
{
    sections_.begin(false);
    out_.begin_paragraph(style_of_placing(paragraph.placing), keep);
    out_.runs(paragraph.runs, fonts::fangsong);
    out_.end_paragraph();
    return {};
}

base::Result<void> OfficialBlocks::write(const ListOf& list, std::string_view keep)
{
    sections_.begin(false);
    lists_ += list.numbered ? 1 : 0;
    const auto mark = list.numbered
        ? fmt::format(R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>)", lists_)
        : std::string();
    for (const auto& item : list.items) {
        const bool is_last = &item == &list.items.back();
        out_.begin_paragraph(list.numbered ? styles::numbered_item : styles::item,
            (is_last ? std::string(keep) : "") + mark);
        out_.runs(item, fonts::fangsong);
        out_.end_paragraph();
    }
    return {};
}

base::Result<void> OfficialBlocks::write(const OfficialTable& table, std::string_view /*keep*/)
{
    ++tables_;
    if (table.shares.size() > most_official_columns) {
        return base::refuse("documents.official_table_wide",
            {{"table", std::to_string(tables_)}, {"columns", std::to_string(table.shares.size())},
                {"most", std::to_string(most_official_columns)}});
    }
    sections_.begin(table.landscape);
    if (!table.caption.empty()) {
        out_.paragraph(styles::caption, fonts::heiti, table.caption);
    }
    out_.raw(table_properties(table));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        write_row(table, table.rows[i], i < table.heads);
    }
    out_.raw("</w:tbl>");
    out_.space(20); // else two tables were one
    return {};
}

void OfficialBlocks::write_row(const OfficialTable& table, const OfficialRow& row, bool is_head)
{
    out_.raw(is_head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
                     : "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    auto column = table.shares.begin();
    for (const auto& cell : row.cells) {
        double width = 0;
        for (int i = 0; i < cell.columns; ++i) {
            width += *column++;
        }
        write_cell(cell, static_cast<int>(width), is_head);
    }
    out_.raw("</w:tr>");
}

void OfficialBlocks::write_cell(const Cell& cell, int width, bool is_head)
{
    out_.raw(fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)", width));
    if (cell.columns > 1) {
        out_.raw(fmt::format(R"(<w:gridSpan w:val="{}"/>)", cell.columns));
    }
    out_.raw(R"(<w:vAlign w:val="center"/></w:tcPr>)");
    out_.begin_paragraph(is_head ? styles::head_cell : styles::cell, placed_in_cell(cell.placing));
    out_.runs(cell.runs, is_head ? fonts::heiti : fonts::fangsong);
    out_.end_paragraph();
    out_.raw("</w:tc>");
}

base::Result<void> OfficialBlocks::write(const Figure& figure, std::string_view /*keep*/)
{
    const auto number = std::to_string(++figures_);
    const auto header = picture_header(figure.bytes);
    if (!header) {
        return base::refuse("documents.official_picture_kind", {{"figure", number}});
    }
    if (std::uint64_t{header->width} * header->height > most_picture_pixels) {
        return base::refuse("documents.official_picture_large",
            {{"figure", number}, {"width", std::to_string(header->width)},
                {"height", std::to_string(header->height)},
                {"most", std::to_string(most_picture_pixels / 1'000'000)}});
    }
    sections_.begin(false);
    const bool is_png = header->format == PictureFormat::png;
    const auto& picture = pictures_.emplace_back(WordPicture{"rIdPicture" + number,
        "media/picture" + number + (is_png ? ".png" : ".jpg"), figure.bytes});
    const auto size = figure_size(figure);
    out_.begin_paragraph(styles::figure, figure.caption.empty() ? "" : keep_with_next);
    out_.raw(fmt::format(picture_xml, size.width * emus_a_hundredth, size.height * emus_a_hundredth,
        number, "Picture " + number, escaped_xml(figure.caption), picture.id));
    out_.end_paragraph();
    if (!figure.caption.empty()) {
        out_.paragraph(styles::figure_caption, fonts::heiti, figure.caption);
    }
    return {};
}

} // namespace xieshang::documents
