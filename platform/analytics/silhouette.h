// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How well groups hold together: the mean over all points of (b − a) ÷ max(a, b), with a the mean
// distance to the others of the own group and b the smallest mean distance to another group; 0 for
// a point that is alone in its group (Rousseeuw 1987). Of several groupings of the same points at
// once: the points are cut into the cells on which all groupings agree, each distance is taken
// once, and the sums of cells are added up for each group.
//
// Many points: sums over what is far away are read off a Taylor series about its middle, with a
// bound on what the rest of the series can be (far_field.h). Pure; the crew's threads only.
#pragma once

#include "platform/analytics/crew.h"
#include "platform/analytics/k_means.h"

namespace xieshang::analytics {

struct Silhouette {
    double mean = 0;
    double error = 0; // the true mean lies within mean ± error
};

enum class Closeness : std::uint8_t {
    every_pair, // quadratic; the error is that of single precision, about 5e-6
    close,
    rough,
};

// Of each grouping, by point: 1 ÷ max(a, b), or 0 for a point whose silhouette is 0 anyway: how
// much its silhouette changes when a and b do.
using Steepness = std::vector<std::vector<float>>;

// One for each of `groupings`, all of them of `points`, each with two groups or more.
std::vector<Silhouette> silhouettes(const Points& points,
    std::span<const Grouping* const> groupings, Closeness closeness, Crew& crew,
    Steepness* steepness = nullptr);

// As close as it takes to know which of `groupings` has the largest mean.
std::vector<Silhouette> silhouettes_that_decide(const Points& points,
    std::span<const Grouping* const> groupings, Crew& crew, Steepness* steepness = nullptr);

// Whether it is certain which of them is the largest.
bool is_decided(const std::vector<Silhouette>& silhouettes);

// In double precision, for few points.
double plain_silhouette(const Points& points, const Grouping& grouping);

} // namespace xieshang::analytics
