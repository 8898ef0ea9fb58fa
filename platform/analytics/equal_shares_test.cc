// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/equal_shares.h"

#include "platform/analytics/naive_shares_test.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace xieshang::analytics {
namespace {

using Winners = std::vector<std::size_t>;

constexpr auto most = std::numeric_limits<std::uint64_t>::max();

// Evenly, not small ones first.
std::size_t up_to(std::size_t most_of_it)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, most_of_it + 1));
}

// The sizes are small, so that equal prices are frequent.
Marks drawn(std::size_t most_ballots, std::size_t most_projects, std::size_t most_forms)
{
    const auto forms = 1 + up_to(most_forms - 1);
    const MadeUp sizes{
        .ballots = up_to(most_ballots),
        .projects = up_to(most_projects),
        .forms = forms,
        .slots = up_to(most_projects / forms + 3),
        .most_cost = *rc::gen::element<std::uint64_t>(1, 1, 2, 5),
        .marks_each = *rc::gen::element(1.0, 2.0, 4.0),
        .most_people = *rc::gen::element(1U, 1U, 3U),
    };
    return made_up(sizes, up_to(1'000'000));
}

// Of many instances: the most are over at once.
template <class Property>
bool holds(Property property)
{
    return rc::check([&] {
        for (int instance = 0; instance < 30; ++instance) {
            property();
        }
    });
}

Marks with(std::vector<Project> projects, std::vector<std::uint64_t> slots,
    const std::vector<std::pair<std::vector<std::uint32_t>, std::uint32_t>>& ballots)
{
    Marks marks{{}, std::move(projects), std::move(slots)};
    for (const auto& [projects_marked, people] : ballots) {
        marks.ballots.add(projects_marked, people);
    }
    return marks;
}

Winners sorted(Winners winners)
{
    std::sort(winners.begin(), winners.end());
    return winners;
}

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
        for (std::uint64_t seed = 0; seed < 3; ++seed) {
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

// What is cheapest later was never cheaper before.
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

// Two thirds mark 0, 1 and 2, one third 3: with three slots the third gets its own.
TEST(EqualShares, GiveAThirdOfThePeopleAThirdOfTheSlots)
{
    const auto marks = with(std::vector<Project>(4), {3}, {{{0, 1, 2}, 6}, {{3}, 3}});
    const auto found = marks.run();
    EXPECT_EQ(found.winners(), (Winners{0, 1, 3}));
    EXPECT_EQ(found.share.exact, "1/3");
    EXPECT_EQ(found.rounds[0].price.exact, "1/6");
    EXPECT_EQ(found.rounds[0].pay_in_full, 6U);
    EXPECT_EQ(found.rounds[0].spent, 0U);
    EXPECT_NEAR(found.rounds[0].supporters_keep, 1, 1e-6);
    EXPECT_EQ(found.rounds[1].spent, 6U);
    EXPECT_EQ(found.rounds[2].price.exact, "1/3");
    EXPECT_EQ(found.rounds[2].spent, 9U);
    EXPECT_EQ(found.left, 0U);
    ASSERT_EQ(found.unchosen.size(), 1U);
    EXPECT_EQ(found.unchosen[0].project, 2U);
}

// Worked by hand: 12 slots, three people with 4 each. Project 1 costs 4: b and c give 2. Project 0
// costs 5: b gives the 2 that he has left, a gives 3.
TEST(EqualShares, LetWhoHasLessGiveAllHeHas)
{
    const auto marks = with({{5, 0}, {4, 0}}, {12}, {{{0}, 1}, {{0, 1}, 1}, {{1}, 1}});
    const auto found = marks.run();
    ASSERT_EQ(found.winners(), (Winners{1, 0}));
    EXPECT_EQ(found.rounds[0].price.exact, "2");
    EXPECT_EQ(found.rounds[0].pay_in_full, 2U);
    EXPECT_EQ(found.rounds[0].spent, 0U);
    EXPECT_EQ(found.rounds[1].price.exact, "3");
    EXPECT_EQ(found.rounds[1].price.rounded, 3);
    EXPECT_EQ(found.rounds[1].pay_in_full, 1U);
    EXPECT_EQ(found.rounds[1].pay_the_rest, 1U);
    EXPECT_EQ(found.rounds[1].spent, 1U);
    EXPECT_NEAR(found.rounds[1].supporters_keep, 1, 1e-6);
    EXPECT_EQ(found.rounds[1].left, 3U);
}

TEST(EqualShares, PreferMoreSupportersAndThenTheSmallerNumberAtTheSamePrice)
{
    // All prices are 1/2: the second project costs two and has four supporters.
    const auto marks = with({{1, 0}, {2, 0}, {1, 0}}, {4}, {{{0}, 2}, {{1}, 4}, {{2}, 2}});
    EXPECT_EQ(marks.run().winners(), (Winners{1, 0, 2}));
}

TEST(EqualShares, DropWhatNoLongerFitsIntoItsForm)
{
    const auto marks =
        with({{1, 0}, {1, 0}, {1, 1}}, {1, 2}, {{{0, 1}, 5}, {{0, 1, 2}, 1}, {{2}, 3}});
    const auto found = marks.run();
    EXPECT_EQ(found.winners(), (Winners{0, 2}));
    EXPECT_EQ(found.rounds[0].dropped, (Winners{1}));
    EXPECT_FALSE(found.is_unconstrained);
    ASSERT_EQ(found.unchosen.size(), 1U);
    EXPECT_EQ(found.unchosen[0].why, Unchosen::form_full);
    EXPECT_EQ(found.free_slots, (std::vector<std::uint64_t>{0, 1}));
}

TEST(EqualShares, SayWhyAProjectIsNotChosen)
{
    const auto marks = with({{1, 0}, {9, 0}, {1, 0}, {3, 1}}, {2, 3}, {{{0, 1, 3}, 1}, {{}, 4}});
    const auto found = marks.run();
    EXPECT_EQ(found.winners(), (Winners{0}));
    ASSERT_EQ(found.unchosen.size(), 3U);
    EXPECT_EQ(found.unchosen[0].why, Unchosen::larger_than_its_form);
    EXPECT_EQ(found.unchosen[1].why, Unchosen::unsupported);
    EXPECT_EQ(found.unchosen[2].why, Unchosen::unaffordable);
    EXPECT_EQ(found.unchosen[2].supporters, 1U);
    EXPECT_NEAR(found.unchosen[2].supporters_hold, 0, 1e-6);
    EXPECT_EQ(found.left, 4U);
    EXPECT_TRUE(found.is_unconstrained);
}

TEST(EqualShares, TakeNothingWhereThereIsNothing)
{
    EXPECT_TRUE(with({}, {}, {}).run().rounds.empty());
    EXPECT_TRUE(with({}, {3}, {{{}, 2}}).run().rounds.empty());
    EXPECT_EQ(with({{1, 0}}, {3}, {}).run().unchosen[0].why, Unchosen::unsupported);
    EXPECT_EQ(with({{1, 0}}, {3}, {}).run().share.exact, "0");
    EXPECT_TRUE(with({{1, 0}}, {3}, {{{}, 2}}).run().rounds.empty());
    const auto no_slots = with({{1, 0}}, {0}, {{{0}, 2}}).run();
    EXPECT_EQ(no_slots.unchosen[0].why, Unchosen::larger_than_its_form);
    EXPECT_TRUE(with({}, {}, {{{}, 2}}).run().unchosen.empty());
}

TEST(EqualShares, GiveOnePersonWhatHeWants)
{
    const auto found = with(std::vector<Project>(5), {3}, {{{4, 2, 0, 2}, 1}}).run();
    EXPECT_EQ(found.winners(), (Winners{0, 2, 4}));
    EXPECT_EQ(found.rounds[2].spent, 1U);
    EXPECT_EQ(found.rounds[2].price.exact, "1");
}

TEST(EqualShares, CountHugeCostsAndPeople)
{
    const auto marks = with({{most / 2, 0}, {1, 0}, {most, 0}, {most - 1, 0}}, {most},
        {{{0, 3}, 4'294'967'294}, {{1, 2}, 1}});
    const auto found = marks.run();
    EXPECT_EQ(found.winners(), (Winners{1, 0}));
    EXPECT_EQ(found.rounds[1].price.exact, Rational(most / 2, 4'294'967'294).str());
    EXPECT_EQ(found.left, most / 2);
    const auto one = with({{most, 0}}, {most}, {{{0}, 4'294'967'295}}).run();
    EXPECT_EQ(one.rounds[0].price.exact, Rational(most, 4'294'967'295).str());
    EXPECT_EQ(one.rounds[0].spent, 4'294'967'295U);
    EXPECT_THROW(with({{1, 0}}, {most, 1}, {{{0}, 1}}).run(), std::length_error);
    EXPECT_THROW(with({}, {}, {{{}, 4'294'967'295}, {{}, 1}}), std::length_error);
}

TEST(EqualShares, RefuseWhatIsNotThere)
{
    EXPECT_THROW(with({{0, 0}}, {1}, {}).run(), std::invalid_argument);
    EXPECT_THROW(with({{1, 1}}, {1}, {}).run(), std::out_of_range);
    EXPECT_THROW(with({{1, 0}}, {1}, {{{1}, 1}}).run(), std::out_of_range);
}

// Nobody agrees with another and nobody can pay alone: all slots stay empty until they are filled.
TEST(Completion, FillsWhatStaysEmptyBySupportAlone)
{
    const auto marks =
        with({{1, 0}, {1, 0}, {1, 0}, {1, 1}}, {2, 1}, {{{0}, 2}, {{1}, 3}, {{2}, 3}, {{}, 20}});
    const auto found = marks.run();
    EXPECT_TRUE(found.rounds.empty());
    const auto steps = completion(found, marks.projects);
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].project, 1U);
    EXPECT_EQ(steps[0].free_before, 2U);
    EXPECT_EQ(steps[1].project, 2U);
    EXPECT_EQ(steps[1].supporters, 3U);
    EXPECT_EQ(steps[1].free_before, 1U);
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
        chosen = sorted(chosen);
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
