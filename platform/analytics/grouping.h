// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who belongs together: by red-dwarf's rule on people, by Polis's on base clusters. Pure; the
// crew's threads only.
#pragma once

#include "platform/analytics/k_means.h"
#include "platform/analytics/opinion_map.h"

namespace xieshang::analytics {

struct FoundGroups {
    std::vector<Cluster> groups;        // by id; members are places among `points`, ascending
    std::vector<Cluster> base_clusters; // Polis only; likewise
    double silhouette = 0;              // 0 with fewer than two groups
    std::vector<std::pair<std::size_t, double>> silhouettes;
};

// `points`: of those who shape the map, by number. One group where all stand on one spot, none
// where nobody stands.
FoundGroups find_groups(const Points& points, const MapSettings& settings, Crew& crew);

// The numbers of groups to try, where at most `most` can be told apart.
std::vector<std::size_t> numbers_to_try(const MapSettings& settings, std::size_t most);
inline constexpr std::size_t most_tried = 5;
inline constexpr std::size_t base_clusters_a_group = 12; // Polis tries two groups and one for these

FoundGroups all_in_one(const Points& points);
std::vector<Cluster> clusters_of(const Grouping& grouping); // those that have members
Grouping labels_of(const std::vector<Cluster>& clusters, std::size_t points);
// Members that are places of base clusters become the members of these.
void unfold(std::vector<Cluster>& groups, const std::vector<Cluster>& base_clusters);

} // namespace xieshang::analytics
