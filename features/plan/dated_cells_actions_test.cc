// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A cell that holds a date knows its month, however it shows it.
#include "features/plan/reading_actions.h"
#include "features/plan/readings_test.h"
#include "tests/support/office_files.h"

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using tests::rows_of;

// 45992 is 2025-12-01; the styles: General, m/d;@, 1-Dec, Dec-25, 2025/12/1 0:00, 12-1-25, d.
const std::string formats = "<numFmt numFmtId=\"180\" formatCode=\"m/d;@\"/>"
                            "<numFmt numFmtId=\"181\" formatCode=\"d\"/>";
const std::string styles =
    "<xf numFmtId=\"0\"/><xf numFmtId=\"180\"/><xf numFmtId=\"16\"/><xf numFmtId=\"17\"/>"
    "<xf numFmtId=\"22\"/><xf numFmtId=\"30\"/><xf numFmtId=\"181\"/>";

std::string date(const std::string& style, const std::string& value = "45992")
{
    return "< s=\"" + style + "\"><v>" + value + "</v></c>";
}

Reading read(const std::vector<std::vector<std::string>>& rows, const std::string& merged = "")
{
    std::vector<std::vector<std::string>> all{
        {"河东区政协2025年协商工作计划"}, {"序号", "议题", "时间", "时间"}};
    all.insert(all.end(), rows.begin(), rows.end());
    const auto reading = read_file(
        tests::xlsx_of(
            {.sheets = {{"S", rows_of(all), merged, ""}}, .formats = formats, .styles = styles}),
        "plan.xlsx");
    EXPECT_TRUE(reading) << reading.error().code;
    return reading.value_or(Reading());
}

std::vector<std::string> periods(const Reading& reading)
{
    std::vector<std::string> all;
    for (const auto& topic : reading.topics) {
        all.push_back(topic.period + " → " + (topic.month ? std::to_string(*topic.month) : "-"));
    }
    return all;
}

TEST(DatedCells, TellTheirMonthWhateverTheyShow)
{
    const auto reading = read({{"#1", "提升养老服务", date("1")}, {"#2", "整治河道水质", date("2")},
        {"#3", "建设社区食堂", date("3")}, {"#4", "完善停车设施", date("4")},
        {"#5", "保护历史街区", date("5")}, {"#6", "发展乡村旅游", date("6")},
        {"#7", "优化营商环境", "< t=\"d\"><v>2025-06-01T00:00:00</v></c>"}});
    EXPECT_THAT(periods(reading),
        ElementsAre("12/1 → 12", "1-Dec → 12", "Dec-25 → 12", "2025/12/1 0:00 → 12", "12-1-25 → 12",
            "1 → 12", "2025-06-01T00:00:00 → 6"));
    EXPECT_EQ(reading.characters.unplaced, 0);
}

TEST(DatedCells, LeaveMonthsInWordsAndNumbersAsTheyAre)
{
    const auto reading = read({{"#1", "提升养老服务", "6月"}, {"#2", "整治河道水质", "#3"},
        {"#3", "建设社区食堂", date("0")}, {"#4", "完善停车设施", "适时"}});
    EXPECT_THAT(periods(reading), ElementsAre("6月 → 6", "3 → 3", "45992 → -", "适时 → -"));
}

TEST(DatedCells, AreNoMonthWhenTwoOfThemOrTheirWordsDiffer)
{
    const auto reading = read({{"#1", "提升养老服务", date("1"), date("1", "46023")},
        {"#2", "整治河道水质", date("1"), "6月"}, {"#3", "建设社区食堂", date("1"), date("2")},
        {"#4", "完善停车设施", date("2"), "上午"}});
    EXPECT_THAT(periods(reading),
        ElementsAre("12/1 1/1 → -", "12/1 6月 → -", "12/1 1-Dec → 12", "1-Dec 上午 → 12"));
}

TEST(DatedCells, CoverTheRowsThatTheyAreMergedWith)
{
    const auto reading = read({{"#1", "提升养老服务", date("1")}, {"#2", "整治河道水质", ""}},
        "<mergeCell ref=\"C3:C4\"/>");
    EXPECT_THAT(periods(reading), ElementsAre("12/1 → 12", "12/1 → 12"));
}

} // namespace
} // namespace xieshang::plan
