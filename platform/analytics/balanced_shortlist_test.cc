// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/balanced_shortlist.h"

#include "platform/analytics/completion.h"
#include "platform/analytics/drawn_marks_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace xieshang::analytics {
namespace {

using Projects = std::vector<std::size_t>;

struct Case {
    Ballots ballots;
    std::vector<Place> places;
    Projects listed;
    BalanceRules rules;

    BalancedShortlist balance() const { return balanced(ballots, places, listed, rules); }
    std::uint64_t on(const Projects& projects, std::size_t Place::*of, std::size_t number) const
    {
        return static_cast<std::uint64_t>(std::count_if(projects.begin(), projects.end(),
            [&](std::size_t project) { return places[project].*of == number; }));
    }
    // Wanted places that are filled.
    std::uint64_t filled(const Projects& projects) const
    {
        std::uint64_t sum = 0;
        for (std::size_t field = 0; field < rules.wanted.size(); ++field) {
            sum += std::min(rules.wanted[field], on(projects, &Place::field, field));
        }
        return sum;
    }
    bool fits(const Projects& projects) const
    {
        for (std::size_t form = 0; form < rules.slots.size(); ++form) {
            if (on(projects, &Place::form, form) > rules.slots[form]) {
                return false;
            }
        }
        return true;
    }
};

// A list by Equal Shares, filled up or not.
Case drawn()
{
    const auto forms = 1 + up_to(2);
    const auto fields = 1 + up_to(3);
    const auto marks = made_up({.ballots = up_to(12),
                                   .projects = up_to(9),
                                   .forms = forms,
                                   .slots = up_to(3),
                                   .marks_each = *rc::gen::element(1.0, 3.0)},
        up_to(1'000'000));
    Case one{marks.ballots, {}, {}, {marks.slots, {}}};
    for (const auto& project : marks.projects) {
        one.places.push_back({project.form, up_to(fields - 1)});
    }
    for (std::size_t field = 0; field < fields; ++field) {
        one.rules.wanted.push_back(up_to(2));
    }
    const auto run = marks.run();
    one.listed = run.winners();
    if (up_to(1) == 1) {
        for (const auto& step : completion(run, marks.projects)) {
            one.listed.push_back(step.project);
        }
    }
    return one;
}

template <class Property>
bool holds(Property property)
{
    return rc::check([&] {
        for (int instance = 0; instance < 20; ++instance) {
            property(drawn());
        }
    });
}

struct Quality {
    std::uint64_t filled = 0;
    std::size_t enter = 0;
    std::size_t leave = 0;
    std::uint64_t marks = 0;

    auto in_order() const
    {
        return std::tuple(
            -static_cast<std::int64_t>(filled), enter, leave, -static_cast<std::int64_t>(marks));
    }
};

// Of the list that the set `chosen` would be.
Quality quality_of(const Case& one, const Projects& chosen)
{
    const Supporters supporters(one.ballots, one.places.size());
    Quality quality{.filled = one.filled(chosen), .leave = one.listed.size()};
    for (const auto project : chosen) {
        const bool stays =
            std::find(one.listed.begin(), one.listed.end(), project) != one.listed.end();
        quality.enter += stays ? 0 : 1;
        quality.leave -= stays ? 1 : 0;
        quality.marks += supporters.people(project);
    }
    return quality;
}

Quality best_of_all(const Case& one)
{
    auto best = quality_of(one, one.listed);
    for (std::uint32_t set = 0; set < 1U << one.places.size(); ++set) {
        Projects chosen;
        for (std::size_t i = 0; i < one.places.size(); ++i) {
            if ((set >> i & 1U) != 0) {
                chosen.push_back(i);
            }
        }
        if (one.fits(chosen)) {
            const auto quality = quality_of(one, chosen);
            if (quality.in_order() < best.in_order()) {
                best = quality;
            }
        }
    }
    return best;
}

TEST(BalancedShortlist, FillsAllWantedPlacesThatCanBeByTheFewestExchanges)
{
    EXPECT_TRUE(holds([](const Case& one) {
        const auto found = one.balance();
        const auto quality = quality_of(one, found.listed);
        RC_ASSERT(one.fits(found.listed));
        RC_ASSERT(quality.in_order() == best_of_all(one).in_order());
        RC_ASSERT(found.exchanges.size() == quality.enter);
        RC_ASSERT(found.after.marks == quality.marks);
    }));
}

TEST(BalancedShortlist, SaysWhichFieldsStillLack)
{
    EXPECT_TRUE(holds([](const Case& one) {
        const auto found = one.balance();
        std::size_t lacking = 0;
        for (std::size_t field = 0; field < one.rules.wanted.size(); ++field) {
            const auto has = one.on(found.listed, &Place::field, field);
            if (has < one.rules.wanted[field]) {
                RC_ASSERT(found.short_of.at(lacking).field == field);
                RC_ASSERT(found.short_of[lacking].has == has);
                RC_ASSERT(found.short_of[lacking].projects >= has);
                ++lacking;
            }
        }
        RC_ASSERT(found.short_of.size() == lacking);
    }));
}

TEST(BalancedShortlist, LeavesABalancedListAsItIs)
{
    EXPECT_TRUE(holds([](const Case& one) {
        auto balanced_once = one;
        balanced_once.listed = one.balance().listed;
        const auto again = balanced_once.balance();
        RC_ASSERT(again.exchanges.empty());
        RC_ASSERT(again.listed == balanced_once.listed);
        RC_ASSERT(again.gives_up == GivenUp::nothing);
    }));
}

TEST(BalancedShortlist, ExplainsEachExchangeSoThatItCanBeFollowed)
{
    EXPECT_TRUE(holds([](const Case& one) {
        const auto found = one.balance();
        auto listed = one.listed;
        for (const auto& exchange : found.exchanges) {
            const auto& [form, field] = one.places[exchange.enters];
            if (exchange.leaves) {
                RC_ASSERT(one.places[*exchange.leaves].form == form);
                std::replace(listed.begin(), listed.end(), *exchange.leaves, exchange.enters);
            } else {
                listed.push_back(exchange.enters);
                RC_ASSERT(exchange.lose == 0U);
                RC_ASSERT(exchange.gives_up == GivenUp::nothing);
            }
            RC_ASSERT(one.fits(listed));
            const auto had = one.on(one.listed, &Place::field, field);
            RC_ASSERT((exchange.why == WhyEnters::field_lacks) == (had < one.rules.wanted[field]));
        }
        RC_ASSERT(listed == found.listed);
    }));
}

Case with(std::vector<Place> places, Projects listed, BalanceRules rules,
    const std::vector<std::pair<std::vector<std::uint32_t>, std::uint32_t>>& ballots)
{
    Case one{{}, std::move(places), std::move(listed), std::move(rules)};
    for (const auto& [projects, people] : ballots) {
        one.ballots.add(projects, people);
    }
    return one;
}

// Two slots, 30 people each for 0 and 1, of field 0; 4 people for 2, of field 1, of whom 1 marked
// 1, too.
TEST(BalancedShortlist, NamesWhoLeavesWhoEntersAndWhoseClaimIsNoLongerMet)
{
    const auto one = with({{0, 0}, {0, 0}, {0, 1}}, {0, 1}, {{2}, {1, 1}},
        {{{0}, 30}, {{1}, 29}, {{1, 2}, 1}, {{2}, 3}});
    const auto found = one.balance();
    EXPECT_EQ(found.listed, (Projects{0, 2}));
    ASSERT_EQ(found.exchanges.size(), 1U);
    const auto& exchange = found.exchanges[0];
    EXPECT_EQ(exchange.leaves, 1U);
    EXPECT_EQ(exchange.enters, 2U);
    EXPECT_EQ(exchange.why, WhyEnters::field_lacks);
    EXPECT_EQ(exchange.lose, 29U);
    EXPECT_EQ(exchange.gain, 3U);
    EXPECT_EQ(found.before.people_without, 3U);
    EXPECT_EQ(found.after.people_without, 29U);
    EXPECT_EQ(found.before.marks, 60U);
    EXPECT_EQ(found.after.marks, 34U);
    // 63 people, 2 slots: 31.5 are worth one, and 29 have nothing.
    EXPECT_EQ(exchange.gives_up, GivenUp::promise);
    EXPECT_EQ(found.gives_up, GivenUp::promise);

    const auto more =
        with({{0, 0}, {0, 0}, {0, 1}}, {0, 1}, {{2}, {1, 1}}, {{{0}, 34}, {{1}, 33}, {{2}, 1}});
    EXPECT_EQ(more.balance().exchanges[0].gives_up, GivenUp::promise);
    const auto claimed =
        with({{0, 0}, {0, 0}, {0, 1}}, {0, 1}, {{2}, {1, 1}}, {{{0}, 35}, {{1}, 35}, {{2}, 0}});
    EXPECT_EQ(claimed.balance().listed, (Projects{0, 2}));
    EXPECT_EQ(claimed.balance().gives_up, GivenUp::claims);
    EXPECT_EQ(claimed.balance().exchanges[0].claims, (std::vector<UnmetClaim>{{1, 35, 1}}));
}

// 40 of 60 people want 3, which was passed over before: the exchange of 1 for 2 takes nothing of
// it.
TEST(BalancedShortlist, TakesNoBlameForAClaimThatWasUnmetBefore)
{
    const auto found = with({{0, 0}, {0, 0}, {0, 1}, {0, 0}}, {0, 1}, {{2}, {1, 1}},
        {{{0}, 10}, {{1}, 9}, {{2}, 1},
            {{3}, 40}}).balance();
    EXPECT_EQ(found.listed, (Projects{0, 2}));
    EXPECT_EQ(found.before.claims, (std::vector<UnmetClaim>{{3, 40, 1}}));
    EXPECT_EQ(found.after.claims, found.before.claims);
    EXPECT_EQ(found.exchanges.at(0).claims, std::vector<UnmetClaim>());
    EXPECT_EQ(found.gives_up, GivenUp::promise);
}

// Field 1 lacks and its only project needs form 0, whose only slot holds the only one of field 0;
// so another of field 0 enters form 1, where nothing stands.
TEST(BalancedShortlist, ReplacesWhatItsFieldCannotDoWithout)
{
    const auto one = with({{0, 0}, {0, 1}, {1, 0}}, {0}, {{1, 1}, {1, 1}}, {{{0}, 9}, {{1, 2}, 1}});
    const auto found = one.balance();
    EXPECT_EQ(found.listed, (Projects{1, 2}));
    ASSERT_EQ(found.exchanges.size(), 2U);
    EXPECT_EQ(found.exchanges[0].why, WhyEnters::field_lacks);
    EXPECT_EQ(found.exchanges[1].why, WhyEnters::replaces);
    EXPECT_EQ(found.exchanges[1].leaves, std::nullopt);
}

TEST(BalancedShortlist, WantsOnePlaceForEachFieldThatHasAProject)
{
    const std::vector<Place> places{{0, 0}, {0, 3}, {0, 3}};
    EXPECT_EQ(one_for_each(places, 5), (std::vector<std::uint64_t>{1, 0, 0, 1, 0}));
    EXPECT_THROW(one_for_each(places, 3), std::out_of_range);
}

TEST(BalancedShortlist, RefusesWhatIsNotThere)
{
    EXPECT_THROW(with({{0, 0}}, {0, 0}, {{2}, {1}}, {}).balance(), std::invalid_argument);
    EXPECT_THROW(with({{0, 0}}, {0}, {{0}, {1}}, {}).balance(), std::invalid_argument);
    EXPECT_THROW(with({{1, 0}}, {}, {{1}, {1}}, {}).balance(), std::out_of_range);
    EXPECT_THROW(with({{0, 1}}, {}, {{1}, {1}}, {}).balance(), std::out_of_range);
    EXPECT_THROW(with({{0, 0}}, {1}, {{1}, {1}}, {}).balance(), std::out_of_range);
    EXPECT_TRUE(with({}, {}, {{}, {}}, {}).balance().listed.empty());
}

} // namespace
} // namespace xieshang::analytics
