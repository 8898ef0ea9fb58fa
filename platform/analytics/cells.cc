// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/cells.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace xieshang::analytics {

static_assert(most_groups <= 16); // a label takes four bits

Cells cells_of(std::span<const Grouping* const> groupings, std::size_t points)
{
    Cells cells;
    cells.of_points.resize(points);
    cells.groups.resize(groupings.size());
    std::unordered_map<std::uint64_t, std::uint16_t> known; // four bits a grouping
    for (std::size_t i = 0; i < points; ++i) {
        std::uint64_t key = 0;
        for (const auto* grouping : groupings) {
            key = key << 4U | grouping->labels[i];
        }
        const auto [found, is_new] = known.emplace(key, static_cast<std::uint16_t>(known.size()));
        if (is_new) {
            cells.sizes.push_back(0);
            for (std::size_t g = 0; g < groupings.size(); ++g) {
                cells.groups[g].push_back(groupings[g]->labels[i]);
            }
        }
        cells.of_points[i] = found->second;
        cells.sizes[found->second] += 1;
    }
    for (std::size_t g = 0; g < groupings.size(); ++g) {
        auto& sizes = cells.group_sizes.emplace_back(groupings[g]->k(), 0);
        for (std::size_t cell = 0; cell < cells.count(); ++cell) {
            sizes[cells.groups[g][cell]] += cells.sizes[cell];
        }
    }
    return cells;
}

PointSilhouette silhouette_of(
    const Cells& cells, std::size_t grouping, std::uint16_t own_cell, const double* sums)
{
    const auto& groups = cells.groups[grouping];
    const auto& sizes = cells.group_sizes[grouping];
    double to_groups[most_groups] = {};
    for (std::size_t cell = 0; cell < groups.size(); ++cell) {
        to_groups[groups[cell]] += sums[cell];
    }
    const auto own = groups[own_cell];
    if (sizes[own] < 2) {
        return {};
    }
    const double a = to_groups[own] / (sizes[own] - 1);
    double b = std::numeric_limits<double>::infinity();
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        if (group != own && sizes[group] > 0) {
            b = std::min(b, to_groups[group] / sizes[group]);
        }
    }
    const double larger = std::max(a, b);
    if (larger == 0 || b == std::numeric_limits<double>::infinity()) {
        return {};
    }
    return {(b - a) / larger, larger};
}

std::vector<double> errors_of(
    const Cells& cells, std::size_t grouping, const std::vector<double>& errors)
{
    const auto& sizes = cells.group_sizes[grouping];
    std::vector<double> of_groups(sizes.size(), 0);
    for (std::size_t cell = 0; cell < errors.size(); ++cell) {
        of_groups[cells.groups[grouping][cell]] += errors[cell];
    }
    double largest = 0;
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        largest = std::max(largest, sizes[group] > 0 ? of_groups[group] / sizes[group] : 0);
    }
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        of_groups[group] = largest + (sizes[group] > 1 ? of_groups[group] / (sizes[group] - 1) : 0);
    }
    return of_groups;
}

double error_of(const PointSilhouette& point, double error)
{
    if (point.larger == 0) {
        return 0;
    }
    return point.larger > error ? std::min(2.0, error / (point.larger - error)) : 2;
}

} // namespace xieshang::analytics
