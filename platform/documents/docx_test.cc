// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/docx_lines_test.h"
#include "platform/documents/numerals.h"

namespace xieshang::documents {
namespace {

using testing::ElementsAre;
using tests::numbered;
using tests::paragraph;
using tests::table;

TEST(Docx, ReadsParagraphsWithTheirBreaksAndTabs)
{
    EXPECT_THAT(texts({.body = paragraph("一、总则")
                        + run("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>"
                              "<w:br w:type=\"page\"/><w:t>&lt;丁&gt;&amp;</w:t></w:r>")
                        + "<w:p/>"}),
        ElementsAre("一、总则", "甲\t乙\n丙<丁>&", ""));
}

TEST(Docx, ReadsTextBoxesOnceAndFootnotesBehindTheEnd)
{
    const std::string box = "<w:txbxContent>" + paragraph("政协文件") + "</w:txbxContent>";
    const auto document = read({.body = run("<w:r><mc:AlternateContent><mc:Choice>" + box
                                            + "</mc:Choice><mc:Fallback>" + box
                                            + "</mc:Fallback></mc:AlternateContent><w:t>标题</w:t>"
                                              "<w:footnoteReference w:id=\"2\"/></w:r>")
            + paragraph("正文"),
        .footnotes = "<w:footnote w:id=\"2\">" + paragraph("注释") + "</w:footnote>"});
    EXPECT_THAT(texts(document), ElementsAre("标题", "政协文件", "正文", "注释"));
    EXPECT_FALSE(document.lines[2].is_note);
    EXPECT_TRUE(document.lines[3].is_note);
    EXPECT_THAT(document.notes, ElementsAre(Note{"documents.notes_behind_the_end", {}, 3}));
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

TEST(Docx, TellsOfAMergedCellBehindTheLastWordsOfARow)
{
    const auto document = read({.body = table({{"议题", "单位"}, {"甲", "政协办"}, {"乙", "^"}})});
    EXPECT_THAT(texts(document), ElementsAre("议题|单位", "甲|政协办", "乙"));
    EXPECT_THAT(document.lines[2].merged, ElementsAre(MergedCell{1, 1}));
}

// Word shows the words above alone, yet these are there, too.
TEST(Docx, KeepsTheWordsOfACellThatAMergedOneCovers)
{
    const auto row = [](const std::string& merge, const std::string& words) {
        return "<w:tr><w:tc>" + paragraph("甲") + "</w:tc><w:tc><w:tcPr>" + merge + "</w:tcPr>"
            + paragraph(words) + "</w:tc></w:tr>";
    };
    const auto document = read({.body = "<w:tbl>" + row(R"(<w:vMerge w:val="restart"/>)", "政协办")
            + row("<w:vMerge/>", "提案委") + "</w:tbl>"});
    EXPECT_THAT(texts(document), ElementsAre("甲|政协办", "甲|提案委"));
    EXPECT_TRUE(document.lines[1].merged.empty());
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

TEST(Docx, RefusesRowsWiderThanAnyProgramWrites)
{
    const std::string before = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"";
    const std::string cells = "\"/></w:trPr><w:tc>" + paragraph("甲") + "</w:tc><w:tc>"
        + paragraph("乙") + "</w:tc></w:tr></w:tbl>";
    EXPECT_EQ(read({.body = before + "998" + cells}).lines.at(0).cells.size(), 1000U);
    const auto bytes = tests::docx_of({.body = before + "999" + cells});
    auto package = Package::open(bytes);
    ASSERT_TRUE(package);
    const auto refused = docx_lines(*package);
    EXPECT_EQ(refused.error().code, "documents.too_many_columns");
    EXPECT_EQ(refused.error().params.at("most"), "1000");
}

TEST(Docx, MakesBrokenCharactersVisible)
{
    EXPECT_THAT(texts({.body = run("<w:r><w:t>甲&#xD800;乙\xFF</w:t></w:r>")}),
        ElementsAre("甲\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD乙\xEF\xBF\xBD"));
}

} // namespace
} // namespace xieshang::documents
