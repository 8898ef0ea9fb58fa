// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// k-means as Polis does it: clusters that lose all their members vanish with their number, and it
// ends when no centre moves by 0.01. People are first gathered into up to 100 base clusters, whose
// centres, weighted by their members, are then grouped. Pure; the crew's threads only.
#pragma once

#include "platform/analytics/crew.h"
#include "platform/analytics/points.h"

#include <cstdint>
#include <span>

namespace xieshang::analytics {

struct Cluster {
    int id = 0; // the place of its first centre; gaps where clusters vanished
    Point centre;
    std::vector<std::uint32_t> members; // ascending places of points
};

struct WeightedPoints {
    const Points& points;
    std::span<const double> weights; // empty: 1 each
};

inline constexpr std::size_t most_base_clusters = 100;
inline constexpr int most_base_steps = 101;
inline constexpr int most_group_steps = 21;

// The first `most` distinct points in the order in which they stand.
std::vector<Point> first_distinct(const Points& points, std::size_t most);

// Clusters that have members, by id. `first`: distinct, at least one unless there are no points.
std::vector<Cluster> polis_k_means(
    const WeightedPoints& points, std::span<const Cluster> first, int most_steps, Crew& crew);

std::vector<Cluster> clusters_at(std::span<const Point> centres); // ids 0, 1, …; no members

} // namespace xieshang::analytics
