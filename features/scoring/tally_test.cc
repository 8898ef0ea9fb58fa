// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/tally.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::scoring {
namespace {

using testing::ElementsAre;

const std::vector<Criterion> two{{"小切口", 3, 5}, {"可行", 1, 10}};

TEST(Tally, WeighsEachCriterionByItsShareOfItsScale)
{
    EXPECT_EQ(points_of(two, std::vector<std::int64_t>{5, 10}), 10000);
    EXPECT_EQ(points_of(two, std::vector<std::int64_t>{5, 5}), 8750);
    EXPECT_EQ(points_of(two, std::vector<std::int64_t>{1, 10}), 4000);
    EXPECT_EQ(points_of({{"一", 1, 3}}, std::vector<std::int64_t>{2}), 6667) << "half up, once";
}

TEST(Tally, GivesMeanMedianAndSpreadOfAllReviewers)
{
    const auto tally =
        tally_of(two, {{{5, 10}, false}, {{1, 10}, true}, {{4, 10}, false}, {{3, 10}, false}}, 30);
    EXPECT_EQ(tally.reviewers, 4);
    EXPECT_EQ(tally.ended, 1);
    EXPECT_EQ(tally.mean, 7375);
    EXPECT_EQ(tally.median, 7750);
    EXPECT_EQ(tally.lowest, 4000);
    EXPECT_EQ(tally.highest, 10000);
    EXPECT_EQ(tally.spread, 6000);
    EXPECT_THAT(tally.criteria, ElementsAre(325, 1000));
    EXPECT_THAT(tally.sheets, ElementsAre(4000, 7000, 8500, 10000));
}

TEST(Tally, CallsASuggestionDividedFromTheSpreadOfTheRoundOn)
{
    const std::vector<Sheet> apart{{{5, 10}, false}, {{3, 10}, false}}; // 30 points
    EXPECT_TRUE(tally_of(two, apart, 30).is_divided);
    EXPECT_FALSE(tally_of(two, apart, 31).is_divided);
    EXPECT_FALSE(tally_of(two, {{{1, 1}, false}}, 0).is_divided) << "one alone agrees with himself";
    EXPECT_EQ(tally_of(two, {}, 30), Tally{});
}

TEST(Tally, LiesBetweenTheLowestAndTheHighestWhoeverScores)
{
    EXPECT_TRUE(rc::check([] {
        std::vector<Criterion> criteria;
        const auto count = *rc::gen::inRange<std::size_t>(1, 13);
        for (std::size_t i = 0; i < count; ++i) {
            criteria.push_back(
                {std::to_string(i), *rc::gen::inRange(1, 101), *rc::gen::inRange(2, 11)});
        }
        std::vector<Sheet> sheets;
        const auto reviewers = *rc::gen::inRange<std::size_t>(1, 30);
        for (std::size_t i = 0; i < reviewers; ++i) {
            Sheet sheet;
            for (const auto& one : criteria) {
                sheet.scores.push_back(*rc::gen::inRange<std::int64_t>(1, one.most + 1));
            }
            sheets.push_back(sheet);
        }
        const auto tally = tally_of(criteria, sheets, 30);
        RC_ASSERT(tally.lowest <= tally.mean && tally.mean <= tally.highest);
        RC_ASSERT(tally.lowest <= tally.median && tally.median <= tally.highest);
        RC_ASSERT(tally.lowest > 0 && tally.highest <= 10000);
        auto backwards = sheets;
        std::reverse(backwards.begin(), backwards.end());
        RC_ASSERT(tally_of(criteria, backwards, 30) == tally);
    }));
}

} // namespace
} // namespace xieshang::scoring
