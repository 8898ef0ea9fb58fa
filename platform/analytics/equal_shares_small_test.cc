// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/equal_shares.h"

#include "platform/analytics/completion.h"
#include "platform/analytics/drawn_marks_test.h"

#include <gtest/gtest.h>

#include <limits>

namespace xieshang::analytics {
namespace {

using Winners = std::vector<std::size_t>;

constexpr auto most = std::numeric_limits<std::uint64_t>::max();

// What is cheapest later was never cheaper before.

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
    const auto found = marks.run();
    EXPECT_EQ(found.winners(), (Winners{1, 0, 2}));
    EXPECT_EQ(found.rounds[0].tied, (Winners{0, 2}));
    EXPECT_EQ(found.rounds[1].tied, (Winners{2}));
    EXPECT_TRUE(found.rounds[2].tied.empty());
}

TEST(EqualShares, TellOfATieWithATwinThatIsNotLookedAt)
{
    const auto found = with({{1, 0}, {1, 0}, {1, 0}}, {2}, {{{0, 1}, 1}, {{2}, 1}}).run();
    EXPECT_EQ(found.winners(), (Winners{0, 2}));
    EXPECT_EQ(found.rounds[0].tied, (Winners{1, 2}));
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

// Worked by hand: 2·10¹² slots, two people with 10¹² each. Project 0 leaves the one a half of that;
// half of what project 1 costs is half a slot more than he has.
TEST(EqualShares, NoticeThatAPurseIsShortByNextToNothing)
{
    const std::uint64_t half = 500'000'000'000;
    const auto marks = with({{half, 0}, {2 * half + 1, 0}}, {4 * half}, {{{0, 1}, 1}, {{1}, 1}});
    const auto found = marks.run();
    ASSERT_EQ(found.winners(), (Winners{0, 1}));
    EXPECT_EQ(found.rounds[1].price.exact, std::to_string(half + 1));
    EXPECT_EQ(found.rounds[1].pay_in_full, 1U);
    EXPECT_EQ(found.rounds[1].pay_the_rest, 1U);
    EXPECT_EQ(found.rounds[1].spent, 1U);
}

} // namespace
} // namespace xieshang::analytics
