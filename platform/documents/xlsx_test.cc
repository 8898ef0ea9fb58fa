// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/xlsx.h"

#include "platform/documents/sheet_cells.h"
#include "tests/support/office_files.h"

#include <gmock/gmock.h>

namespace xieshang::documents {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::rows_of;

base::Result<TextLines> tried(const tests::Xlsx& xlsx)
{
    const auto bytes = tests::xlsx_of(xlsx);
    auto package = TRY(Package::open(bytes));
    EXPECT_EQ(package.format(), Format::xlsx);
    return xlsx_lines(package);
}

TextLines read(const tests::Xlsx& xlsx)
{
    auto lines = tried(xlsx);
    EXPECT_TRUE(lines) << lines.error().code;
    return lines.value_or(TextLines());
}

// "sheet row: cell|cell"
std::vector<std::string> texts(const TextLines& read)
{
    std::vector<std::string> all;
    for (const auto& line : read.lines) {
        auto text = line.sheet.text() + " " + std::to_string(line.number) + ": ";
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            text += (i == 0 ? "" : "|") + line.cells[i];
        }
        all.push_back(text);
    }
    return all;
}

TEST(Xlsx, ReadsSheetsInTheOrderOfTheirTabs)
{
    const auto book = read({.sheets = {
                                {"界别", rows_of({{"甲", "", "乙"}, {}, {"丙"}}, 2), "", ""},
                                {"备注", rows_of({{"丁"}}), "", "state=\"hidden\""},
                            }});
    EXPECT_THAT(texts(book), ElementsAre("界别 2: 甲||乙", "界别 4: 丙", "备注 1: 丁"));
    EXPECT_FALSE(book.lines[1].is_hidden);
    EXPECT_TRUE(book.lines[2].is_hidden);
}

TEST(Xlsx, ShowsCellsOfAllKinds)
{
    const auto book = read({
        .sheets = {{"S",
            rows_of({{"< t=\"s\"><v>1</v></c>", "< t=\"b\"><v>1</v></c>",
                "< t=\"str\"><f>A1</f><v>得数</v></c>", "< t=\"e\"><v>#REF!</v></c>", "#12",
                "#0.30000000000000004"}}),
            "", ""}},
        .shared = {"零", "第一行_x000D_\n第二行\t尾"},
    });
    EXPECT_THAT(texts(book), ElementsAre("S 1: 第一行\n第二行 尾|TRUE|得数|#REF!|12|0.3"));
}

TEST(Xlsx, ShowsDatesAsTheirFormatDoesInBothDateSystems)
{
    const tests::Xlsx from_1900{
        .sheets = {{"S",
            rows_of({{"< s=\"1\"><v>46154</v></c>", "< s=\"2\"><v>46154</v></c>",
                "< s=\"3\"><v>5</v></c>", "< s=\"4\"><v>46154</v></c>",
                "< s=\"0\"><v>46154</v></c>"}}),
            "", ""}},
        .formats = "<numFmt numFmtId=\"176\" formatCode=\"0&quot;月&quot;\"/>"
                   "<numFmt numFmtId=\"177\" "
                   "formatCode=\"[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;;@\"/>",
        .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"57\"/><xf numFmtId=\"31\"/>"
                  "<xf numFmtId=\"176\"/><xf numFmtId=\"177\"/>"};
    EXPECT_THAT(texts(read(from_1900)),
        ElementsAre("S 1: 2026年5月|2026年5月12日|5月|二〇二六年五月|46154"));
    auto from_1904 = from_1900;
    from_1904.workbook_properties = "date1904=\"1\"";
    EXPECT_THAT(texts(read(from_1904)),
        ElementsAre("S 1: 2030年5月|2030年5月13日|5月|二〇三〇年五月|46154"));
}

TEST(Xlsx, PutsTheDateBesideTheWordsOfItsCell)
{
    const auto book = read({.sheets = {{"S",
                                rows_of({{"养老", "< s=\"1\"><v>45992</v></c>",
                                    "< t=\"d\"><v>2025-06-01T00:00:00</v></c>",
                                    "< s=\"1\" t=\"d\"><v>2025-06-01</v></c>", "#45992"}}),
                                "", ""}},
        .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"16\"/>"});
    EXPECT_THAT(texts(book), ElementsAre("S 1: 养老|1-Dec|2025-06-01T00:00:00|1-Jun|45992"));
    const auto june = std::chrono::year(2025) / std::chrono::June / 1;
    EXPECT_THAT(book.lines[0].dates,
        ElementsAre(CellDate{1, std::chrono::year(2025) / std::chrono::December / 1},
            CellDate{2, june}, CellDate{3, june}));
}

TEST(Xlsx, RefusesNamesOfSheetsThatNoProgramWrites)
{
    std::string name;
    for (int i = 0; i < 255; ++i) {
        name += "名";
    }
    EXPECT_EQ(read({.sheets = {{name, rows_of({{"甲"}}), "", ""}}}).lines.at(0).sheet, name);
    const auto longer = tried({.sheets = {{name + "名", rows_of({{"甲"}}), "", ""}}});
    EXPECT_EQ(longer.error().code, "documents.sheet_name_too_long");
    EXPECT_EQ(longer.error().params.at("characters"), "256");
}

TEST(Xlsx, LeadsMergedCellsBackToTheirWords)
{
    const auto book = read(
        {.sheets = {{"S", rows_of({{"文艺界", "甲"}, {"", "乙"}, {"", "丙"}, {"科技界", "丁"}}),
             "<mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:C1\"/>", ""}}});
    ASSERT_EQ(book.lines.size(), 4U);
    EXPECT_THAT(book.lines[1].merged, ElementsAre(MergedCell{0, 0}));
    EXPECT_THAT(book.lines[2].merged, ElementsAre(MergedCell{0, 0}));
    EXPECT_THAT(book.lines[3].merged, IsEmpty());
}

TEST(Xlsx, TellsOfHiddenRowsAndFormulasWithoutResult)
{
    const auto book =
        read({.sheets = {{"S",
                  "<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is>"
                  "</c><c r=\"B1\"><f>NOW()</f></c></row>",
                  "", ""}}});
    EXPECT_THAT(texts(book), ElementsAre("S 1: 甲"));
    EXPECT_THAT(book.notes,
        ElementsAre(Note{"documents.hidden_rows", {{"sheet", "S"}, {"count", "1"}}},
            Note{"documents.formula_without_result", {{"sheet", "S"}, {"row", "1"}}}));
}

TEST(Xlsx, TellsOfWordsInDrawings)
{
    const auto book = read({.sheets = {{"S", rows_of({{"甲"}}), "", ""}},
        .more = {{"xl/drawings/drawing1.xml", "<x:wsDr><a:t>请于三月前完成</a:t></x:wsDr>"},
            {"xl/drawings/drawing2.xml", "<x:wsDr><x:pic/></x:wsDr>"},
            {"xl/charts/chart1.xml", "<c:chartSpace><c:v>第一季度</c:v></c:chartSpace>"}}});
    EXPECT_THAT(book.notes, ElementsAre(Note{"documents.drawings_not_read", {{"count", "2"}}}));
}

TEST(Xlsx, TellsOfPrintedHeadersAndFootersAndOfComments)
{
    const auto bytes = [] {
        auto parts = tests::parts_of(tests::Xlsx{.sheets = {{"S", rows_of({{"甲"}}), "", ""}}});
        for (auto& part : parts) {
            const auto end = part.content.find("</worksheet>");
            if (end != part.content.npos) {
                part.content.insert(end,
                    "<headerFooter><oddHeader>&amp;L&amp;\"宋体,常规\"&amp;12机密&amp;K0070C0A&amp;"
                    "&amp;B"
                    "</oddHeader><evenHeader>&amp;L机密A&amp;&amp;B</evenHeader>"
                    "<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>");
            }
        }
        parts.push_back({"xl/worksheets/_rels/sheet1.xml.rels",
            "<Relationships><Relationship Id=\"c\" Type=\"http://x/comments\" "
            "Target=\"../comments/comment1.xml\"/></Relationships>"});
        parts.push_back({"xl/comments/comment1.xml",
            "<comments><authors><author>张</author></authors><commentList><comment "
            "ref=\"A1\"><text>"
            "<r><t>请核对</t></r></text></comment></commentList></comments>"});
        return tests::zip_of(parts);
    }();
    auto package = Package::open(bytes);
    ASSERT_TRUE(package) << package.error().code;
    EXPECT_THAT(xlsx_lines(*package)->notes,
        ElementsAre(Note{"documents.comments_not_read", {{"count", "1"}, {"characters", "3"}}},
            Note{"documents.sheet_header_not_read",
                {{"sheet", "S"}, {"text", "机密A&B"}, {"characters", "5"}}}));
}

TEST(Xlsx, BelievesNoStatedSize)
{
    const auto book = read({.sheets = {{"S", rows_of({{"甲"}}), "", "", "A1:XFD1048576"}}});
    EXPECT_THAT(texts(book), ElementsAre("S 1: 甲"));
    EXPECT_EQ(place_named("XFD1048576")->column, 16383);
    EXPECT_FALSE(place_named("XFE1"));
    EXPECT_FALSE(place_named("A0"));
    EXPECT_FALSE(place_named("A1048577"));
}

TEST(Xlsx, RefusesTextsThatGrowWithoutEnd)
{
    std::string cells;
    for (int i = 0; i < 20000; ++i) {
        cells += "<c t=\"s\"><v>0</v></c>";
    }
    const auto bomb = tried({.sheets = {{"S", "<row>" + cells + "</row>", "", ""}},
        .shared = {std::string(30000, 'A')}});
    EXPECT_EQ(bomb.error().code, "documents.too_much_text");
    std::string wide;
    for (int i = 1; i < 60; ++i) {
        wide += "<row r=\"" + std::to_string(i) + "\"><c r=\"XFD" + std::to_string(i)
            + "\"><v>1</v></c></row>";
    }
    EXPECT_EQ(tried({.sheets = {{"S", wide, "", ""}}}).error().code, "documents.too_much_text");
}

TEST(Xlsx, RefusesMergedCellsThatGrowWithoutEnd)
{
    std::string rows = rows_of({{"甲"}});
    for (int i = 2; i < 1002; ++i) {
        rows += "<row r=\"" + std::to_string(i) + "\"><c r=\"B" + std::to_string(i)
            + "\"><v>1</v></c></row>";
    }
    std::string merged;
    for (int i = 0; i < 200; ++i) {
        merged += "<mergeCell ref=\"A1:A1048576\"/>";
    }
    EXPECT_EQ(
        tried({.sheets = {{"S", rows, merged, ""}}}).error().code, "documents.too_many_merged");
}

} // namespace
} // namespace xieshang::documents
