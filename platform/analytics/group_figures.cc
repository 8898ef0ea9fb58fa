// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/group_figures.h"

#include "platform/analytics/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace xieshang::analytics {
namespace {

constexpr std::size_t most_listed = 5;

// The order in which the reference looks at statements: ascending, or with Polis as they first
// occur when people come by number and each answers in ascending order.
std::vector<std::size_t> order_of(
    const OpinionMap& map, const AnswerTable& table, Reference reference)
{
    std::vector<std::size_t> order;
    std::vector<std::uint8_t> is_taken = map.left_out;
    for (std::size_t i = 0; reference == Reference::polis && i < table.rows(); ++i) {
        for (const auto cell : table.row(i)) {
            if (std::exchange(is_taken[statement_of(cell)], 1) == 0) {
                order.push_back(statement_of(cell));
            }
        }
    }
    for (std::size_t statement = 0; statement < is_taken.size(); ++statement) {
        if (is_taken[statement] == 0) {
            order.push_back(statement);
        }
    }
    return order;
}

void list_statements(OpinionMap& map, const ListRules& rules)
{
    std::vector<Tally> all(map.statements.size());
    for (const auto& tallies : map.group_tallies) {
        for (std::size_t statement = 0; statement < all.size(); ++statement) {
            add(all[statement], tallies[statement]);
        }
    }
    for (std::size_t g = 0; g < map.groups.size(); ++g) {
        auto others = all;
        for (std::size_t statement = 0; statement < all.size(); ++statement) {
            for (std::size_t stance = 0; stance < 3; ++stance) {
                others[statement].by_stance[stance] -=
                    map.group_tallies[g][statement].by_stance[stance];
            }
        }
        map.groups[g].representative = representatives(map.group_tallies[g], others, rules);
    }
    map.consensus = consensus(map.figures.tallies, rules);
}

void add_group_aware(OpinionMap& map)
{
    auto& figures = map.figures;
    const auto statements = map.statements.size();
    figures.group_aware_agree.assign(statements, 1);
    figures.group_aware_disagree.assign(statements, 1);
    figures.divisiveness.assign(statements, 0);
    for (std::size_t statement = 0; statement < statements; ++statement) {
        double least = 1;
        double most = 0;
        for (const auto& tallies : map.group_tallies) {
            const auto& tally = tallies[statement];
            const double agree = smoothed({tally.agree(), tally.seen()});
            figures.group_aware_agree[statement] *= agree;
            figures.group_aware_disagree[statement] *= smoothed({tally.disagree(), tally.seen()});
            least = std::min(least, agree);
            most = std::max(most, agree);
        }
        if (map.group_tallies.size() > 1 && map.left_out[statement] == 0) {
            figures.divisiveness[statement] = most - least;
        }
    }
}

double priority(const Tally& tally, double extremity)
{
    const auto passes = tally.seen() - tally.agree() - tally.disagree();
    const double importance = smoothed({tally.agree(), tally.seen()})
        * (1 - smoothed({passes, tally.seen()})) * (1 + extremity);
    const double newness = 1 + 8 * std::exp2(-static_cast<double>(tally.seen()) / 5);
    return importance * newness * importance * newness;
}

void add_priorities(OpinionMap& map, Reference reference, const std::vector<Tally>& before)
{
    map.figures.priorities.clear();
    for (std::size_t statement = 0; statement < map.statements.size(); ++statement) {
        Tally tally; // Polis takes the counts of the update before
        if (reference == Reference::polis && !before.empty() && map.left_out[statement] == 0) {
            tally = before[statement];
        }
        for (std::size_t g = 0; reference == Reference::reddwarf && g < map.groups.size(); ++g) {
            add(tally, map.group_tallies[g][statement]);
        }
        map.figures.priorities.push_back(priority(tally, map.figures.extremity[statement]));
    }
}

void add_agreement(OpinionMap& map)
{
    double alike = 0;
    double answers = 0;
    for (std::size_t statement = 0; statement < map.statements.size(); ++statement) {
        const double seen = map.figures.tallies[statement].seen();
        if (map.left_out[statement] != 0 || seen < 2) {
            continue;
        }
        for (const double count : map.figures.tallies[statement].by_stance) {
            alike += count * (count - 1) / (seen - 1);
        }
        answers += seen;
    }
    map.agreement = answers == 0 ? 0 : alike / answers;
}

// Of a person's answers, those to statements that are not left out.
std::size_t answers_of(std::span<const Cell> row, const std::vector<std::uint8_t>& left_out)
{
    return static_cast<std::size_t>(std::count_if(
        row.begin(), row.end(), [&](Cell cell) { return left_out[statement_of(cell)] == 0; }));
}

double median_answers(
    const AnswerTable& table, const std::vector<std::uint8_t>& left_out, bool leaves_out)
{
    std::vector<std::size_t> people(table.columns() + 1, 0); // by number of answers
    for (std::size_t i = 0; i < table.rows(); ++i) {
        ++people[leaves_out ? answers_of(table.row(i), left_out) : table.length_of(i)];
    }
    const auto nth = [&](std::size_t place) {
        std::size_t length = 0;
        for (auto below = people[0]; below <= place; below += people[++length]) {}
        return static_cast<double>(length);
    };
    return (nth((table.rows() - 1) / 2) + nth(table.rows() / 2)) / 2;
}

void add_participation(OpinionMap& map, const AnswerTable& table)
{
    auto& figures = map.participation;
    figures = {};
    figures.answers = table.answers();
    for (const auto& group : map.groups) {
        figures.grouped += group.size;
    }
    if (table.rows() == 0) {
        return;
    }
    std::size_t shown = 0;
    for (std::size_t statement = 0; statement < table.columns(); ++statement) {
        shown += map.left_out[statement] == 0 ? 1 : 0;
        figures.answers_left_out +=
            map.left_out[statement] != 0 ? table.tallies()[statement].seen() : 0;
    }
    figures.median_answers = median_answers(table, map.left_out, shown < table.columns());
    figures.answers_each = static_cast<double>(figures.answers - figures.answers_left_out)
        / static_cast<double>(table.rows());
    figures.filled = shown == 0 ? 0 : figures.answers_each / static_cast<double>(shown);
}

void list_divisive(OpinionMap& map)
{
    std::vector<std::size_t> order(map.statements.size());
    std::iota(order.begin(), order.end(), 0);
    std::erase_if(order, [&](std::size_t at) { return map.figures.divisiveness[at] <= 0; });
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return map.figures.divisiveness[one] > map.figures.divisiveness[other];
    });
    order.resize(std::min(order.size(), most_listed));
    map.divisive = std::move(order);
}

} // namespace

std::vector<std::vector<Tally>> count_groups(
    const OpinionMap& map, const AnswerTable& table, Crew& crew)
{
    std::vector<std::uint8_t> place_of_id(
        map.groups.empty() ? 0 : static_cast<std::size_t>(map.groups.back().id) + 1);
    for (std::size_t g = 0; g < map.groups.size(); ++g) {
        place_of_id[static_cast<std::size_t>(map.groups[g].id)] = static_cast<std::uint8_t>(g);
    }
    const auto parts = table.parts();
    const auto width = 3 * table.columns();
    std::vector<std::vector<std::uint32_t>> counts(parts);
    crew.share(parts, [&](std::size_t part) {
        auto& own = counts[part];
        own.assign(width * map.groups.size(), 0);
        const auto range = table.rows_of(part, parts);
        for (auto i = range.begin; i < range.end; ++i) {
            if (map.labels[i] == OpinionMap::no_group) {
                continue;
            }
            auto* of_group =
                own.data() + width * place_of_id[static_cast<std::size_t>(map.labels[i])];
            for (const auto cell : table.row(i)) {
                ++of_group[cell];
            }
        }
    });
    std::vector<std::vector<Tally>> tallies(map.groups.size(), std::vector<Tally>(table.columns()));
    for (const auto& own : counts) {
        for (std::size_t g = 0; g < tallies.size(); ++g) {
            for (std::size_t at = 0; at < width; ++at) {
                tallies[g][at / 3].by_stance[at % 3] += own[width * g + at];
            }
        }
    }
    return tallies;
}

void add_figures(OpinionMap& map, const AnswerTable& table, const MapSettings& settings,
    const std::vector<Tally>& before)
{
    const bool is_polis = settings.reference == Reference::polis;
    map.figures.tallies = table.tallies();
    list_statements(map,
        {.z = is_polis ? z_of_polis : z_of_90_percent,
            .order = order_of(map, table, settings.reference),
            .most = most_listed,
            .lists_without_best = is_polis || settings.lists_without_best,
            .lists_minorities = is_polis || settings.lists_minorities,
            .last_of_equals = is_polis});
    add_group_aware(map);
    add_priorities(map, settings.reference, before);
    add_agreement(map);
    add_participation(map, table);
    list_divisive(map);
}

} // namespace xieshang::analytics
