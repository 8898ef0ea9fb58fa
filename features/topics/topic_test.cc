// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic.h"

#include <gtest/gtest.h>

namespace xieshang::topics {
namespace {

TopicWords words(std::string title)
{
    return {.number = 1,
        .kind = TopicKind::thematic,
        .title = std::move(title),
        .month = 5,
        .responsible = {"民政局"}};
}

TEST(Topic, ComesOfASuggestionOfItsYearOrOfWhatAnEarlierYearLeftOver)
{
    const auto fits = [](std::optional<std::int64_t> plan, TopicState state) {
        return of_its_year({.asked_for = 2027, .of_plan = plan, .state = state}).has_value();
    };
    for (const auto state : {TopicState::shortlisted, TopicState::screened, TopicState::reserved}) {
        EXPECT_TRUE(fits(2027, state));
        EXPECT_TRUE(fits(std::nullopt, state)) << "a draft that says no year yet";
        EXPECT_FALSE(fits(2026, state));
        EXPECT_EQ(fits(2028, state), state != TopicState::shortlisted);
    }
}

TEST(Topic, ChangesOnlyWhatAnEditNames)
{
    const auto before = words("提升养老服务水平");
    const auto after = edited(before, {.period = "上半年", .month = 0});
    EXPECT_EQ(after.title, before.title);
    EXPECT_EQ(after.responsible, before.responsible);
    EXPECT_EQ(after.period, "上半年");
    EXPECT_EQ(after.month, std::nullopt);
}

TEST(Topic, NamesEachFieldThatSomebodyElseChanged)
{
    Topic kept{.words = words("提升养老服务水平"), .version = 2};
    EXPECT_TRUE(same_version(kept, 2, {.title = "别的"}));
    const auto stale = same_version(kept, 1,
        {.kind = TopicKind::thematic, .title = "别的", .month = 6, .responsible = {{"卫健委"}}});
    ASSERT_FALSE(stale);
    ASSERT_EQ(stale.error().fields.size(), 3U);
    EXPECT_EQ(stale.error().fields[0].pointer, "/title");
    EXPECT_EQ(stale.error().fields[1].params.at("now"), "5");
    EXPECT_EQ(stale.error().fields[2].params.at("now"), "民政局");
}

std::vector<Topic> numbered(std::vector<std::pair<TopicKind, std::int64_t>> numbers)
{
    std::vector<Topic> topics;
    for (const auto& [kind, number] : numbers) {
        topics.push_back({.words = {.number = number, .kind = kind}});
    }
    return topics;
}

TEST(Topic, IsNumberedAsItsPlanCounts)
{
    using enum TopicKind;
    EXPECT_EQ(next_number({}, thematic), 1);
    const auto through = numbered({{plenary, 1}, {thematic, 2}, {supervision, 3}});
    EXPECT_EQ(next_number(through, thematic), 4);
    const auto anew = numbered({{plenary, 1}, {thematic, 1}, {thematic, 2}, {supervision, 1}});
    EXPECT_EQ(next_number(anew, thematic), 3);
    EXPECT_EQ(next_number(anew, biweekly), 1);
}

TEST(Topic, IsToBeReviewedUntilSomebodyChangesWhatWasCarriedOver)
{
    Topic topic{.words = words("提升养老服务水平"), .version = 1};
    EXPECT_FALSE(is_to_be_reviewed(topic));
    topic.carried_from = TopicId{"of last year"};
    EXPECT_TRUE(is_to_be_reviewed(topic));
    topic.version = 2;
    EXPECT_FALSE(is_to_be_reviewed(topic));
}

TEST(Topic, RefusesTheSameTitleTwiceInAPlan)
{
    const auto twice = distinct_titles({words("甲"), words("乙"), words("甲")});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().fields.at(0),
        (base::FieldTrouble{"/topics/2/title", "topic.title_stands_before", {{"first", "1"}}}));
    EXPECT_TRUE(distinct_titles({words("甲"), words("乙")}));
}

} // namespace
} // namespace xieshang::topics
