// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/opinion_map.h"

#include "platform/analytics/k_means.h"
#include "platform/analytics/made_up_maps_test.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

namespace xieshang::analytics {
namespace {

std::string trouble_with_numbers(const OpinionMap& map)
{
    const auto numbers = NumbersOf(map).all();
    return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); })
        ? ""
        : "a number that is none";
}

std::string trouble_with_labels(const OpinionMap& map)
{
    std::map<int, std::size_t> sizes;
    for (const auto label : map.labels) {
        ++sizes[label];
    }
    sizes.erase(OpinionMap::no_group);
    std::size_t grouped = 0;
    for (const auto& group : map.groups) {
        if (group.size == 0 || sizes[group.id] != group.size) {
            return "a group of another size than it says";
        }
        grouped += group.size;
    }
    return sizes.size() != map.groups.size() || grouped != map.participation.grouped
        ? "a label of no group"
        : "";
}

std::string trouble_with_sizes(const OpinionMap& map)
{
    const auto people = map.participants.size();
    const auto statements = map.statements.size();
    const auto& figures = map.figures;
    const bool fits = map.points.x.size() == people && map.points.y.size() == people
        && map.labels.size() == people && map.left_out.size() == statements
        && figures.means.size() == statements && figures.axes[0].size() == statements
        && figures.axes[1].size() == statements && figures.extremity.size() == statements
        && figures.group_aware_agree.size() == statements
        && figures.group_aware_disagree.size() == statements
        && figures.priorities.size() == statements && figures.divisiveness.size() == statements
        && figures.tallies.size() == statements && map.group_tallies.size() == map.groups.size();
    return fits ? "" : "lists of other lengths than there are people or statements";
}

std::string trouble_with(const OpinionMap& map)
{
    return trouble_with_numbers(map) + trouble_with_labels(map) + trouble_with_sizes(map);
}

// In both references and for many numbers of groups; the last map is one of two to five groups.
struct Maps {
    std::vector<OpinionMap> maps;

    Maps(const Answers& answers, std::span<const StatementNumber> left_out)
    {
        for (const auto reference : both_references) {
            for (const std::size_t groups : {1, 2, 3, 5, 16, 17, 40, 0}) {
                for (const bool as_reference : {false, true}) {
                    maps.push_back(draw_map(answers, left_out,
                        {.reference = reference,
                            .groups = groups,
                            .axes_as_reference = as_reference,
                            .lists_without_best = !as_reference,
                            .lists_minorities = as_reference}));
                    EXPECT_EQ(trouble_with(maps.back()), "") << groups;
                    EXPECT_LE(maps.back().groups.size(), groups == 0 ? 5 : groups);
                }
            }
        }
    }
    explicit Maps(const Answers& answers) : Maps(answers, {}) {}

    std::set<std::size_t> numbers_of_groups() const
    {
        std::set<std::size_t> numbers;
        for (const auto& map : maps) {
            numbers.insert(map.groups.size());
        }
        return numbers;
    }
    void all_stand_in_the_middle() const
    {
        for (const auto& map : maps) {
            for (std::size_t i = 0; i < map.points.size(); ++i) {
                EXPECT_EQ(std::abs(map.points.x[i]) + std::abs(map.points.y[i]), 0);
            }
        }
    }
};

using Sizes = std::set<std::size_t>;

Answers all_say(Stance stance, std::uint32_t people, std::uint32_t statements)
{
    Answers answers;
    for (std::uint32_t person = 0; person < people; ++person) {
        for (std::uint32_t statement = 0; statement < statements; ++statement) {
            answers.given.emplace_back(person, statement, stance);
        }
    }
    return answers;
}

TEST(SmallMap, OfNothingIsEmpty)
{
    const Maps drawn{Answers{}};
    EXPECT_EQ(drawn.numbers_of_groups(), (Sizes{0}));
    EXPECT_EQ(drawn.maps[0].participants.size() + drawn.maps[0].statements.size(), 0U);
}

TEST(SmallMap, OfOnePersonHasOneGroup)
{
    for (const std::uint32_t statements : {1, 2, 9}) {
        const Maps drawn(all_say(Stance::agree, 1, statements));
        EXPECT_EQ(drawn.numbers_of_groups(), (Sizes{1}));
        drawn.all_stand_in_the_middle();
    }
}

TEST(SmallMap, OfTwoWhoDifferHasTwoGroups)
{
    for (const std::uint32_t statements : {1, 2, 9}) {
        auto answers = all_say(Stance::agree, 2, statements);
        answers.given.back() = {1, statements - 1, Stance::disagree};
        EXPECT_EQ(Maps(answers).numbers_of_groups(), (Sizes{1, 2})); // 1: where one is asked for
    }
}

TEST(SmallMap, OfOneStatementHasAsManyGroupsAsAnswersAtMost)
{
    Answers answers;
    for (std::uint32_t person = 0; person < 30; ++person) {
        answers.given.emplace_back(
            person, 5, static_cast<Stance>(static_cast<int>(person % 3) - 1));
    }
    const Maps drawn(answers);
    EXPECT_EQ(drawn.numbers_of_groups(), (Sizes{1, 2, 3}));
    EXPECT_NEAR(drawn.maps[0].figures.axes[0][0] * drawn.maps[0].figures.axes[0][0], 1, 1e-12);
}

TEST(SmallMap, HasOneGroupWhereAllSayTheSame)
{
    for (const auto stance : {Stance::agree, Stance::pass, Stance::disagree}) {
        for (const std::uint32_t people : {2U, 20U, 600U}) {
            const Maps drawn(all_say(stance, people, 8));
            EXPECT_EQ(drawn.numbers_of_groups(), (Sizes{1}));
            drawn.all_stand_in_the_middle();
            EXPECT_EQ(drawn.maps[0].agreement, people > 1 ? 1 : 0);
            EXPECT_TRUE(drawn.maps[0].divisive.empty());
        }
    }
}

TEST(SmallMap, HasOneGroupWhereNobodyAnsweredTheSameStatement)
{
    Answers answers;
    for (std::uint32_t person = 0; person < 20; ++person) {
        answers.given.emplace_back(person, person, Stance::disagree);
    }
    const Maps drawn(answers);
    EXPECT_EQ(drawn.maps[0].groups.size(), 0U);     // nobody answered enough
    EXPECT_EQ(drawn.maps.back().groups.size(), 1U); // with Polis fifteen people
}

TEST(SmallMap, HasNoGroupWhereEverybodyIsBelowTheMinimum)
{
    Lots lots(1);
    Answers answers = all_say(Stance::agree, 40, 6);
    for (auto& answer : answers.given) {
        answer = {answer.participant(), (answer.statement() + answer.participant()) % 12,
            lots.below(2) == 0 ? Stance::agree : Stance::disagree};
    }
    const Maps drawn(answers);
    EXPECT_TRUE(drawn.maps[0].groups.empty());
    EXPECT_EQ(drawn.maps[0].participation.grouped, 0U);
    EXPECT_EQ(drawn.maps[0].participants.size(), 40U);
    EXPECT_FALSE(drawn.maps[0].variances[0] == 0); // but all are placed
    EXPECT_EQ(drawn.maps.back().participation.grouped, 15U);
}

TEST(SmallMap, KeepsTwoGroupsWhereAllRowsAreCopiesOfTwo)
{
    for (const std::uint32_t copies : {1, 2, 50, 500}) {
        Answers answers;
        for (std::uint32_t person = 0; person < 2 * copies; ++person) {
            for (std::uint32_t statement = 0; statement < 10; ++statement) {
                answers.given.emplace_back(
                    person, statement, person % 2 == 0 ? Stance::agree : Stance::disagree);
            }
        }
        const Maps drawn(answers);
        EXPECT_EQ(drawn.numbers_of_groups(), (Sizes{1, 2}));
        const auto map = draw_map(answers, {}, {});
        EXPECT_NEAR(map.silhouette, copies > 1 ? 1 : 0, 1e-6); // who is alone holds to nobody
        EXPECT_EQ(map.groups[0].size, copies);
    }
}

TEST(SmallMap, KnowsNothingOfStatementsThatNobodyAnswered)
{
    const auto answers = all_say(Stance::agree, 20, 8);
    const std::array<StatementNumber, 4> rejected{8, 1'000, most_statement_number, 3};
    const Maps drawn(answers, rejected);
    EXPECT_EQ(drawn.maps[0].statements.size(), 8U);
    EXPECT_EQ(drawn.maps[0].left_out, (std::vector<std::uint8_t>{0, 0, 0, 1, 0, 0, 0, 0}));
}

TEST(SmallMap, SaysNothingWhereEveryStatementIsRejected)
{
    Lots lots(2);
    const std::array<StatementNumber, 9> rejected{0, 1, 2, 3, 4, 5, 6, 7, 8};
    const Maps drawn(chance_answers(30, 9, 0.9, lots), rejected);
    EXPECT_EQ(drawn.numbers_of_groups(), (Sizes{1}));
    drawn.all_stand_in_the_middle();
    EXPECT_TRUE(drawn.maps[0].consensus.agree.empty());
    EXPECT_TRUE(drawn.maps[0].groups[0].representative.empty());
    EXPECT_EQ(drawn.maps[0].agreement, 0);
}

TEST(SmallMap, TellsApartNoMoreGroupsThanPlacesAndNoMoreThanSixteen)
{
    Lots lots(3);
    const auto few = chance_answers(9, 8, 1, lots);
    EXPECT_EQ(draw_map(few, {}, {.groups = 12}).groups.size(), 9U);
    const auto many = chance_answers(300, 30, 1, lots);
    for (const auto reference : both_references) {
        const auto map = draw_map(many, {}, {.reference = reference, .groups = 40});
        EXPECT_GT(map.groups.size(), 8U);
        EXPECT_LE(map.groups.size(), most_groups);
        EXPECT_LE(map.silhouettes.at(0).first, most_groups);
    }
}

TEST(SmallMap, IsSoundWhateverIsSaid)
{
    EXPECT_TRUE(rc::check("small maps are sound", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto people = *rc::gen::inRange<std::uint32_t>(0, 25);
        const auto statements = *rc::gen::inRange<std::uint32_t>(1, 12);
        const auto answers = chance_answers(people, statements, lots.fraction(), lots);
        const std::array rejected{static_cast<StatementNumber>(lots.below(12))};
        for (const auto reference : both_references) {
            const auto map = draw_map(answers, rejected,
                {.reference = reference,
                    .groups = static_cast<std::size_t>(lots.below(20)),
                    .minimum_answers = static_cast<std::size_t>(lots.below(9))});
            RC_ASSERT(trouble_with(map) == "");
        }
    }));
}

} // namespace
} // namespace xieshang::analytics
