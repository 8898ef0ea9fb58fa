// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Silhouettes by way of the far field, and how those of parts of the points are put together. Pure;
// the crew's threads only.
#pragma once

#include "platform/analytics/cells.h"
#include "platform/analytics/crew.h"
#include "platform/analytics/silhouette.h"

namespace xieshang::analytics {

inline constexpr std::size_t points_a_part = 512;

// Sums of the silhouettes of some points, by grouping.
struct PartialSilhouettes {
    explicit PartialSilhouettes(std::size_t groupings) : values(groupings, 0), errors(groupings, 0)
    {
    }

    std::vector<double> values;
    std::vector<double> errors;
};

// The error of single precision is added.
std::vector<Silhouette> means_of(const std::vector<PartialSilhouettes>& parts, double points);

// `opening`: a place counts as far away from another while the sum of their radii is at most this
// part of the distance of their middles.
std::vector<Silhouette> far_silhouettes(
    const Points& points, const Cells& cells, double opening, Crew& crew, Steepness* steepness);

// Where it is asked for.
inline void note_steepness(
    Steepness* steepness, std::size_t grouping, std::size_t point, const PointSilhouette& found)
{
    if (steepness != nullptr && found.larger > 0) {
        (*steepness)[grouping][point] = static_cast<float>(1 / found.larger);
    }
}

} // namespace xieshang::analytics
