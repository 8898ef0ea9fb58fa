// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/representatives.h"

#include "platform/analytics/statistics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace xieshang::analytics {
namespace {

Tally said(std::uint32_t disagree, std::uint32_t pass, std::uint32_t agree)
{
    return {{disagree, pass, agree}};
}

// How a group and all others answered one statement.
struct Answered {
    Tally own;
    Tally others;
};

const Tally divided = said(10, 0, 10);
const Answered sure_yes{said(0, 0, 20), divided};
const Answered sure_no{said(20, 0, 0), divided};
const Answered like_all{divided, divided};
const Answered unheard{said(0, 0, 0), divided};
const Answered passed{said(0, 20, 0), divided};

ListRules rules_for(std::size_t statements, double z = z_of_90_percent)
{
    ListRules rules{.z = z, .order = std::vector<std::size_t>(statements)};
    std::iota(rules.order.begin(), rules.order.end(), 0);
    return rules;
}

std::vector<RepresentativeStatement> listed(
    const std::vector<Answered>& answered, const ListRules& rules)
{
    std::vector<Tally> own;
    std::vector<Tally> others;
    for (const auto& one : answered) {
        own.push_back(one.own);
        others.push_back(one.others);
    }
    return representatives(own, others, rules);
}

std::vector<RepresentativeStatement> listed(const std::vector<Answered>& answered)
{
    return listed(answered, rules_for(answered.size()));
}

using Places = std::vector<std::size_t>;

template <class List>
Places places(const List& list)
{
    Places places;
    for (const auto& one : list) {
        places.push_back(one.statement);
    }
    return places;
}

TEST(RepresentativeStatements, CarryTheNumbersOfTheSideThatTheGroupTakes)
{
    const auto list = listed({{said(1, 2, 16), said(8, 3, 5)}, {said(16, 2, 1), said(5, 3, 8)}});
    ASSERT_EQ(places(list), (Places{0, 1}));
    EXPECT_TRUE(list[0].agrees && list[0].is_best_agreed);
    EXPECT_FALSE(list[1].agrees || list[1].is_best_agreed);
    for (const auto& one : list) {
        EXPECT_EQ(one.successes, 16U);
        EXPECT_EQ(one.trials, 19U);
        EXPECT_EQ(one.share, smoothed({16, 19}));
        EXPECT_EQ(one.share_test, against_half({16, 19}));
        EXPECT_EQ(one.ratio, smoothed({16, 19}) / smoothed({5, 16}));
        EXPECT_EQ(one.ratio_test, against({16, 19}, {5, 16}));
    }
    EXPECT_EQ(list[0].agreeing, 16U);
    EXPECT_EQ(list[1].agreeing, 1U);
}

TEST(RepresentativeStatements, AreSureInBothTestsAndStrictly)
{
    // The share is sure, but the others say the same; and the other way round.
    const Answered not_its_own{said(0, 0, 20), said(0, 0, 20)};
    const Answered not_most{said(12, 0, 8), said(40, 0, 0)};
    EXPECT_EQ(places(listed({not_its_own, not_most, sure_no})), (Places{0, 2})); // 0: best agreed
    const auto all = listed({sure_yes, sure_no});
    const double least = std::min(all[1].ratio_test, all[1].share_test);
    EXPECT_EQ(places(listed({sure_yes, sure_no}, rules_for(2, least))), (Places{0}));
    EXPECT_EQ(places(listed({sure_yes, sure_no}, rules_for(2, least - 1e-9))), (Places{0, 1}));
}

TEST(RepresentativeStatements, SayNoWhereBothSidesAreAsSure)
{
    const auto list = listed({like_all});
    ASSERT_EQ(places(list), (Places{0}));
    EXPECT_FALSE(list[0].agrees);
}

TEST(RepresentativeStatements, HaveOneThatIsBestAgreed)
{
    // Without a best one: a share that is surely above a half, or more than a half and more than
    // the others'. Nobody agrees or disagrees with what is passed.
    EXPECT_FALSE(listed({passed})[0].is_best_agreed);
    EXPECT_FALSE(listed({unheard})[0].is_best_agreed);
    EXPECT_FALSE(listed({{said(11, 0, 9), said(30, 0, 0)}})[0].is_best_agreed);
    EXPECT_TRUE(listed({{said(9, 0, 11), said(30, 0, 0)}})[0].is_best_agreed);
    EXPECT_FALSE(listed({{said(9, 0, 11), said(0, 0, 30)}})[0].is_best_agreed);
    EXPECT_TRUE(listed({{said(1, 0, 19), said(0, 0, 30)}})[0].is_best_agreed);
}

std::size_t best_of(const std::vector<Answered>& answered)
{
    const auto list = listed(answered);
    const auto found =
        std::find_if(list.begin(), list.end(), [](const auto& one) { return one.is_best_agreed; });
    return found == list.end() ? answered.size() : found->statement;
}

TEST(RepresentativeStatements, MeasureTheBestAgreedByTheOneBeforeIt)
{
    const Answered own_and_sure{said(0, 0, 20), said(20, 0, 0)};
    const Answered not_own_but_surer{said(0, 0, 60), said(0, 0, 200)};
    // The best so far is the group's own: a surer one that all share does not replace it.
    EXPECT_EQ(best_of({own_and_sure, not_own_but_surer}), 0U);
    // The best so far is not: how sure the share is decides alone.
    const Answered not_own{said(1, 0, 19), said(0, 0, 30)};
    EXPECT_EQ(best_of({not_own, not_own_but_surer}), 1U);
    EXPECT_EQ(best_of({not_own_but_surer, own_and_sure}), 0U);
    // Of equals the first stays.
    EXPECT_EQ(best_of({sure_yes, sure_yes}), 0U);
    EXPECT_EQ(best_of({like_all, own_and_sure, not_own_but_surer}), 1U);
}

TEST(RepresentativeStatements, AreLookedAtInTheOrderThatIsAsked)
{
    ListRules rules = rules_for(2);
    rules.order = {1, 0};
    EXPECT_TRUE(listed({sure_yes, sure_yes}, rules)[0].is_best_agreed);
    EXPECT_EQ(places(listed({sure_yes, sure_yes}, rules)), (Places{1, 0}));
    rules.order = {1};
    EXPECT_EQ(places(listed({sure_yes, sure_yes}, rules)), (Places{1}));
}

// Ten more that agree are surer than ten less.
Answered yes_of(std::uint32_t people) { return {said(0, 0, people), divided}; }
Answered no_of(std::uint32_t people) { return {said(people, 0, 0), divided}; }

TEST(RepresentativeStatements, AreCutToFiveFirstAndThenThoseThatAgreeComeFirst)
{
    EXPECT_EQ(places(listed({no_of(60), yes_of(10), no_of(50), yes_of(20), no_of(40), yes_of(30),
                  no_of(30)})),
        (Places{5, 0, 2, 4, 6})); // 5 is the best agreed; 20 and 10 come behind four that disagree
    EXPECT_EQ(
        places(listed({yes_of(10), no_of(20), yes_of(30), yes_of(20)})), (Places{2, 3, 0, 1}));
}

TEST(RepresentativeStatements, KeepTheOrderOfEquals)
{
    EXPECT_EQ(places(listed({sure_no, sure_no, sure_no})), (Places{0, 1, 2}));
}

TEST(RepresentativeStatements, FallBackOnTheLeastUnsure)
{
    const Answered hardly{said(11, 0, 9), said(12, 0, 8)};
    const Answered somewhat{said(12, 0, 8), said(14, 0, 6)};
    EXPECT_EQ(places(listed({hardly, somewhat})), (Places{1}));
    EXPECT_EQ(places(listed({somewhat, hardly})), (Places{0}));
    EXPECT_EQ(places(listed({somewhat, somewhat})), (Places{0}));
    EXPECT_TRUE(listed({}).empty());
    // Nothing is sure, but something is best agreed: it stands alone.
    EXPECT_EQ(places(listed({somewhat, {said(9, 0, 11), said(10, 0, 10)}})), (Places{1}));
}

// Polis compares with the largest so far in single precision, so that the last of equals is taken
// where that is rounded down.
TEST(RepresentativeStatements, FallBackOnTheLastOfEqualsWhereSinglePrecisionIsLess)
{
    ListRules rules = rules_for(2);
    rules.last_of_equals = true;
    std::size_t rounded_down = 0;
    for (std::uint32_t disagree = 13; disagree < 19; ++disagree) {
        const Answered unsure{said(11, 0, 11), said(disagree, 0, 22 - disagree)};
        const double largest = against({11, 22}, {22 - disagree, 22});
        const bool is_less = static_cast<double>(static_cast<float>(largest)) < largest;
        EXPECT_EQ(places(listed({unsure, unsure}, rules)), (Places{is_less ? 1U : 0U}));
        rounded_down += is_less ? 1 : 0;
    }
    EXPECT_TRUE(rounded_down > 0 && rounded_down < 6) << rounded_down;
}

TEST(RepresentativeStatements, AreNoneForRedDwarfWhereNoneIsBestAgreed)
{
    ListRules rules = rules_for(2);
    EXPECT_EQ(places(listed({sure_no, like_all}, rules)), (Places{0}));
    rules.lists_without_best = false;
    EXPECT_TRUE(listed({sure_no, like_all}, rules).empty());
    EXPECT_EQ(places(listed({sure_no, sure_yes}, rules)), (Places{1, 0}));
    EXPECT_EQ(places(listed({like_all, like_all}, rules)), (Places{0})); // nothing sure: fallback
}

// No group is told to say what most of it denies, unless a map is held against a reference.
TEST(RepresentativeStatements, AreSaidByMoreThanHalf)
{
    const auto unsure = std::vector<Answered>{{said(4, 2, 3), said(3, 2, 4)}};
    ListRules rules = rules_for(1);
    ASSERT_EQ(listed(unsure, rules).size(), 1); // the least unsure: 4 of 9 disagree
    rules.lists_minorities = false;
    EXPECT_TRUE(listed(unsure, rules).empty());
    EXPECT_EQ(places(listed({sure_no, sure_yes}, rules_for(2))), (Places{1, 0}));
}

TEST(ConsensusStatements, AreSurelySaidByMoreThanHalfTheBestFirst)
{
    const std::vector<Tally> everybody{said(0, 0, 10), said(9, 0, 10), said(0, 0, 30),
        said(30, 0, 0), said(0, 30, 0), said(2, 1, 20), said(12, 0, 3)};
    const auto found = consensus(everybody, rules_for(everybody.size()));
    EXPECT_EQ(places(found.agree), (Places{2, 5, 0}));
    EXPECT_EQ(places(found.disagree), (Places{3, 6}));
    EXPECT_EQ(found.agree[1].successes, 20U);
    EXPECT_EQ(found.agree[1].trials, 23U);
    EXPECT_EQ(found.agree[1].share, smoothed({20, 23}));
    EXPECT_EQ(found.disagree[1].share_test, against_half({12, 15}));
}

TEST(ConsensusStatements, AreFiveAtMostAndTheFirstOfEquals)
{
    const std::vector<Tally> everybody(8, said(0, 0, 10));
    auto rules = rules_for(8);
    std::reverse(rules.order.begin(), rules.order.end());
    EXPECT_EQ(places(consensus(everybody, rules).agree), (Places{7, 6, 5, 4, 3}));
    EXPECT_TRUE(consensus(everybody, rules).disagree.empty());
}

TEST(ConsensusStatements, AreSureStrictly)
{
    const std::vector<Tally> everybody{said(0, 0, 3)}; // 2 √4 (4/4 − ½) = 2
    EXPECT_TRUE(consensus(everybody, rules_for(1, 2)).agree.empty());
    EXPECT_EQ(consensus(everybody, rules_for(1, 1.999)).agree.size(), 1U);
}

} // namespace
} // namespace xieshang::analytics
