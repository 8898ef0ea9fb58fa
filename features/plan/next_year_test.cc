// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/next_year.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NextYear, ShiftsTheYearOfThePlanHoweverItIsWritten)
{
    EXPECT_EQ(with_next_year("崇川区政协2022年协商工作计划", 2022), "崇川区政协2023年协商工作计划");
    EXPECT_EQ(with_next_year("２０２２年度", 2022), "２０２３年度");
    EXPECT_EQ(with_next_year("二〇二二年、二○二二年、二零二二年", 2022),
        "二〇二三年、二○二三年、二零二三年");
    EXPECT_EQ(with_next_year("二〇二九年", 2029), "二〇三〇年");
}

TEST(NextYear, LeavesOtherYearsAndLongerNumbersAlone)
{
    for (const auto* text : {"2015年的实施意见", "编号12022", "20220年", "二十二项", "2022", ""}) {
        EXPECT_EQ(with_next_year(text, 2021), text);
    }
    EXPECT_EQ(with_next_year("12022、20221", 2022), "12022、20221");
}

TEST(NextYear, NamesTheOtherYearsThatAPersonHasToLookAt)
{
    EXPECT_THAT(other_years("对照2015年意见和2021年总结，2022年完成，2021年不变", 2022),
        ElementsAre(2015, 2021));
    EXPECT_THAT(other_years("2022年，服务1500人", 2022), IsEmpty());
}

TEST(NextYear, CarriesNoTopicThatLeftThePlan)
{
    topics::Topic topic;
    using enum topics::TopicState;
    for (const auto state : {planned, closed, postponed, shortlisted}) {
        topic.state = state;
        EXPECT_TRUE(is_carried(topic));
    }
    for (const auto state : {cancelled, replaced, screened}) {
        topic.state = state;
        EXPECT_FALSE(is_carried(topic));
    }
}

TEST(NextYear, CarriesATopicsWordsButNotItsLine)
{
    topics::Topic topic{
        .words = {
            .number = 3, .title = "2022年民生实事", .period = "2022年5月", .month = 5, .line = 9}};
    const auto words = carried_words(topic, 2022);
    EXPECT_EQ(words.title, "2023年民生实事");
    EXPECT_EQ(words.period, "2023年5月");
    EXPECT_EQ(words.number, 3);
    EXPECT_EQ(words.month, 5);
    EXPECT_EQ(words.line, 0);
}

} // namespace
} // namespace xieshang::plan
