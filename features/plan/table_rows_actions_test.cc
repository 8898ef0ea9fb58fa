// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A row of a table says what its own cells say, whatever stands in the cell or the row beside them.
#include "features/plan/reading_actions.h"
#include "features/plan/readings_test.h"
#include "tests/support/office_files.h"

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Rows = std::vector<Strings>;

const std::string title = "桐川市政协2031年度协商计划";

std::string lines_of(const Rows& rows, const std::string& between)
{
    std::string text = title + "\n";
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i == 0 ? "" : between) + row[i];
        }
        text += "\n";
    }
    return text;
}

base::Result<Reading> read_tabs(const Rows& rows)
{
    return read_file(lines_of(rows, "\t"), "plan.txt");
}

base::Result<Reading> read_xlsx(const Rows& rows)
{
    Rows all{{title}};
    all.insert(all.end(), rows.begin(), rows.end());
    return read_file(tests::xlsx_of({.sheets = {{"计划", tests::rows_of(all)}}}), "plan.xlsx");
}

base::Result<Reading> read_docx(const Rows& rows)
{
    return read_file(
        tests::docx_of({.body = tests::paragraph(title) + tests::table(rows)}), "plan.docx");
}

TEST(TableRows, CountWithTheirOwnCellAlone)
{
    const Rows rows{{"序号", "议题", "时间"}, {"1", "15分钟生活圈建设", "5月"},
        {"2", "5G基站布局", "6月"}, {"三", "十五分钟医疗圈建设", "7月"},
        {"4", "2035年远景规划", "8月"}, {"5", "100个社区食堂建设", "9月"}};
    const auto as_written = ElementsAre("other 1 15分钟生活圈建设 | 5月 (5)",
        "other 2 5G基站布局 | 6月 (6)", "other 3 十五分钟医疗圈建设 | 7月 (7)",
        "other 4 2035年远景规划 | 8月 (8)", "other 5 100个社区食堂建设 | 9月 (9)");
    for (const auto& reading : {read_tabs(rows), read_file(lines_of(rows, "   "), "plan.txt"),
             read_xlsx(rows), read_docx(rows)}) {
        ASSERT_TRUE(reading) << reading.error().code;
        SCOPED_TRACE(reading->encoding);
        EXPECT_THAT(topics_of(*reading), as_written);
        EXPECT_THAT(reading->warnings, IsEmpty());
        EXPECT_EQ(reading->characters.unplaced, 0);
    }
}

// Its words belong to no topic above; nobody knows to which.
TEST(TableRows, WithoutATitleButWithANumberGoOnWithNoTopic)
{
    const Rows rows{{"序号", "议题", "时间", "责任部门"}, {"1", "推进绿道建设", "5月", "城建委"},
        {"2", "", "6月", "文史委"}, {"", "", "下旬", "社法委"},
        {"3", "保护古树名木", "7月", "农业委"}};
    for (const auto& reading : {read_tabs(rows), read_xlsx(rows), read_docx(rows)}) {
        ASSERT_TRUE(reading) << reading.error().code;
        SCOPED_TRACE(reading->encoding);
        EXPECT_THAT(topics_of(*reading),
            ElementsAre("other 1 推进绿道建设 | 5月 (5) | 城建委",
                "other 3 保护古树名木 | 7月 (7) | 农业委"));
        ASSERT_EQ(reading->warnings.size(), 1U);
        EXPECT_EQ(reading->warnings[0].code, "reading.row_without_title");
        EXPECT_EQ(reading->warnings[0].params.at("number"), "2");
        EXPECT_EQ(reading->unplaced.size(), 2U);
    }
}

TEST(TableRows, WithATitleAloneAreTopicsAndWarnedOf)
{
    const Rows rows{{"序号", "议题", "时间", "责任部门"}, {"1", "推进绿道建设", "5月", "城建委"},
        {"", "完善停车管理"}, {"3", "保护古树名木", "7月", "农业委"}};
    for (const auto& reading : {read_tabs(rows), read_xlsx(rows), read_docx(rows)}) {
        ASSERT_TRUE(reading) << reading.error().code;
        SCOPED_TRACE(reading->encoding);
        EXPECT_THAT(topics_of(*reading),
            ElementsAre("other 1 推进绿道建设 | 5月 (5) | 城建委", "other 2 完善停车管理",
                "other 3 保护古树名木 | 7月 (7) | 农业委"));
        ASSERT_EQ(reading->warnings.size(), 1U);
        EXPECT_EQ(reading->warnings[0].code, "reading.row_of_title_alone");
        EXPECT_EQ(reading->warnings[0].params.at("title"), "完善停车管理");
        EXPECT_EQ(reading->characters.unplaced, 0);
    }
}

TEST(TableRows, AcrossTheTableAreHeadingsAndRemarksAsBefore)
{
    const auto reading = read_tabs({{"序号", "议题", "时间", "责任部门"}, {"", "专题协商", "", ""},
        {"1", "推进绿道建设", "5月", "城建委"}, {"", "界别协商", "", ""},
        {"2", "保护古树名木", "7月", "农业委"}, {"", "注：时间可以调整", "", ""}});
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("thematic 1 推进绿道建设 | 5月 (5) | 城建委",
            "sector 2 保护古树名木 | 7月 (7) | 农业委"));
    EXPECT_THAT(reading->warnings, IsEmpty());
}

} // namespace
} // namespace xieshang::plan
