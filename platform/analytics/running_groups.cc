// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/running_groups.h"

#include "platform/analytics/map_parts.h"
#include "platform/analytics/warm_clusters.h"

#include <algorithm>

namespace xieshang::analytics {

std::size_t SteadyNumber::settle(std::size_t best)
{
    times_ = best == candidate_ ? times_ + 1 : 1;
    candidate_ = best;
    if (held_ == 0 || times_ >= updates) {
        held_ = best;
    }
    return held_;
}

std::unique_ptr<RunningGroups> RunningGroups::with(const MapSettings& settings)
{
    if (settings.reference == Reference::polis) {
        return std::make_unique<RunningBaseClusters>(settings);
    }
    return std::make_unique<RunningPeople>(settings);
}

FoundGroups RunningPeople::update(People people, Crew& crew)
{
    if (people.numbers != numbers_) {
        silhouettes_.forget();
        numbers_ = std::move(people.numbers);
    }
    const auto& points = people.points;
    const auto first = leftmost(points, std::max(settings_.groups, most_tried));
    const auto numbers = numbers_to_try(settings_, first.size());
    if (numbers.empty() || numbers.front() < 2) {
        return all_in_one(points);
    }
    std::vector<Grouping> groupings(numbers.size());
    crew.share(numbers.size(), [&](std::size_t part) { // the longest first
        const auto which = numbers.size() - 1 - part;
        groupings[which] = grouped(points, numbers[which], first);
    });
    begins(settings_, Stage::silhouette);
    const auto held = silhouettes_.of(points, groupings, people.answered, crew);
    FoundGroups found;
    std::size_t best = 0;
    for (std::size_t which = 0; which < held.size(); ++which) {
        centres_[numbers[which]] = groupings[which].centres;
        found.silhouettes.emplace_back(numbers[which], held[which].mean);
        best = held[which].mean > held[best].mean ? which : best;
    }
    const auto settled = std::find(numbers.begin(), numbers.end(), steady_.settle(numbers[best]));
    const auto chosen =
        settled == numbers.end() ? best : static_cast<std::size_t>(settled - numbers.begin());
    found.silhouette = held[chosen].mean;
    found.groups = clusters_of(groupings[chosen]);
    return found;
}

Grouping RunningPeople::grouped(
    const Points& points, std::size_t k, std::span<const Point> leftmost_points)
{
    const auto known = centres_.find(k);
    return known == centres_.end() || known->second.size() != k
        ? k_means(points, leftmost_points.first(k))
        : k_means_to_the_end(points, known->second);
}

namespace {

// Members by number → places of points.
std::vector<Cluster> placed(
    const std::vector<Cluster>& clusters, const std::vector<std::uint32_t>& numbers)
{
    auto placed = clusters;
    for (auto& cluster : placed) {
        std::vector<std::uint32_t> places;
        for (const auto member : cluster.members) {
            const auto found = std::lower_bound(numbers.begin(), numbers.end(), member);
            if (found != numbers.end() && *found == member) {
                places.push_back(static_cast<std::uint32_t>(found - numbers.begin()));
            }
        }
        cluster.members = std::move(places);
    }
    return placed;
}

std::vector<Cluster> numbered(
    std::vector<Cluster> clusters, const std::vector<std::uint32_t>& numbers)
{
    for (auto& cluster : clusters) {
        for (auto& member : cluster.members) {
            member = numbers[member];
        }
    }
    return clusters;
}

} // namespace

FoundGroups RunningBaseClusters::update(People people, Crew& crew)
{
    const auto& points = people.points;
    auto base = polis_k_means({points, {}},
        warm_clusters(points, placed(base_clusters_, people.numbers), most_base_clusters),
        most_base_steps, crew);
    base_clusters_ = numbered(base, people.numbers);
    Points centres;
    std::vector<double> weights;
    std::vector<std::uint32_t> ids;
    for (const auto& cluster : base) {
        centres.add(cluster.centre);
        weights.push_back(static_cast<double>(cluster.members.size()));
        ids.push_back(static_cast<std::uint32_t>(cluster.id));
    }
    auto numbers = numbers_to_try(settings_, first_distinct(centres, most_base_clusters).size());
    std::erase_if(numbers, [&](std::size_t k) {
        return k < 2 || (settings_.groups == 0 && k > 2 + centres.size() / base_clusters_a_group);
    });
    begins(settings_, Stage::silhouette);
    FoundGroups found;
    std::size_t best = 0;
    double most = 0;
    std::map<std::size_t, std::vector<Cluster>> tried;
    for (const auto k : numbers) {
        auto& groups = tried[k];
        groups = polis_k_means({centres, weights},
            warm_clusters(centres, placed(groups_[k], ids), k), most_group_steps, crew);
        groups_[k] = numbered(groups, ids);
        const double held = plain_silhouette(centres, labels_of(groups, centres.size()));
        found.silhouettes.emplace_back(k, held);
        if (best == 0 || held >= most) {
            best = k;
            most = held;
        }
    }
    if (numbers.empty()) {
        found = all_in_one(points);
    } else {
        const auto settled = steady_.settle(best);
        const auto chosen = tried.contains(settled) ? settled : best;
        found.groups = tried[chosen];
        for (const auto& [k, held] : found.silhouettes) {
            found.silhouette = k == chosen ? held : found.silhouette;
        }
        unfold(found.groups, base);
    }
    found.base_clusters = std::move(base);
    return found;
}

} // namespace xieshang::analytics
