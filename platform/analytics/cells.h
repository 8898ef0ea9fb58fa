// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The cells on which several groupings of the same points agree.
#pragma once

#include "platform/analytics/k_means.h"

namespace xieshang::analytics {

struct Cells {
    std::vector<std::uint16_t> of_points;
    std::vector<double> sizes;                     // by cell
    std::vector<std::vector<std::uint8_t>> groups; // by grouping and cell
    std::vector<std::vector<double>> group_sizes;  // by grouping and group

    std::size_t count() const { return sizes.size(); }
};

// At most sixteen groupings.
Cells cells_of(std::span<const Grouping* const> groupings, std::size_t points);

// What the sums of distances from one point to each cell say of that point in one grouping.
struct PointSilhouette {
    double value = 0;
    double larger = 0; // of a and b; 0: the value is 0 whatever the distances are
};

PointSilhouette silhouette_of(
    const Cells& cells, std::size_t grouping, std::uint16_t own_cell, const double* sums);

// How far off a and b can be together in one grouping when each cell's sum is off by up to
// errors[cell]; by the point's own group.
std::vector<double> errors_of(
    const Cells& cells, std::size_t grouping, const std::vector<double>& errors);

// What that makes of the silhouette: neither of its derivatives exceeds 1 ÷ max(a, b), and no
// silhouette is off by more than 2.
double error_of(const PointSilhouette& point, double error);

} // namespace xieshang::analytics
