// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/silhouette.h"

#include "platform/analytics/far_silhouettes.h"
#include "platform/analytics/near_field.h"

#include <algorithm>
#include <cmath>

namespace xieshang::analytics {
namespace {

constexpr std::size_t few_points = 3000; // all pairs cost less than a tree
constexpr std::size_t most_for_every_pair = 60'000;

constexpr double opening(Closeness closeness) // most z at which a place counts as far away
{
    return closeness == Closeness::rough ? 0.5 : 0.25;
}

Point middle_of(const Points& points)
{
    Point middle;
    for (std::size_t i = 0; i < points.size(); ++i) {
        middle.x += points.x[i] / static_cast<double>(points.size());
        middle.y += points.y[i] / static_cast<double>(points.size());
    }
    return middle;
}

std::vector<Silhouette> by_every_pair(
    const Points& points, const Cells& cells, Crew& crew, Steepness* steepness)
{
    const auto middle = middle_of(points);
    NearPoints all;
    double largest = 0;
    all.clear(cells.count());
    for (std::size_t i = 0; i < points.size(); ++i) {
        all.add(cells.of_points[i], points.x[i] - middle.x, points.y[i] - middle.y);
        largest =
            std::max({largest, std::abs(points.x[i] - middle.x), std::abs(points.y[i] - middle.y)});
    }
    all.fill_up();
    const auto parts = 1 + points.size() / points_a_part;
    std::vector<PartialSilhouettes> partial(parts, PartialSilhouettes(cells.groups.size()));
    crew.share(parts, [&](std::size_t part) {
        std::vector<double> sums(cells.count());
        const auto range = range_of(part, parts, points.size());
        for (auto i = range.begin; i < range.end; ++i) {
            std::fill(sums.begin(), sums.end(), 0);
            add_near(points.x[i] - middle.x, points.y[i] - middle.y, all, sums.data());
            for (std::size_t g = 0; g < cells.groups.size(); ++g) {
                const auto found = silhouette_of(cells, g, cells.of_points[i], sums.data());
                partial[part].values[g] += found.value;
                partial[part].errors[g] += error_of(found, 2 * near_error(largest));
                note_steepness(steepness, g, i, found);
            }
        }
    });
    return means_of(partial, static_cast<double>(points.size()));
}

std::size_t best_of(const std::vector<Silhouette>& silhouettes)
{
    return static_cast<std::size_t>(
        std::max_element(silhouettes.begin(), silhouettes.end(),
            [](auto& one, auto& other) { return one.mean < other.mean; })
        - silhouettes.begin());
}

} // namespace

bool is_decided(const std::vector<Silhouette>& silhouettes)
{
    const auto best = best_of(silhouettes);
    for (std::size_t g = 0; g < silhouettes.size(); ++g) {
        if (g != best
            && silhouettes[g].mean + silhouettes[g].error
                >= silhouettes[best].mean - silhouettes[best].error) {
            return false;
        }
    }
    return true;
}

std::vector<Silhouette> silhouettes(const Points& points,
    std::span<const Grouping* const> groupings, Closeness closeness, Crew& crew,
    Steepness* steepness)
{
    if (steepness != nullptr) {
        steepness->assign(groupings.size(), std::vector<float>(points.size(), 0));
    }
    if (points.size() == 0 || groupings.empty()) {
        return std::vector<Silhouette>(groupings.size());
    }
    const auto cells = cells_of(groupings, points.size());
    if (closeness == Closeness::every_pair) {
        return by_every_pair(points, cells, crew, steepness);
    }
    return far_silhouettes(points, cells, opening(closeness), crew, steepness);
}

double plain_silhouette(const Points& points, const Grouping& grouping)
{
    const Grouping* const only = &grouping;
    const auto cells = cells_of(std::span(&only, 1), points.size());
    double total = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::vector<double> sums(cells.count(), 0);
        for (std::size_t j = 0; j < points.size(); ++j) {
            sums[cells.of_points[j]] +=
                std::hypot(points.x[i] - points.x[j], points.y[i] - points.y[j]);
        }
        total += silhouette_of(cells, 0, cells.of_points[i], sums.data()).value;
    }
    return points.size() == 0 ? 0 : total / static_cast<double>(points.size());
}

std::vector<Silhouette> silhouettes_that_decide(const Points& points,
    std::span<const Grouping* const> groupings, Crew& crew, Steepness* steepness)
{
    if (points.size() <= few_points) {
        auto found = silhouettes(points, groupings, Closeness::every_pair, crew, steepness);
        for (std::size_t g = 0; !is_decided(found) && g < groupings.size(); ++g) {
            found[g] = {plain_silhouette(points, *groupings[g]), 0};
        }
        return found;
    }
    auto found = silhouettes(points, groupings, Closeness::rough, crew, steepness);
    if (!is_decided(found)) {
        found = silhouettes(points, groupings, Closeness::close, crew, steepness);
    }
    if (!is_decided(found) && points.size() <= most_for_every_pair) {
        found = silhouettes(points, groupings, Closeness::every_pair, crew, steepness);
    }
    return found;
}

} // namespace xieshang::analytics
