// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/opinion_map.h"

#include "platform/analytics/made_up_maps_test.h"
#include "platform/analytics/synthetic.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace xieshang::analytics {
namespace {

const Answers& conversation()
{
    static const auto answers = synthesize({300, 40, 3'000, 3, 11});
    return answers;
}

std::vector<std::size_t> answers_each(const Answers& answers, std::size_t people)
{
    std::vector<std::size_t> counts(people);
    for (const auto& answer : answers.given) {
        ++counts[answer.participant()];
    }
    return counts;
}

TEST(WhoShapesAMap, AnsweredEnough)
{
    const auto counts = answers_each(conversation(), 300);
    for (const auto reference : both_references) {
        const auto map = draw_map(conversation(), {}, {.reference = reference});
        std::vector<std::vector<Tally>> tallies(map.groups.size(), std::vector<Tally>(40));
        for (std::size_t i = 0; i < map.participants.size(); ++i) {
            EXPECT_EQ(map.labels[i] != OpinionMap::no_group, counts[map.participants[i]] >= 7);
        }
        for (const auto& answer : conversation().given) { // participants are 0, 1, …, all there
            for (std::size_t g = 0; g < map.groups.size(); ++g) {
                if (map.labels.at(answer.participant()) == map.groups[g].id) {
                    ++tallies[g][answer.statement()].by_stance[answer.stance_ordinal()];
                }
            }
        }
        EXPECT_EQ(map.group_tallies, tallies);
    }
}

TEST(WhoShapesAMap, AreFifteenAtLeastWithPolisThoseWhoAnsweredMost)
{
    Answers answers;
    for (std::uint32_t person = 0; person < 30; ++person) { // 1 … 5 and once 9 answers
        for (std::uint32_t statement = 0; statement < (person == 20 ? 9 : 1 + person % 5);
             ++statement) {
            answers.given.emplace_back(person, (person + statement) % 9, Stance::agree);
        }
    }
    const auto map = draw_map(answers, {}, {.reference = Reference::polis});
    // Nine answers; five; four; then the first with three.
    const std::set<std::size_t> expected{20, 4, 9, 14, 19, 24, 29, 3, 8, 13, 18, 23, 28, 2, 7};
    std::set<std::size_t> grouped;
    for (std::size_t i = 0; i < map.labels.size(); ++i) {
        if (map.labels[i] != OpinionMap::no_group) {
            grouped.insert(i);
        }
    }
    EXPECT_EQ(grouped, expected);
}

// Somebody below the minimum counts in the means and so moves the axes; with nothing but answers
// to rejected statements, not even that.
TEST(WhoShapesAMap, IsNobodyWhoAnsweredOnlyWhatIsRejected)
{
    const std::array<StatementNumber, 2> rejected{3, 9};
    auto more = conversation();
    more.given.emplace_back(1000, 3, Stance::agree);
    more.given.emplace_back(1000, 9, Stance::disagree);
    for (const auto reference : both_references) {
        const auto before = draw_map(conversation(), rejected, {.reference = reference});
        auto after = draw_map(more, rejected, {.reference = reference});
        EXPECT_EQ(std::abs(after.points.x.back()) + std::abs(after.points.y.back()), 0);
        EXPECT_EQ(after.labels.back(), OpinionMap::no_group);
        after.points.x.pop_back();
        after.points.y.pop_back();
        after.labels.pop_back();
        EXPECT_EQ(before.points.x, after.points.x);
        EXPECT_EQ(before.points.y, after.points.y);
        EXPECT_EQ(before.labels, after.labels);
        EXPECT_EQ(before.silhouettes, after.silhouettes);
        EXPECT_EQ(before.group_tallies, after.group_tallies);
        EXPECT_EQ(before.figures.priorities, after.figures.priorities);
    }
}

TEST(WhoShapesAMap, CountsInTheMeansBelowTheMinimumToo)
{
    auto more = conversation();
    more.given.emplace_back(1000, 3, Stance::agree);
    const auto before = draw_map(conversation(), {}, {});
    const auto after = draw_map(more, {}, {});
    const auto& tally = before.figures.tallies[3];
    EXPECT_EQ(
        after.figures.means[3], (tally.agree() + 1.0 - tally.disagree()) / (tally.seen() + 1.0));
    EXPECT_EQ(after.figures.means[4], before.figures.means[4]);
    EXPECT_EQ(after.figures.tallies[3].agree(), tally.agree() + 1);
    EXPECT_EQ(after.labels.back(), OpinionMap::no_group);
}

TEST(RejectedStatements, KeepTheirPlaceAndSayNothing)
{
    const std::array<StatementNumber, 3> rejected{3, 9, 77};
    for (const auto reference : both_references) {
        const auto map = draw_map(conversation(), rejected, {.reference = reference});
        ASSERT_EQ(map.statements.size(), 40U);
        std::set<std::size_t> listed(map.divisive.begin(), map.divisive.end());
        for (const auto& group : map.groups) {
            for (const auto& one : group.representative) {
                listed.insert(one.statement);
            }
        }
        for (const auto* list : {&map.consensus.agree, &map.consensus.disagree}) {
            for (const auto& one : *list) {
                listed.insert(one.statement);
            }
        }
        EXPECT_GT(listed.size(), 5U);
        for (const std::size_t at : {3, 9}) {
            EXPECT_EQ(map.left_out[at], 1);
            EXPECT_FALSE(listed.contains(at));
            EXPECT_EQ(map.figures.means[at], 0);
            EXPECT_EQ(map.figures.extremity[at], 0);
            EXPECT_EQ(map.figures.divisiveness[at], 0);
            EXPECT_NEAR(map.figures.axes[0][at], 0, 1e-12);
        }
    }
}

TEST(RejectedStatements, CountAsSeenByEverybody)
{
    const std::array<StatementNumber, 2> rejected{3, 9};
    const auto map = draw_map(conversation(), rejected, {});
    std::vector<double> reach(300);
    std::vector<double> seen(300, 2);
    for (const auto& answer : conversation().given) {
        if (answer.statement() != 3 && answer.statement() != 9) {
            const auto said = static_cast<double>(static_cast<int>(answer.stance()));
            reach[answer.participant()] += (said - map.figures.means[answer.statement()])
                * map.figures.axes[0][answer.statement()];
            ++seen[answer.participant()];
        }
    }
    for (std::size_t i = 0; i < map.points.size(); ++i) {
        EXPECT_NEAR(map.points.x[i], reach[i] * std::sqrt(40 / seen[i]), 1e-12);
    }
}

} // namespace
} // namespace xieshang::analytics
