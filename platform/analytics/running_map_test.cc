// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A map that runs along says what a map drawn anew would say.
#include "platform/analytics/running_map.h"

#include "platform/analytics/group_figures.h"
#include "platform/analytics/lots.h"
#include "platform/analytics/rand_index.h"
#include "platform/analytics/synthetic.h"

#include <cmath>
#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::analytics {
namespace {

Answer drawn(Lots& lots, std::uint32_t people, std::uint32_t statements)
{
    return {static_cast<std::uint32_t>(lots.below(people)),
        static_cast<std::uint32_t>(lots.below(statements)),
        static_cast<Stance>(static_cast<int>(lots.below(3)) - 1)};
}

double largest_difference(const std::vector<double>& one, const std::vector<double>& other)
{
    double largest = 0;
    double scale = 1e-12;
    for (std::size_t i = 0; i < one.size(); ++i) {
        largest = std::max(largest, std::abs(one[i] - other[i]));
        scale = std::max(scale, std::abs(other[i]));
    }
    return largest / scale;
}

void expect_same_counts(const OpinionMap& map, const Answers& all)
{
    Crew crew(1);
    const AnswerTable table(all, crew);
    EXPECT_EQ(map.participants, table.participants());
    EXPECT_EQ(map.statements, table.statements());
    EXPECT_EQ(map.figures.tallies, table.tallies());
    EXPECT_EQ(map.group_tallies, count_groups(map, table, crew));
    EXPECT_EQ(map.participation.answers, table.answers());
}

class RunningMapOf : public testing::TestWithParam<Reference> {};

TEST_P(RunningMapOf, StandsWhereAMapDrawnAnewStands)
{
    auto all =
        synthesize({.participants = 400, .statements = 40, .votes = 6000, .groups = 3, .seed = 4});
    const MapSettings settings{.reference = GetParam()};
    RunningMap running(all, {}, settings);
    Lots lots(3);
    for (int update = 0; update < 40; ++update) {
        std::vector<Answer> later;
        for (std::uint64_t i = 0; i <= lots.below(4); ++i) {
            later.push_back(drawn(lots, 405, 42)); // new people and new statements among them
        }
        all.given.insert(all.given.end(), later.begin(), later.end());
        running.update(later, {});
    }
    const auto& map = running.map();
    expect_same_counts(map, all);
    const auto anew = draw_map(all, {}, settings);
    for (std::size_t which = 0; which < 2; ++which) {
        auto axis = map.figures.axes[which]; // the sign is the one that the map began with
        double product = 0;
        for (std::size_t i = 0; i < axis.size(); ++i) {
            product += axis[i] * anew.figures.axes[which][i];
        }
        EXPECT_GT(std::abs(product), 1 - 1e-6);
    }
    EXPECT_EQ(map.groups.size(), anew.groups.size());
    EXPECT_GT(adjusted_rand_index(map.labels, anew.labels), 0.9);
}

TEST_P(RunningMapOf, NeverTurnsOver)
{
    const auto begun =
        synthesize({.participants = 300, .statements = 30, .votes = 4000, .groups = 3, .seed = 9});
    RunningMap running(begun, {}, {.reference = GetParam()});
    Lots lots(5);
    for (int update = 0; update < 30; ++update) {
        const auto before = running.map().points;
        const auto later = drawn(lots, 300, 30);
        running.update(std::span(&later, 1), {});
        EXPECT_LT(largest_difference(running.map().points.x, before.x), 1); // turned over: 2
    }
}

TEST_P(RunningMapOf, BeginsWithNobodyAndGoesOn)
{
    RunningMap running({}, {}, {.reference = GetParam()});
    EXPECT_TRUE(running.map().groups.empty());
    const auto all =
        synthesize({.participants = 60, .statements = 20, .votes = 900, .groups = 2, .seed = 2});
    for (std::size_t i = 0; i < all.given.size(); i += 100) {
        const auto size = std::min<std::size_t>(100, all.given.size() - i);
        running.update(std::span(all.given).subspan(i, size), {});
    }
    expect_same_counts(running.map(), all);
    EXPECT_GE(running.map().groups.size(), 2);
}

TEST_P(RunningMapOf, LeavesOutWhatIsRejectedOnTheWay)
{
    const auto all =
        synthesize({.participants = 200, .statements = 20, .votes = 2500, .groups = 2, .seed = 6});
    RunningMap running(all, {}, {.reference = GetParam()});
    const std::vector<StatementNumber> rejected = {3, 7};
    running.update({}, rejected);
    const auto anew = draw_map(all, rejected, {.reference = GetParam()});
    EXPECT_EQ(running.map().left_out, anew.left_out);
    EXPECT_EQ(running.map().figures.means, anew.figures.means);
    for (const auto& group : running.map().groups) {
        for (const auto& one : group.representative) {
            EXPECT_NE(running.map().statements[one.statement], 3);
            EXPECT_NE(running.map().statements[one.statement], 7);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Both, RunningMapOf, testing::Values(Reference::reddwarf, Reference::polis),
    [](auto& tested) { return tested.param == Reference::polis ? "Polis" : "RedDwarf"; });

TEST(RunningMap, IsAsBeforeWhenThereIsNoRoom)
{
    auto all =
        synthesize({.participants = 30, .statements = 20, .votes = 400, .groups = 2, .seed = 3});
    for (StatementNumber statement = 0; statement < most_statements; ++statement) {
        all.given.emplace_back(40, statement, Stance::pass);
    }
    RunningMap running(all, {}, {});
    const auto tallies = running.map().group_tallies;
    const std::array too_many{Answer(1, 2, Stance::agree),
        Answer(1, static_cast<StatementNumber>(most_statements), Stance::agree)};
    EXPECT_THROW(running.update(too_many, {}), std::length_error);
    EXPECT_EQ(running.map().group_tallies, tallies);
    all.given.push_back(too_many[0]);
    running.update(std::span(too_many).first(1), {});
    expect_same_counts(running.map(), all);
}

// Two conversations that share neither people nor statements, the second larger than the first.
TEST_P(RunningMapOf, MeetsNewPeopleWithNewStatements)
{
    const MapSettings settings{.reference = GetParam()};
    auto answers =
        synthesize({.participants = 60, .statements = 12, .votes = 500, .groups = 2, .seed = 1});
    RunningMap running(answers, {}, settings);
    std::vector<Answer> later;
    for (const auto& answer :
        synthesize({.participants = 300, .statements = 12, .votes = 2'500, .groups = 3, .seed = 2})
            .given) {
        later.emplace_back(answer.participant() + 1'000, answer.statement() + 100, answer.stance());
    }
    for (std::size_t at = 0; at < later.size(); at += 250) {
        running.update(std::span(later).subspan(at, 250), {});
    }
    answers.given.insert(answers.given.end(), later.begin(), later.end());
    const auto anew = draw_map(answers, {}, settings);
    for (const std::size_t which : {0, 1}) {
        EXPECT_NEAR(running.map().variances[which], anew.variances[which], 1e-9);
    }
    EXPECT_GT(
        *std::max_element(running.map().points.x.end() - 300, running.map().points.x.end()), 0.1);
}

// METHOD of Polis: what is shown next goes by how the groups answered at the update before.
TEST(RunningMapOfPolis, GivesPriorityByTheAnswersOfTheUpdateBefore)
{
    const auto answers =
        synthesize({.participants = 50, .statements = 12, .votes = 480, .groups = 2, .seed = 3});
    RunningMap running(answers, {}, {.reference = Reference::polis});
    const auto cold = running.map();
    for (std::size_t i = 0; i < cold.statements.size(); ++i) { // none before: 9 (1 + E) / 4 squared
        const double root = 9 * (1 + cold.figures.extremity[i]) / 4;
        EXPECT_NEAR(cold.figures.priorities[i], root * root, 1e-9);
    }
    const Answer again(answers.given[0].participant(), answers.given[0].statement(), Stance::pass);
    const auto& warm = running.update(std::span(&again, 1), {});
    for (std::size_t i = 0; i < warm.statements.size(); ++i) {
        Tally before;
        for (const auto& tallies : cold.group_tallies) {
            add(before, tallies[i]);
        }
        const double seen = before.seen();
        const double passes = seen - before.agree() - before.disagree();
        const double root = (before.agree() + 1) / (seen + 2) * (1 - (passes + 1) / (seen + 2))
            * (1 + warm.figures.extremity[i]) * (1 + 8 * std::exp2(-seen / 5));
        EXPECT_NEAR(warm.figures.priorities[i], root * root, 1e-9);
    }
}

TEST(SteadyNumber, ChangesAfterFourUpdatesInARow)
{
    SteadyNumber steady;
    EXPECT_EQ(steady.settle(3), 3);
    for (int update = 1; update < 4; ++update) {
        EXPECT_EQ(steady.settle(4), 3);
    }
    EXPECT_EQ(steady.settle(3), 3); // one other in between: counted from the beginning
    for (int update = 1; update < 4; ++update) {
        EXPECT_EQ(steady.settle(4), 3);
    }
    EXPECT_EQ(steady.settle(4), 4);
}

TEST(AnswerTable, TakesInLaterAnswersAsIfTheyHadBeenThereFromTheBeginning)
{
    EXPECT_TRUE(rc::check([](std::uint64_t seed) {
        Lots lots(seed);
        Answers all;
        for (std::uint64_t i = 0; i < lots.below(200); ++i) {
            all.given.push_back(drawn(lots, 30, 12));
        }
        Crew crew(1);
        AnswerTable table(all, crew);
        for (int round = 0; round < 3; ++round) {
            std::vector<Answer> later;
            for (std::uint64_t i = 0; i < lots.below(20); ++i) {
                later.push_back(drawn(lots, 40, 16));
            }
            all.given.insert(all.given.end(), later.begin(), later.end());
            table.add(later);
        }
        const AnswerTable anew(all, crew);
        RC_ASSERT(table.participants() == anew.participants());
        RC_ASSERT(table.statements() == anew.statements());
        RC_ASSERT(table.tallies() == anew.tallies());
        for (std::size_t row = 0; row < anew.rows(); ++row) {
            RC_ASSERT(std::ranges::equal(table.row(row), anew.row(row)));
        }
    }));
}

} // namespace
} // namespace xieshang::analytics
