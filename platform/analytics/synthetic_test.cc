// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/synthetic.h"

#include "platform/analytics/made_up_maps_test.h"
#include "platform/analytics/rand_index.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>
#include <stdexcept>

namespace xieshang::analytics {
namespace {

TEST(RandIndex, IsThatOfHubertAndArabie)
{
    const std::vector<int> one{0, 0, 0, 1, 1, 1};
    const std::vector<int> other{0, 0, 1, 1, 2, 2};
    // pairs together in both 2, in one 6, in the other 3: (2 − 6·3/15) ÷ (4.5 − 6·3/15)
    EXPECT_NEAR(adjusted_rand_index(one, other), 0.8 / 3.3, 1e-15);
    EXPECT_EQ(adjusted_rand_index(one, std::vector{7, 7, 7, -1, -1, -1}), 1);
    EXPECT_EQ(adjusted_rand_index(one, std::vector{0, 0, 0, 0, 0, 0}), 0);
    EXPECT_LT(adjusted_rand_index(std::vector{0, 0, 1, 1}, std::vector{0, 1, 0, 1}), 0);
    EXPECT_EQ(adjusted_rand_index(std::vector{0, 1, 2}, std::vector{5, 4, 3}), 1);
    EXPECT_EQ(adjusted_rand_index({}, {}), 1);
}

TEST(SyntheticConversation, HasExactlySoManyVotesAndNoPairTwice)
{
    for (const SyntheticConversation& asked :
        {SyntheticConversation{9, 7, 63, 2, 1}, {200, 40, 3'000, 3, 2}, {200, 40, 7'999, 3, 2},
            {1, 5, 3, 1, 0}, {0, 0, 0, 1, 0}, {50, 50, 0, 4, 9}}) {
        const auto answers = synthesize(asked);
        std::set<std::pair<ParticipantNumber, StatementNumber>> pairs;
        for (const auto& answer : answers.given) {
            EXPECT_LT(answer.participant(), asked.participants);
            EXPECT_LT(answer.statement(), asked.statements);
            pairs.emplace(answer.participant(), answer.statement());
        }
        EXPECT_EQ(answers.given.size(), asked.votes);
        EXPECT_EQ(pairs.size(), asked.votes);
    }
}

TEST(SyntheticConversation, IsTheSameForASeed)
{
    const SyntheticConversation asked{80, 30, 900, 3, 5};
    auto other = asked;
    other.seed = 6;
    EXPECT_EQ(synthesize(asked).given, synthesize(asked).given);
    EXPECT_NE(synthesize(asked).given, synthesize(other).given);
}

TEST(SyntheticConversation, RefusesMoreVotesThanPlaces)
{
    EXPECT_THROW(synthesize({3, 3, 10, 1, 0}), std::invalid_argument);
    EXPECT_THROW(synthesize({3, 3, 3, 0, 0}), std::invalid_argument);
}

// Groups that stand in a circle: each agrees to what lies on its side and disagrees to the rest.
Answers in_a_circle(std::uint32_t groups, std::uint64_t seed)
{
    Lots lots(seed);
    auto answers = chance_answers(300, 120, 0.6, lots);
    for (auto& answer : answers.given) {
        const double between = 2 * std::numbers::pi
            * (static_cast<double>(answer.participant() % groups) / groups
                - static_cast<double>(answer.statement()) / 120);
        const double agrees = 1 / (1 + std::exp(-4 * std::cos(between)));
        answer = {answer.participant(), answer.statement(),
            lots.fraction() < agrees ? Stance::agree : Stance::disagree};
    }
    return answers;
}

double agreement_with_the_known(const OpinionMap& map, std::uint32_t groups)
{
    std::vector<int> found;
    std::vector<int> known;
    for (std::size_t i = 0; i < map.participants.size(); ++i) {
        if (map.labels[i] != OpinionMap::no_group) {
            found.push_back(map.labels[i]);
            known.push_back(static_cast<int>(map.participants[i] % groups));
        }
    }
    return adjusted_rand_index(found, known);
}

// Polis begins with the first people, who stand in different groups here. red-dwarf begins with the
// leftmost, who all stand in one of the groups where there are three or more; k-means then often
// ends with that one in parts, in the reference as in ours.
TEST(KnownGroups, AreFoundWhereTheyDifferClearly)
{
    for (const std::uint32_t groups : {2U, 3U, 4U, 5U}) {
        for (const std::uint64_t seed : {1, 2, 3}) {
            const auto map =
                draw_map(in_a_circle(groups, seed), {}, {.reference = Reference::polis});
            EXPECT_EQ(map.groups.size(), groups) << seed;
            EXPECT_GE(agreement_with_the_known(map, groups), 0.95) << groups << ", seed " << seed;
        }
    }
}

TEST(KnownGroups, AreFoundInBothReferencesWhereTheyAreTwo)
{
    for (const std::uint64_t seed : {1, 2, 3}) {
        const auto answers = synthesize({400, 150, 40'000, 2, seed});
        for (const auto reference : both_references) {
            const auto map = draw_map(answers, {}, {.reference = reference});
            EXPECT_GE(agreement_with_the_known(map, 2), 0.95) << seed;
        }
    }
}

} // namespace
} // namespace xieshang::analytics
