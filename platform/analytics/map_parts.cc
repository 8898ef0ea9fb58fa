// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/map_parts.h"

#include <algorithm>

namespace xieshang::analytics {
namespace {

constexpr std::size_t least_people_of_polis = 15;
constexpr std::size_t answers_worth_a_thread = 60'000; // it takes 0.1 ms to begin

} // namespace

void begins(const MapSettings& settings, Stage stage)
{
    if (settings.begins) {
        settings.begins(stage);
    }
}

unsigned threads_for(std::size_t answers, const MapSettings& settings)
{
    const auto worth = 1 + answers / answers_worth_a_thread;
    return static_cast<unsigned>(std::min<std::size_t>(std::max(settings.threads, 1U), worth));
}

std::vector<std::uint8_t> flags_of(
    std::span<const StatementNumber> left_out, const AnswerTable& table)
{
    std::vector<std::uint8_t> flags(table.columns(), 0);
    const auto& statements = table.statements();
    for (const auto number : left_out) {
        const auto found = std::lower_bound(statements.begin(), statements.end(), number);
        if (found != statements.end() && *found == number) {
            flags[static_cast<std::size_t>(found - statements.begin())] = 1;
        }
    }
    return flags;
}

// Those who answered enough; with Polis also those who answered most, up to fifteen people.
std::vector<std::uint32_t> who_shape(const AnswerTable& table, const MapSettings& settings)
{
    const auto least = std::min(settings.minimum_answers, table.columns());
    std::vector<std::uint32_t> people;
    std::vector<std::uint32_t> others;
    for (std::uint32_t i = 0; i < table.rows(); ++i) {
        (table.length_of(i) >= least ? people : others).push_back(i);
    }
    if (settings.reference == Reference::polis && people.size() < least_people_of_polis) {
        std::stable_sort(others.begin(), others.end(), [&](std::uint32_t one, std::uint32_t other) {
            return table.length_of(one) > table.length_of(other);
        });
        others.resize(std::min(others.size(), least_people_of_polis - people.size()));
        people.insert(people.end(), others.begin(), others.end());
        std::sort(people.begin(), people.end());
    }
    return people;
}

void take_groups(OpinionMap& map, FoundGroups found, const std::vector<std::uint32_t>& people)
{
    map.groups.clear();
    map.labels.assign(map.participants.size(), OpinionMap::no_group);
    for (const auto& cluster : found.groups) {
        for (const auto member : cluster.members) {
            map.labels[people[member]] = cluster.id;
        }
        map.groups.push_back({cluster.id, cluster.members.size(), cluster.centre, {}});
    }
    for (auto& cluster : found.base_clusters) {
        for (auto& member : cluster.members) {
            member = people[member];
        }
    }
    map.base_clusters = std::move(found.base_clusters);
    map.silhouette = found.silhouette;
    map.silhouettes = std::move(found.silhouettes);
}

Points points_of(const Points& points, const std::vector<std::uint32_t>& people)
{
    Points chosen;
    for (const auto person : people) {
        chosen.add(points.at(person));
    }
    return chosen;
}

} // namespace xieshang::analytics
