// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Files as they come: other encodings, other line ends, other papers.
#include "features/plan/readings_test.h"

namespace xieshang::plan {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(PlanFiles, CountsLinesAsEditorsDo)
{
    for (const auto* name : {"crlf", "cr", "utf16le_bom", "gb18030"}) {
        const auto reading = read(name);
        ASSERT_TRUE(reading) << name;
        ASSERT_THAT(reading->topics, SizeIs(3)) << name;
        EXPECT_EQ(reading->topics[2].line, 10) << name;
        EXPECT_THAT(reading->warnings, IsEmpty()) << name;
        EXPECT_EQ(reading->characters.unplaced, 0) << name;
    }
}

TEST(PlanFiles, SaysWithoutATitleThatADocumentIsNoPlan)
{
    const auto code = [](std::string_view text) { return read_plan(text, "x").error().code; };
    EXPECT_EQ(
        code("西红柿两个，鸡蛋三个，下锅炒熟。\n盛出即可。\n"), "reading.not_a_plan_untitled");
    EXPECT_EQ(code("6月3日上午，区政协主席主持召开会议。会议听取了汇报，会议强调要抓好落实。\n"
                   "记者 张三\n"),
        "reading.is_news_untitled");
}

TEST(PlanFiles, MayListTopicsByTimeRightUnderTheTitle)
{
    const auto reading = read_plan("桐川区政协2031年度协商工作计划\n1月：社区养老——围绕助餐点\n"
                                   "2月：河道整治——黑臭水体\n",
        "x.txt");
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->topics.size(), 2);
    EXPECT_EQ(reading->topics[1].title, "河道整治——黑臭水体");
    EXPECT_EQ(reading->topics[1].month, 2);
    EXPECT_EQ(reading->characters.unplaced, 0);
}

// Somebody who makes a table in a workbook often writes the title nowhere but on its sheet or file.
TEST(PlanFiles, TakesTheWordOfAFilesNameForATableWithoutATitle)
{
    const std::string table = "序号\t议题\t时间\n1\t老旧小区加装电梯\t5月\n";
    EXPECT_EQ(read_plan(table, "表.txt").error().code, "reading.not_a_plan_untitled");
    const auto reading = read_plan(table, "某市政协2031年协商计划.txt");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->title, "");
    ASSERT_EQ(reading->topics.size(), 1);
    EXPECT_EQ(reading->topics[0].title, "老旧小区加装电梯");
    EXPECT_FALSE(read_plan("西红柿两个，鸡蛋三个。\n", "某市政协2031年协商计划.txt"));
}

// What nobody could correct is not taken in.
TEST(PlanFiles, HoldNoMoreTopicsThanACorrectionCanBeKeptOf)
{
    std::string text = "桐川市政协2031年度协商计划\n议题\t时间\n";
    for (int i = 0; i < 10'000; ++i) {
        text += "推进第" + std::to_string(i) + "号街区更新\t5月\n";
    }
    const auto most = read_plan(text, "x");
    ASSERT_TRUE(most) << most.error().code;
    EXPECT_EQ(most->topics.size(), 10'000U);
    const auto refused = read_plan(text + "推进旧城更新\t5月\n", "x");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "reading.too_many_topics");
    EXPECT_EQ(refused.error().params.at("topics"), "10001");
    EXPECT_EQ(refused.error().params.at("most"), "10000");
}

TEST(PlanFiles, NamesWhatIsNoPlan)
{
    const auto code = [](const std::string& fixture) { return read(fixture).error().code; };
    EXPECT_EQ(code("call"), "reading.is_a_call");
    EXPECT_EQ(code("news"), "reading.is_news");
    EXPECT_EQ(code("not_a_plan"), "reading.not_a_plan");
    EXPECT_EQ(code("meeting_notice"), "reading.not_a_plan");
    EXPECT_EQ(code("big5"), "reading.unknown_encoding");
    const auto call = read("call").error();
    EXPECT_EQ(call.trouble, base::Trouble::refused);
    EXPECT_EQ(call.params.at("title"), "关于公开征集云岫区政协2024年协商议题的公告");
}

} // namespace
} // namespace xieshang::plan
