// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/grouping.h"

#include "platform/analytics/map_parts.h"
#include "platform/analytics/silhouette.h"

#include <algorithm>
#include <numeric>

namespace xieshang::analytics {
namespace {

constexpr std::size_t least_groups = 2;

} // namespace

std::vector<std::size_t> numbers_to_try(const MapSettings& settings, std::size_t most)
{
    if (settings.groups > 0) {
        return {std::min({settings.groups, most, most_groups})};
    }
    std::vector<std::size_t> numbers(
        std::max(std::min(most, most_tried), least_groups - 1) - (least_groups - 1));
    std::iota(numbers.begin(), numbers.end(), least_groups);
    return numbers;
}

FoundGroups all_in_one(const Points& points)
{
    FoundGroups found;
    if (points.size() == 0) {
        return found;
    }
    Cluster all;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        all.members.push_back(i);
        all.centre.x += points.x[i] / static_cast<double>(points.size());
        all.centre.y += points.y[i] / static_cast<double>(points.size());
    }
    found.groups.push_back(std::move(all));
    return found;
}

std::vector<Cluster> clusters_of(const Grouping& grouping)
{
    auto clusters = clusters_at(grouping.centres);
    for (std::uint32_t i = 0; i < grouping.labels.size(); ++i) {
        clusters[grouping.labels[i]].members.push_back(i);
    }
    // Points that differ by rounding alone can leave a centre without any.
    std::erase_if(clusters, [](const Cluster& cluster) { return cluster.members.empty(); });
    return clusters;
}

namespace {

FoundGroups among_people(const Points& points, const MapSettings& settings, Crew& crew)
{
    const auto first = leftmost(points, std::max(settings.groups, most_tried));
    const auto numbers = numbers_to_try(settings, first.size());
    if (numbers.empty() || numbers.front() < least_groups) {
        return all_in_one(points);
    }
    std::vector<Grouping> groupings(numbers.size());
    crew.share(numbers.size(), [&](std::size_t part) { // the longest first
        const auto which = numbers.size() - 1 - part;
        groupings[which] = k_means(points, std::span(first).first(numbers[which]));
    });
    begins(settings, Stage::silhouette);
    std::vector<const Grouping*> candidates;
    for (const auto& grouping : groupings) {
        candidates.push_back(&grouping);
    }
    const auto held = silhouettes_that_decide(points, candidates, crew);
    FoundGroups found;
    std::size_t best = 0;
    for (std::size_t which = 0; which < held.size(); ++which) {
        found.silhouettes.emplace_back(numbers[which], held[which].mean);
        best = held[which].mean > held[best].mean ? which : best;
    }
    found.silhouette = held[best].mean;
    found.groups = clusters_of(groupings[best]);
    return found;
}

} // namespace

Grouping labels_of(const std::vector<Cluster>& clusters, std::size_t points)
{
    Grouping grouping;
    grouping.labels.resize(points);
    for (const auto& cluster : clusters) {
        for (const auto member : cluster.members) {
            grouping.labels[member] = static_cast<std::uint8_t>(grouping.centres.size());
        }
        grouping.centres.push_back(cluster.centre);
    }
    return grouping;
}

void unfold(std::vector<Cluster>& groups, const std::vector<Cluster>& base_clusters)
{
    for (auto& group : groups) {
        std::vector<std::uint32_t> people;
        for (const auto base : group.members) {
            const auto& members = base_clusters[base].members;
            people.insert(people.end(), members.begin(), members.end());
        }
        std::sort(people.begin(), people.end());
        group.members = std::move(people);
    }
}

namespace {

FoundGroups among_base_clusters(const Points& points, const MapSettings& settings, Crew& crew)
{
    auto base_clusters = polis_k_means({points, {}},
        clusters_at(first_distinct(points, most_base_clusters)), most_base_steps, crew);
    Points centres;
    std::vector<double> weights;
    for (const auto& cluster : base_clusters) {
        centres.add(cluster.centre);
        weights.push_back(static_cast<double>(cluster.members.size()));
    }
    auto numbers = numbers_to_try(settings, first_distinct(centres, most_base_clusters).size());
    std::erase_if(numbers, [&](std::size_t k) {
        return settings.groups == 0 && k > least_groups + centres.size() / base_clusters_a_group;
    });
    begins(settings, Stage::silhouette);
    FoundGroups found;
    for (const auto k : numbers) {
        if (k < least_groups) {
            continue;
        }
        auto groups = polis_k_means(
            {centres, weights}, clusters_at(first_distinct(centres, k)), most_group_steps, crew);
        const double held = plain_silhouette(centres, labels_of(groups, centres.size()));
        found.silhouettes.emplace_back(k, held);
        if (found.groups.empty() || held >= found.silhouette) { // the larger number of equals
            found.silhouette = held;
            found.groups = std::move(groups);
        }
    }
    if (found.groups.empty()) {
        found = all_in_one(points);
    } else {
        unfold(found.groups, base_clusters);
    }
    found.base_clusters = std::move(base_clusters);
    return found;
}

} // namespace

FoundGroups find_groups(const Points& points, const MapSettings& settings, Crew& crew)
{
    return settings.reference == Reference::polis ? among_base_clusters(points, settings, crew)
                                                  : among_people(points, settings, crew);
}

} // namespace xieshang::analytics
