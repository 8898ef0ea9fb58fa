// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/opinion_map.h"

#include "platform/analytics/made_up_maps_test.h"
#include "platform/analytics/rand_index.h"
#include "platform/analytics/synthetic.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <numeric>
#include <set>

namespace xieshang::analytics {
namespace {

using Names = std::vector<std::uint32_t>;

// Ascending, with gaps, and the largest that there is among them.
Names sparse_names(std::size_t size, std::uint32_t largest, Lots& lots)
{
    std::set<std::uint32_t> names{largest};
    while (names.size() < size) {
        names.insert(static_cast<std::uint32_t>(lots.below(std::uint64_t{largest} + 1)));
    }
    return {names.begin(), names.end()};
}

Names close_names(std::size_t size, Lots& lots)
{
    Names names;
    for (std::uint32_t next = 0; names.size() < size;
         next += 1 + static_cast<std::uint32_t>(lots.below(3))) {
        names.push_back(next);
    }
    return names;
}

Names of_all(const Names& names, const Names& numbers)
{
    Names result;
    for (const auto number : numbers) {
        result.push_back(names[number]);
    }
    return result;
}

void rename_and_compare(const Answers& answers, const Names& people, const Names& statements)
{
    const auto other = renamed(answers, people, statements);
    for (const auto reference : both_references) {
        const MapSettings settings{.reference = reference};
        const auto before = draw_map(answers, std::array<StatementNumber, 2>{1, 4}, settings);
        const auto after = draw_map(other, std::array{statements[1], statements[4]}, settings);
        RC_ASSERT(is_same_but_for_names(before, after));
        RC_ASSERT(after.participants == of_all(people, before.participants));
        RC_ASSERT(after.statements == of_all(statements, before.statements));
    }
}

TEST(NamesOnAMap, ChangeNothingElseWhileTheirOrderHolds)
{
    EXPECT_TRUE(rc::check("names with gaps", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto answers = chance_answers(30, 12, 0.7, lots);
        rename_and_compare(answers, close_names(30, lots), close_names(12, lots));
    }));
    EXPECT_TRUE(rc::check("huge names", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto answers = chance_answers(30, 12, 0.7, lots);
        rename_and_compare(answers, sparse_names(30, 0xffff'ffff, lots),
            sparse_names(12, most_statement_number, lots));
        rename_and_compare(
            answers, close_names(30, lots), sparse_names(12, most_statement_number, lots));
    }));
}

Names permuted(std::uint32_t size, Lots& lots)
{
    Names names(size);
    std::iota(names.begin(), names.end(), 0);
    shuffle(names, lots);
    return names;
}

// A map, and the map of the same with people and statements renamed: `people[i]` is the place that
// person i has there.
struct Renamed {
    const OpinionMap& before;
    const OpinionMap& after;
    const Names& people;
    const Names& statements;

    // Groups there by group here.
    std::vector<std::size_t> groups() const
    {
        std::vector<std::size_t> groups(before.groups.size());
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (before.labels[i] != OpinionMap::no_group) {
                groups[place_of(before, before.labels[i])] =
                    place_of(after, after.labels[people[i]]);
            }
        }
        return groups;
    }

private:
    static std::size_t place_of(const OpinionMap& map, int id)
    {
        std::size_t place = 0;
        while (map.groups.at(place).id != id) {
            ++place;
        }
        return place;
    }
};

void expect_same_people(const Renamed& maps)
{
    std::vector<int> labels;
    for (std::size_t i = 0; i < maps.people.size(); ++i) {
        const auto there = maps.people[i];
        labels.push_back(maps.after.labels[there]);
        EXPECT_NEAR(maps.before.points.x[i], maps.after.points.x[there], 1e-9);
        EXPECT_NEAR(maps.before.points.y[i], maps.after.points.y[there], 1e-9);
    }
    EXPECT_EQ(maps.before.groups.size(), maps.after.groups.size());
    EXPECT_EQ(adjusted_rand_index(maps.before.labels, labels), 1);
    ASSERT_EQ(maps.before.silhouettes.size(), maps.after.silhouettes.size());
    for (std::size_t i = 0; i < maps.before.silhouettes.size(); ++i) {
        EXPECT_NEAR(maps.before.silhouettes[i].second, maps.after.silhouettes[i].second, 2e-6);
    }
}

void expect_same_figures(const Renamed& maps)
{
    const auto& before = maps.before.figures;
    const auto& after = maps.after.figures;
    for (std::size_t j = 0; j < maps.statements.size(); ++j) {
        const auto there = maps.statements[j];
        EXPECT_EQ(before.tallies[j], after.tallies[there]);
        EXPECT_EQ(before.means[j], after.means[there]);
        EXPECT_NEAR(before.axes[0][j], after.axes[0][there], 1e-9);
        EXPECT_NEAR(before.axes[1][j], after.axes[1][there], 1e-9);
        EXPECT_NEAR(before.extremity[j], after.extremity[there], 1e-9);
        EXPECT_NEAR(before.group_aware_agree[j], after.group_aware_agree[there], 1e-12);
        EXPECT_NEAR(before.group_aware_disagree[j], after.group_aware_disagree[there], 1e-12);
        EXPECT_NEAR(before.priorities[j], after.priorities[there], 1e-7);
        EXPECT_NEAR(before.divisiveness[j], after.divisiveness[there], 1e-12);
        const auto groups = maps.groups();
        for (std::size_t g = 0; g < groups.size(); ++g) {
            EXPECT_EQ(maps.before.group_tallies[g][j], maps.after.group_tallies[groups[g]][there]);
        }
    }
}

std::vector<double> metrics_of(const std::vector<ConsensusStatement>& list)
{
    std::vector<double> metrics;
    for (const auto& one : list) {
        metrics.push_back(one.share * one.share_test);
    }
    return metrics;
}

const RepresentativeStatement* best_of(const Group& group)
{
    const auto found = std::find_if(group.representative.begin(), group.representative.end(),
        [](const auto& one) { return one.is_best_agreed; });
    return found == group.representative.end() ? nullptr : &*found;
}

// Which statement is the best agreed depends, by the rule of the references, on the order in which
// statements are looked at, and with it who is left among five. Where both orders find the same
// one, nothing else depends on them but who comes first of equals.
std::size_t compared_lists(const Renamed& maps)
{
    std::size_t compared = 0;
    const auto groups = maps.groups();
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto& before = maps.before.groups[g];
        const auto& after = maps.after.groups[groups[g]];
        const auto* best = best_of(before);
        const auto* best_there = best_of(after);
        if (best == nullptr || best_there == nullptr
            || maps.statements[best->statement] != best_there->statement) {
            continue;
        }
        ++compared;
        EXPECT_EQ(before.representative.size(), after.representative.size());
        for (std::size_t i = 0;
             i < std::min(before.representative.size(), after.representative.size()); ++i) {
            const auto& one = before.representative[i];
            const auto& other = after.representative[i];
            EXPECT_EQ(one.agrees, other.agrees);
            EXPECT_EQ(one.ratio * one.ratio_test * one.share * one.share_test,
                other.ratio * other.ratio_test * other.share * other.share_test);
        }
    }
    EXPECT_EQ(metrics_of(maps.before.consensus.agree), metrics_of(maps.after.consensus.agree));
    EXPECT_EQ(
        metrics_of(maps.before.consensus.disagree), metrics_of(maps.after.consensus.disagree));
    return compared;
}

TEST(NamesOnAMap, ChangeNobodysGroupWhateverTheirOrder)
{
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        Lots lots(seed);
        const std::uint32_t size = 200 + 80 * static_cast<std::uint32_t>(seed);
        const auto answers = synthesize({.participants = size,
            .statements = 40,
            .votes = 12 * size,
            .groups = 3,
            .seed = seed});
        const auto people = permuted(size, lots);
        const auto statements = permuted(40, lots);
        const auto before = draw_map(answers, std::array<StatementNumber, 1>{7}, {});
        const auto after =
            draw_map(renamed(answers, people, statements), std::array{statements[7]}, {});
        ASSERT_EQ(before.participants.size(), size);
        const Renamed maps{before, after, people, statements};
        expect_same_people(maps);
        expect_same_figures(maps);
        compared += compared_lists(maps);
    }
    EXPECT_GT(compared, 6U);
}

} // namespace
} // namespace xieshang::analytics
