// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Nothing of a Word or Excel document is dropped either: each non-blank character stands in exactly
// one place, whatever tables and paragraphs it is made of.
#include "features/plan/reading_actions.h"
#include "features/plan/script.h"
#include "tests/support/office_files.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::plan {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string without_blanks(const std::string& text)
{
    std::u32string kept;
    for (const auto c : from_utf8(text)) {
        kept += is_blank(c) ? std::u32string() : std::u32string(1, c);
    }
    return to_utf8(kept);
}

std::string some_words()
{
    static const std::vector<std::string> words{"", "", "1", "3.", "5月", "上半年", "一、",
        "（二）", "推进旧厂房改造", "完善托育服务", "围绕“养老”开展专题协商", "区住建局、区民政局",
        "经济委  提案委", "主席会议协商", "界别", "a<b&c", "备注：无", "甲\n乙", "合计", "议题"};
    return *rc::gen::elementOf(words);
}

Rows some_rows()
{
    Rows rows;
    if (*rc::gen::inRange(0, 4) > 0) {
        rows.push_back({"序号", "议题", "形式", "时间", "责任部门", "配合单位"});
    }
    for (int count = *rc::gen::inRange(1, 6); count > 0; --count) {
        auto& row = rows.emplace_back();
        for (int cells = *rc::gen::inRange(1, 8); cells > 0; --cells) {
            const bool goes_on = rows.size() > 1 && *rc::gen::inRange(0, 5) == 0;
            row.push_back(goes_on ? "^" : some_words());
        }
    }
    return rows;
}

// The words of the rows without the signs that stand for merged cells.
std::string words_of(const Rows& rows)
{
    std::string words;
    for (const auto& row : rows) {
        for (const auto& text : row) {
            words += text == "^" ? "" : text;
        }
    }
    return words;
}

// Merged cells of a workbook for each "^", which is no word there.
std::string merged_of(Rows& rows, int first)
{
    std::string merged;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            if (rows[r][c] == "^") {
                rows[r][c].clear();
                const std::string column(1, static_cast<char>('A' + c));
                merged += "<mergeCell ref=\"" + column
                    + std::to_string(first + static_cast<int>(r) - 1) + ":" + column
                    + std::to_string(first + static_cast<int>(r)) + "\"/>";
            }
        }
    }
    return merged;
}

void check(const base::Result<Reading>& reading, const std::string& source)
{
    RC_PRE(reading.has_value());
    std::string in_lines;
    for (const auto& line : reading->lines) {
        for (const auto& piece : line.pieces) {
            in_lines += without_blanks(piece.text);
        }
    }
    RC_ASSERT(in_lines == without_blanks(source));
    const auto& counted = reading->characters;
    RC_ASSERT(
        counted.source == static_cast<std::int64_t>(from_utf8(without_blanks(source)).size()));
    RC_ASSERT(counted.placed + counted.unplaced == counted.source);
    std::string unplaced;
    for (const auto& piece : reading->unplaced) {
        unplaced += without_blanks(piece.text);
    }
    RC_ASSERT(counted.unplaced == static_cast<std::int64_t>(from_utf8(unplaced).size()));
    for (const auto& topic : reading->topics) {
        RC_ASSERT(reading->lines.at(static_cast<std::size_t>(topic.at)).line == topic.line);
    }
}

const std::string title = "某某区政协2026年协商工作计划";

TEST(OfficeReading, DropsNothingOfADocument)
{
    EXPECT_TRUE(rc::check([] {
        std::string source = title;
        std::string body = tests::paragraph(title);
        for (int blocks = *rc::gen::inRange(1, 8); blocks > 0; --blocks) {
            if (*rc::gen::arbitrary<bool>()) {
                const auto rows = some_rows();
                source += words_of(rows);
                body += tests::table(rows);
            } else {
                const auto words = some_words();
                source += words;
                body += tests::paragraph(words);
            }
        }
        check(read_file(tests::docx_of({.body = body}), "a.docx"), source);
    }));
}

TEST(OfficeReading, DropsNothingOfAWorkbook)
{
    EXPECT_TRUE(rc::check([] {
        std::string source;
        tests::Xlsx book;
        for (int sheets = *rc::gen::inRange(1, 4); sheets > 0; --sheets) {
            Rows rows{{title}};
            for (auto& row : some_rows()) {
                rows.push_back(std::move(row));
            }
            source += words_of(rows);
            const int first = *rc::gen::inRange(1, 9);
            const auto merged = merged_of(rows, first);
            book.sheets.push_back({"表" + std::to_string(sheets), tests::rows_of(rows, first),
                merged, *rc::gen::inRange(0, 5) == 0 ? "state=\"hidden\"" : ""});
        }
        check(read_file(tests::xlsx_of(book), "a.xlsx"), source);
    }));
}

TEST(OfficeReading, LetsAMergedCellServeAllItsRowsButCountOnce)
{
    const auto reading = read_file(
        tests::docx_of({.body = tests::paragraph(title)
                + tests::table({{"界别", "议题", "时间"}, {"工商联界", "甲项目推进", "5月"},
                    {"^", "乙项目推进", "^"}, {"^", "丙项目推进", "6月"}})}),
        "a.docx");
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->topics.size(), 3U);
    for (const auto& topic : reading->topics) {
        EXPECT_EQ(topic.responsible, std::vector<std::string>{"工商联界"});
    }
    EXPECT_EQ(reading->topics[1].period, "5月");
    EXPECT_EQ(reading->topics[1].month, 5);
    EXPECT_EQ(reading->topics[2].month, 6);
    std::size_t times = 0;
    for (const auto& line : reading->lines) {
        for (const auto& piece : line.pieces) {
            times += piece.text.find("工商联界") != std::string::npos ? 1 : 0;
        }
    }
    EXPECT_EQ(times, 1U);
}

TEST(OfficeReading, TakesALargeDocumentWhosePicturesItNeverUnpacks)
{
    auto parts = tests::parts_of(tests::Docx{.body = tests::paragraph(title)
            + tests::paragraph("一、专题协商议题") + tests::paragraph("1.推进旧厂房改造")});
    std::string noise(19U << 20U, '\0');
    std::uint32_t state = 1;
    for (auto& c : noise) {
        state = state * 1664525U + 1013904223U;
        c = static_cast<char>(state >> 24U);
    }
    parts.push_back({"word/media/image1.jpeg", std::move(noise), 1, false});
    const auto reading = read_file(tests::zip_of(parts), "a.docx");
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_EQ(reading->topics.size(), 1U);
    ASSERT_EQ(reading->warnings.size(), 1U);
    EXPECT_EQ(reading->warnings[0].code, "documents.pictures_not_read");
}

TEST(OfficeReading, LeavesFootnotesOutOfTheTopicsAndLeadsToWhatWasNotRead)
{
    const std::string hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>";
    const auto reading = read_file(
        tests::docx_of({.body = tests::paragraph(title) + tests::paragraph("一、专题协商议题")
                + tests::paragraph("1.推进旧厂房改造") + hidden
                + "<w:r><w:t>2.完善托育服务</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
            .footnotes =
                "<w:footnote w:id=\"1\">" + tests::paragraph("由区统计局提供") + "</w:footnote>"}),
        "a.docx");
    ASSERT_TRUE(reading) << reading.error().code;
    ASSERT_EQ(reading->topics.size(), 2U);
    EXPECT_EQ(reading->topics[1].title, "完善托育服务");
    EXPECT_EQ(reading->unplaced, std::vector<Unplaced>({{5, "由区统计局提供", ""}}));
    ASSERT_EQ(reading->warnings.size(), 2U);
    EXPECT_EQ(reading->warnings[0].code, "documents.hidden_skipped");
    EXPECT_EQ(reading->warnings[0].line, 4);
    EXPECT_EQ(reading->warnings[0].at, 3);
    EXPECT_EQ(reading->warnings[1].code, "documents.notes_behind_the_end");
    EXPECT_EQ(reading->warnings[1].line, 5);
}

TEST(OfficeReading, IgnoresHarmlessLinksAndSaysSo)
{
    const auto link = [](const std::string& id, const std::string& type,
                          const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + type + "\" Target=\"" + target
            + "\" TargetMode=\"External\"/>";
    };
    const auto reading = read_file(
        tests::docx_of({.body = tests::paragraph(title) + tests::paragraph("一、专题协商议题")
                + tests::paragraph("1.推进旧厂房改造"),
            .relations = link("h", "hyperlink", "http://127.0.0.1:1/")
                + link("t", "attachedTemplate", "file:///C:\\Templates\\Normal.dotm")
                + link("i", "image", "http://127.0.0.1:1/a.png")}),
        "a.docx");
    ASSERT_TRUE(reading) << reading.error().code;
    ASSERT_EQ(reading->warnings.size(), 1U);
    EXPECT_EQ(reading->warnings[0].code, "documents.links_not_followed");
    EXPECT_EQ(reading->warnings[0].params.at("count"), "2");
}

} // namespace
} // namespace xieshang::plan
