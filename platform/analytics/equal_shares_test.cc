// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/equal_shares.h"

#include "platform/analytics/completion.h"
#include "platform/analytics/drawn_marks_test.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

namespace xieshang::analytics {
namespace {

using Winners = std::vector<std::size_t>;

// Group and projects: of all groups only the largest can be worse off for each set of projects, but
// all are looked at, as the definition says.
bool is_proportional_up_to_one(const Marks& marks, const Winners& winners)
{
    std::vector<std::uint32_t> of_person;
    for (std::size_t i = 0; i < marks.ballots.size(); ++i) {
        std::uint32_t set = 0;
        for (const auto project : marks.ballots.marks(i)) {
            set |= 1U << project;
        }
        of_person.insert(of_person.end(), marks.ballots.people(i), set);
    }
    std::uint32_t chosen = 0;
    for (const auto project : winners) {
        chosen |= 1U << project;
    }
    for (std::uint32_t group = 1; group < 1U << of_person.size(); ++group) {
        for (std::uint32_t wanted = 1; wanted < 1U << marks.projects.size(); ++wanted) {
            std::uint64_t cost = 0;
            for (std::size_t i = 0; i < marks.projects.size(); ++i) {
                cost += (wanted >> i & 1U) * marks.projects[i].cost;
            }
            bool agrees = true;
            bool has_enough = false;
            for (std::size_t i = 0; i < of_person.size(); ++i) {
                if ((group >> i & 1U) != 0) {
                    agrees = agrees && (of_person[i] & wanted) == wanted;
                    const auto gets = std::popcount(of_person[i] & chosen);
                    const bool lacks = (wanted & ~chosen) != 0;
                    has_enough = has_enough || gets + (lacks ? 1 : 0) > std::popcount(wanted)
                        || gets >= std::popcount(wanted);
                }
            }
            const auto people = static_cast<std::uint64_t>(std::popcount(group));
            const bool could_pay = people * marks.slots[0] >= cost * of_person.size();
            if (agrees && could_pay && !has_enough) {
                return false;
            }
        }
    }
    return true;
}

TEST(EqualShares, TakeWhatThePlainMethodTakes)
{
    EXPECT_TRUE(holds([] {
        const auto marks = drawn(30, 12, 3);
        const auto found = marks.run();
        const auto naive = NaiveRun(marks).run();
        RC_ASSERT(found.winners() == naive.winners);
        for (std::size_t i = 0; i < naive.prices.size(); ++i) {
            RC_ASSERT(found.rounds[i].price.exact == naive.prices[i].str());
            RC_ASSERT(found.rounds[i].tied == naive.tied[i]);
        }
    }));
}

TEST(EqualShares, TakeWhatThePlainMethodTakesAmongMany)
{
    for (const auto& sizes : {
             MadeUp{.ballots = 600, .projects = 40, .slots = 25, .marks_each = 8},
             MadeUp{.ballots = 300, .projects = 90, .forms = 5, .slots = 14, .marks_each = 30},
             MadeUp{.ballots = 200,
             .projects = 40,
             .slots = 90,
             .most_cost = 9,
             .marks_each = 5,
             .most_people = 4},
         }) {
        for (std::uint64_t seed = 0; seed < (tests::sanitized ? 1 : 3); ++seed) {
            const auto marks = made_up(sizes, seed);
            EXPECT_EQ(marks.run().winners(), NaiveRun(marks).run().winners);
        }
    }
}

TEST(EqualShares, GiveEachGroupWhatItCouldPayUpToOne)
{
    EXPECT_TRUE(holds([] {
        const auto marks = drawn(6, 6, 1);
        const auto found = marks.run();
        if (!found.is_unconstrained || marks.ballots.people() > 8) {
            return;
        }
        RC_ASSERT(is_proportional_up_to_one(marks, found.winners()));
        auto completed = found.winners();
        for (const auto& step : completion(found, marks.projects)) {
            completed.push_back(step.project);
        }
        RC_ASSERT(is_proportional_up_to_one(marks, completed));
    }));
}

TEST(EqualShares, AreNoMajorityRule)
{
    const auto marks = with(std::vector<Project>(4), {2}, {{{0, 1}, 3}, {{2, 3}, 3}});
    EXPECT_FALSE(is_proportional_up_to_one(marks, {0, 1}));
    EXPECT_TRUE(is_proportional_up_to_one(marks, marks.run().winners()));
}

TEST(EqualShares, LetNobodySpendMoreThanHisShareAndNoFormMoreThanItsSlots)
{
    EXPECT_TRUE(holds([] {
        const auto marks = drawn(25, 12, 4);
        const auto found = marks.run();
        std::uint64_t budget = 0;
        for (const auto slots : marks.slots) {
            budget += slots;
        }
        auto free = marks.slots;
        std::uint64_t left = budget;
        std::uint64_t spent = 0;
        for (const auto& round : found.rounds) {
            const auto& project = marks.projects[round.project];
            RC_ASSERT(project.cost <= free[project.form]);
            free[project.form] -= project.cost;
            left -= project.cost;
            RC_ASSERT(round.left == left);
            RC_ASSERT(round.pay_in_full > 0U);
            RC_ASSERT(round.pay_in_full + round.pay_the_rest <= round.supporters);
            RC_ASSERT(Rational(round.price.exact) <= Rational(found.share.exact));
            RC_ASSERT(round.spent >= spent);
            spent = round.spent;
        }
        RC_ASSERT(found.free_slots == free);
        RC_ASSERT(found.left == left);
        RC_ASSERT(found.rounds.size() + found.unchosen.size() == marks.projects.size());
    }));
}

TEST(EqualShares, TellWhoPaysAndWhoHasNothingLeft)
{
    EXPECT_TRUE(holds([] {
        const auto marks = drawn(20, 10, 2);
        const auto found = marks.run();
        const auto naive = NaiveRun(marks).run();
        auto purses = std::vector<Rational>(naive.purses.size(), Rational(found.share.exact));
        for (std::size_t i = 0; i < found.rounds.size(); ++i) {
            std::uint64_t in_full = 0;
            std::uint64_t rest = 0;
            std::uint64_t spent = 0;
            Rational paid = 0;
            for (std::size_t person = 0; person < purses.size(); ++person) {
                const auto& pays = naive.spent[i][person];
                in_full += pays == naive.prices[i] ? 1 : 0;
                rest += pays > 0 && pays < naive.prices[i] ? 1 : 0;
                purses[person] -= pays;
                RC_ASSERT(purses[person] >= 0);
                spent += purses[person] == 0 ? 1 : 0;
                paid += pays;
            }
            RC_ASSERT(found.rounds[i].pay_in_full == in_full);
            RC_ASSERT(found.rounds[i].pay_the_rest == rest);
            RC_ASSERT(found.rounds[i].spent == spent);
            RC_ASSERT(paid == marks.projects[found.rounds[i].project].cost);
        }
    }));
}

TEST(EqualShares, TakeProjectsAtRisingPrices)
{
    EXPECT_TRUE(holds([] {
        const auto found = drawn(30, 12, 3).run();
        for (std::size_t i = 1; i < found.rounds.size(); ++i) {
            RC_ASSERT(
                Rational(found.rounds[i - 1].price.exact) <= Rational(found.rounds[i].price.exact));
        }
    }));
}

TEST(EqualShares, AreTheSameWhetherEqualBallotsStandTogetherOrNot)
{
    EXPECT_TRUE(holds([] {
        const auto marks = drawn(15, 10, 2);
        Marks apart{{}, marks.projects, marks.slots};
        for (std::size_t i = marks.ballots.size(); i-- > 0;) {
            for (std::uint32_t person = 0; person < marks.ballots.people(i); ++person) {
                apart.ballots.add(marks.ballots.marks(i));
            }
        }
        RC_ASSERT(marks.run().winners() == apart.run().winners());
    }));
}

TEST(Completion, LeavesNoSlotEmptyThatSomebodyWantsAndNoneTooFull)
{
    EXPECT_TRUE(holds([] {
        const auto marks = drawn(20, 12, 3);
        const auto found = marks.run();
        auto chosen = found.winners();
        auto free = found.free_slots;
        for (const auto& step : completion(found, marks.projects)) {
            const auto& project = marks.projects[step.project];
            RC_ASSERT(project.cost <= free[project.form]);
            free[project.form] -= project.cost;
            chosen.push_back(step.project);
        }
        std::sort(chosen.begin(), chosen.end());
        RC_ASSERT(std::adjacent_find(chosen.begin(), chosen.end()) == chosen.end());
        for (const auto& one : found.unchosen) {
            const auto& project = marks.projects[one.project];
            RC_ASSERT(std::binary_search(chosen.begin(), chosen.end(), one.project)
                || one.supporters == 0U || project.cost > free[project.form]);
        }
    }));
}

} // namespace
} // namespace xieshang::analytics
