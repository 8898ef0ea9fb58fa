// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/table_file.h"

#include "platform/documents/limits.h"
#include "tests/support/office_files.h"

#include <gmock/gmock.h>

namespace xieshang::documents {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using Texts = std::vector<std::string>;

Texts words_of(const TableRow& row)
{
    Texts texts;
    for (const auto& cell : row.cells) {
        texts.push_back(cell.text);
    }
    return texts;
}

std::string refused(std::string_view bytes)
{
    const auto read = read_table(bytes);
    return read ? "read" : read.error().code;
}

TEST(TableFile, CommasSemicolonsAndTabsDivideARow)
{
    for (const auto* delimiter : {",", ";", "\t"}) {
        const auto text = "姓名"s + delimiter + "界别\r\n王芳" + delimiter + "\"经济" + delimiter
            + "\"\"一\"\"\n二\"\n\n李强" + delimiter + " 教育　\n";
        const auto file = read_table(text).value();
        EXPECT_EQ(file.delimiter, delimiter);
        ASSERT_EQ(file.rows.size(), 3U);
        EXPECT_THAT(
            words_of(file.rows[1]), ElementsAre("王芳", "经济"s + delimiter + "\"一\"\n二"));
        EXPECT_THAT(words_of(file.rows[2]), ElementsAre("李强", "教育"));
        EXPECT_EQ(file.rows[2].number, 5);
    }
}

TEST(TableFile, UTF8WithAndWithoutAMarkAndGB18030ReadTheSame)
{
    const auto plain = "姓名,界别\n𠮷田,经济\n"s;
    const auto gb =
        "\xD0\xD5\xC3\xFB,\xBD\xE7\xB1\xF0\n\x95\x34\xB2\x35\xCC\xEF,\xBE\xAD\xBC\xC3\n"s;
    EXPECT_EQ(read_table(plain)->encoding, "UTF-8");
    EXPECT_EQ(read_table("\xEF\xBB\xBF" + plain)->rows, read_table(plain)->rows);
    EXPECT_EQ(read_table(gb)->encoding, "GB18030");
    EXPECT_EQ(read_table(gb)->rows, read_table(plain)->rows);
}

TEST(TableFile, ACSVFormulaIsMarked)
{
    const auto file = read_table("姓名\n=1+1\n").value();
    EXPECT_TRUE(file.rows[1].cells[0].is_formula);
}

tests::Sheet sheet(const std::string& data, const std::string& merged = {})
{
    return {"名册", data, merged, ""};
}

TEST(TableFile, SheetsAreChosenAndAHiddenOneIsNotTheFirst)
{
    const auto bytes =
        tests::xlsx_of({.sheets = {{"旧", tests::rows_of({{"旧名"}}), "", "state=\"hidden\""},
                            sheet(tests::rows_of({{"姓名", "届"}, {"王芳", "#2"}}, 3))}});
    const auto file = read_table(bytes).value();
    EXPECT_EQ(file.sheet, 1U);
    EXPECT_EQ(file.rows[0].number, 3);
    EXPECT_THAT(words_of(file.rows[1]), ElementsAre("王芳", "2"));
    EXPECT_THAT(words_of(read_table(bytes, 0)->rows[0]), ElementsAre("旧名"));
    EXPECT_EQ(read_table(bytes, 2).error().code, "documents.table_no_sheet");
}

TEST(TableFile, SharedTextsDatesFormulasAndMergedCellsAreKept)
{
    const auto bytes = tests::xlsx_of({
        .sheets = {sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>26024</v></c>"
            "<c r=\"C1\"><f>1+1</f><v>2</v></c></row><row r=\"2\"><c r=\"B2\"><v>7</v></c></row>",
            "<mergeCell ref=\"A1:A2\"/>")},
        .shared = {"经济"},
        .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>",
    });
    const auto file = read_table(bytes).value();
    EXPECT_EQ(file.rows[0].cells[0].text, "经济");
    EXPECT_EQ(file.rows[1].cells[0].text, "经济");
    EXPECT_EQ(
        file.rows[0].cells[1].date, std::chrono::year_month_day(std::chrono::year(1971) / 4 / 1));
    EXPECT_TRUE(file.rows[0].cells[2].is_formula);
    EXPECT_EQ(file.rows[0].cells[2].text, "2");
}

TEST(TableFile, AMillionRowsAreRefusedAsSuch)
{
    std::string rows;
    for (int i = 0; i < 1'000'000; ++i) {
        rows += "<row><c><v>1</v></c></row>";
    }
    EXPECT_EQ(refused(tests::xlsx_of({.sheets = {sheet(rows)}})), "documents.table_too_many_rows");
    std::string csv;
    for (int i = 0; i < 1'000'000; ++i) {
        csv += "1\n";
    }
    EXPECT_EQ(refused(csv), "documents.table_too_many_rows");
}

TEST(TableFile, WhatIsNoTableIsRefusedWithItsReason)
{
    EXPECT_EQ(refused(""), "documents.table_empty");
    EXPECT_EQ(refused(" ,\n"), "documents.table_empty");
    EXPECT_EQ(refused("%PDF-1.7"), "documents.table_kind");
    EXPECT_EQ(refused("a\0b"s), "documents.table_kind");
    EXPECT_EQ(refused("\xD0\xCF\x11\xE0 old"), "documents.table_kind");
    EXPECT_EQ(refused("\xEF\xBB\xBF\xFF"), "documents.table_encoding");
    EXPECT_EQ(refused("\xFF\xFF\xFF\xFF"), "documents.table_encoding");
    EXPECT_EQ(refused("姓名\n\"王芳\n"), "documents.table_open_quote");
    EXPECT_EQ(
        refused("a" + std::string(most_table_columns, ',') + "b"), "documents.table_too_wide");
    EXPECT_EQ(refused(tests::docx_of({.body = tests::paragraph("x")})), "documents.table_kind");
    EXPECT_EQ(refused(tests::xlsx_of({.sheets = {sheet("<row><c></row>")}})), "documents.damaged");
}

TEST(TableFile, ADocumentTypeOrADeepNestInASheetIsRefused)
{
    std::string deep;
    for (int i = 0; i < 200; ++i) {
        deep += "<a>";
    }
    for (int i = 0; i < 200; ++i) {
        deep += "</a>";
    }
    EXPECT_EQ(refused(tests::xlsx_of({.sheets = {sheet(deep)}})), "documents.too_deep");
    auto parts = tests::parts_of(tests::Xlsx{.sheets = {sheet(tests::rows_of({{"姓名"}}))}});
    for (auto& part : parts) {
        if (part.name == "xl/worksheets/sheet1.xml") {
            part.content = "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData><row><c "
                           "t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>";
        }
    }
    EXPECT_EQ(refused(tests::zip_of(parts)), "documents.has_dtd");
}

TEST(TableFile, ColumnsAreNamedAsInASpreadsheet)
{
    EXPECT_EQ(column_name(0), "A");
    EXPECT_EQ(column_name(25), "Z");
    EXPECT_EQ(column_name(26), "AA");
}

} // namespace
} // namespace xieshang::documents
