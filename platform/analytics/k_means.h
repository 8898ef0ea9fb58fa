// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// k-means as scikit-learn 1.2 does it with given first centres (Lloyd's iteration), which red-dwarf
// calls. Pure, any thread.
#pragma once

#include "platform/analytics/points.h"

#include <cstdint>
#include <span>

namespace xieshang::analytics {

struct Grouping {
    std::vector<std::uint8_t> labels; // by point: index of its centre
    std::vector<Point> centres;
    int steps = 0;

    std::size_t k() const { return centres.size(); }
};

inline constexpr std::size_t most_groups = 16;

// The first `most` distinct points, ascending by x, then y; fewer where there are not so many.
std::vector<Point> leftmost(const Points& points, std::size_t most);

// `first`: one to most_groups centres. Ends when the labels no longer change, when the centres
// moved by less than 1e-4 of the points' variance, or after 300 steps; a group that loses all its
// points begins anew at the point that is farthest from its centre.
Grouping k_means(const Points& points, std::span<const Point> first);

// The same, but it ends only when labels hold: a warm start after which the next one has nothing
// left to do.
Grouping k_means_to_the_end(const Points& points, std::span<const Point> first);

} // namespace xieshang::analytics
