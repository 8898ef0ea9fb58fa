// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/docx.h"

#include "platform/documents/numerals.h"
#include "tests/support/office_files.h"

#include <gmock/gmock.h>

namespace xieshang::documents {
namespace {

using testing::ElementsAre;
using tests::numbered;
using tests::paragraph;
using tests::table;

TextLines read(const tests::Docx& docx)
{
    const auto bytes = tests::docx_of(docx);
    auto package = Package::open(bytes);
    EXPECT_TRUE(package) << package.error().code;
    EXPECT_EQ(package->format(), Format::docx);
    return docx_lines(*package).value();
}

// Cells joined by "|".
std::vector<std::string> texts(const TextLines& read)
{
    std::vector<std::string> all;
    for (const auto& line : read.lines) {
        std::string text;
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            text += (i == 0 ? "" : "|") + line.cells[i];
        }
        all.push_back(text);
    }
    return all;
}

std::vector<std::string> texts(const tests::Docx& docx) { return texts(read(docx)); }

std::string run(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }

TEST(Docx, ReadsParagraphsWithTheirBreaksAndTabs)
{
    EXPECT_THAT(texts({.body = paragraph("一、总则")
                        + run("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>"
                              "<w:br w:type=\"page\"/><w:t>&lt;丁&gt;&amp;</w:t></w:r>")
                        + "<w:p/>"}),
        ElementsAre("一、总则", "甲\t乙\n丙<丁>&", ""));
}

TEST(Docx, SkipsWhatWasDeletedMovedAwayOrHiddenAndSaysSo)
{
    const auto document =
        read({.body = run(
                  "<w:r><w:t>推进</w:t></w:r><w:del><w:r><w:delText>旧城</w:delText></w:r></w:del>"
                  "<w:ins><w:r><w:t>新城</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></"
                  "w:r></w:moveFrom>"
                  "<w:moveTo><w:r><w:t>建设</w:t></w:r></w:moveTo>"
                  "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
                  "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>。</w:t></w:r>"
                  "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"
                  "<w:hyperlink><w:r><w:t>见附件</w:t></w:r></w:hyperlink>"
                  "<w:sdt><w:sdtContent><w:r><w:t>一</w:t></w:r></w:sdtContent></w:sdt>"
                  "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>品</"
                  "w:t></w:r>"
                  "</w:rubyBase></w:ruby></w:r>")});
    EXPECT_THAT(texts(document), ElementsAre("推进新城建设。见附件一品"));
    EXPECT_THAT(document.notes,
        ElementsAre(Note{"documents.deleted_skipped", {{"count", "2"}}},
            Note{"documents.hidden_skipped", {{"count", "1"}}}));
}

TEST(Docx, JoinsParagraphsWhoseEndWasDeleted)
{
    EXPECT_THAT(
        texts({.body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r>"
                       "</w:p>"
                + paragraph("后半")}),
        ElementsAre("前半后半"));
}

std::string cell(const std::string& change, const std::string& words)
{
    return "<w:tc><w:tcPr>" + change + "</w:tcPr>" + paragraph(words) + "</w:tc>";
}

std::string row(const std::string& change, const std::string& cells)
{
    return "<w:tr><w:trPr>" + change + "</w:trPr>" + cells + "</w:tr>";
}

TEST(Docx, LeavesDeletedRowsAndCellsOutAndReadsInsertedOnes)
{
    const auto document = read({.body = "<w:tbl>"
            + row("", cell("", "议题") + cell("<w:cellDel/>", "旧栏") + cell("", "时间"))
            + row("<w:del/>", cell("", "删去的议题") + cell("", "一月"))
            + row("<w:ins/>", cell("<w:cellIns/>", "新增的议题") + cell("", "五月"))
            + row("", cell("<w:cellDel/>", "甲") + cell("<w:cellDel/>", "乙")) + "</w:tbl>"});
    EXPECT_THAT(texts(document), ElementsAre("议题|时间", "新增的议题|五月"));
    EXPECT_THAT(document.notes, ElementsAre(Note{"documents.deleted_skipped", {{"count", "4"}}}));
}

TEST(Docx, LeavesMovedParagraphsAndRowsOutWhereTheyCameFrom)
{
    const std::string from = "<w:moveFromRangeStart w:id=\"1\"/>"
                             "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom><w:r>"
                             "<w:t>移动的一段</w:t></w:r></w:moveFrom></w:p>"
                             "<w:moveFromRangeEnd w:id=\"1\"/>";
    const std::string to = "<w:p><w:pPr><w:rPr><w:moveTo/></w:rPr></w:pPr><w:moveTo><w:r>"
                           "<w:t>移动的一段</w:t></w:r></w:moveTo></w:p>";
    const auto document = read({.body = from + paragraph("在前") + to + "<w:tbl><w:moveFrom>"
            + row("", cell("", "移动的一行")) + "</w:moveFrom><w:moveTo>"
            + row("", cell("", "移动的一行")) + "</w:moveTo></w:tbl>"});
    EXPECT_THAT(texts(document), ElementsAre("在前", "移动的一段", "移动的一行"));
    EXPECT_THAT(document.notes, ElementsAre(Note{"documents.deleted_skipped", {{"count", "2"}}}));
}

TEST(Docx, ReadsTextBoxesOnceAndFootnotesBehindTheEnd)
{
    const std::string box = "<w:txbxContent>" + paragraph("政协文件") + "</w:txbxContent>";
    EXPECT_THAT(texts({.body = run("<w:r><mc:AlternateContent><mc:Choice>" + box
                                   + "</mc:Choice><mc:Fallback>" + box
                                   + "</mc:Fallback></mc:AlternateContent><w:t>标题</w:t>"
                                     "<w:footnoteReference w:id=\"2\"/></w:r>")
                        + paragraph("正文"),
                    .footnotes = "<w:footnote w:id=\"2\">" + paragraph("注释") + "</w:footnote>"}),
        ElementsAre("标题", "政协文件", "正文", "注释"));
}

TEST(Docx, NumbersParagraphsAsTheProgramShowsThem)
{
    const auto list = tests::list_of(
        1, {{"chineseCounting", "%1、"}, {"chineseCounting", "（%2）"}, {"decimal", "%3."}});
    EXPECT_THAT(
        texts({.body = numbered("总体要求", 1) + numbered("议题", 1) + numbered("常委会", 1, 1)
                + numbered("甲", 1, 2) + numbered("乙", 1, 2) + numbered("主席会议", 1, 1)
                + numbered("丙", 1, 2) + paragraph("无编号") + numbered("保障", 1),
            .lists = list}),
        ElementsAre("一、总体要求", "二、议题", "（一）常委会", "1. 甲", "2. 乙", "（二）主席会议",
            "1. 丙", "无编号", "三、保障"));
}

TEST(Docx, NumbersByStyleAndStartsListsAnew)
{
    const std::string restarted = "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/>"
                                  "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                                  "</w:lvlOverride></w:num>";
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
        "</w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"a2\"><w:basedOn w:val=\"a1\"/></w:style>";
    const std::string styled =
        "<w:p><w:pPr><w:pStyle w:val=\"a2\"/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>";
    const std::string off = "<w:p><w:pPr><w:pStyle w:val=\"a2\"/><w:numPr><w:numId w:val=\"0\"/>"
                            "</w:numPr></w:pPr><w:r><w:t>丙</w:t></w:r></w:p>";
    EXPECT_THAT(
        texts({.body = numbered("甲", 1) + styled + off + numbered("丁", 7) + numbered("戊", 7),
            .lists = tests::list_of(1, {{"decimalEnclosedCircle", "%1"}}) + restarted,
            .styles = styles}),
        ElementsAre("① 甲", "② 乙", "丙", "① 丁", "② 戊"));
}

TEST(Docx, WritesNumbersInManyForms)
{
    EXPECT_EQ(numeral(21, "chineseCountingThousand"), "二十一");
    EXPECT_EQ(numeral(10, "japaneseCounting"), "十");
    EXPECT_EQ(numeral(105, "chineseCounting"), "一百零五");
    EXPECT_EQ(numeral(12, "chineseLegalSimplified"), "壹拾贰");
    EXPECT_EQ(numeral(3, "decimalEnclosedParen"), "⑶");
    EXPECT_EQ(numeral(4, "upperRoman"), "IV");
    EXPECT_EQ(numeral(28, "lowerLetter"), "bb");
    EXPECT_EQ(numeral(2, "ideographTraditional"), "乙");
    EXPECT_EQ(numeral(12, "decimalFullWidth"), "１２");
    EXPECT_EQ(numeral(7, "decimalZero"), "07");
    EXPECT_EQ(numeral(21, "decimalEnclosedCircle"), "21");
    EXPECT_EQ(chinese_digits(2026), "二〇二六");
}

TEST(Docx, ReadsRowsWithMergedCellsAndSeveralParagraphsInACell)
{
    const auto document = read({.body = paragraph("前")
            + table({{"界别", "活动", "单位"}, {"文艺界", "甲", "一\t科"}, {"^", "乙", ""},
                {"独行"}})});
    EXPECT_THAT(
        texts(document), ElementsAre("前", "界别|活动|单位", "文艺界|甲|一 科", "|乙", "独行"));
    EXPECT_THAT(document.lines[3].merged, ElementsAre(MergedCell{0, 2}));
    EXPECT_EQ(document.lines[3].number, 4);
    EXPECT_TRUE(document.lines[3].is_row);
    EXPECT_FALSE(document.lines[4].is_row);
}

TEST(Docx, KeepsAWholeDocumentInsideATableAsParagraphs)
{
    const std::string frame = "<w:tbl><w:tr><w:tc>" + paragraph("标题") + table({{"序号", "议题"}})
        + paragraph("尾") + "</w:tc></w:tr></w:tbl>";
    EXPECT_THAT(texts({.body = frame}), ElementsAre("标题", "序号|议题", "尾"));
    const std::string inside = "<w:tbl><w:tr><w:tc>" + paragraph("甲") + "</w:tc><w:tc>"
        + table({{"乙", "丙"}, {"丁", "戊"}}) + "</w:tc></w:tr></w:tbl>";
    EXPECT_THAT(texts({.body = inside}), ElementsAre("甲|乙  丙\n丁  戊"));
}

TEST(Docx, MakesBrokenCharactersVisible)
{
    EXPECT_THAT(texts({.body = run("<w:r><w:t>甲&#xD800;乙\xFF</w:t></w:r>")}),
        ElementsAre("甲\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD乙\xEF\xBF\xBD"));
}

} // namespace
} // namespace xieshang::documents
