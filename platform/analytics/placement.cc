// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/placement.h"

#include "platform/analytics/randomized_axes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xieshang::analytics {
namespace {

// Entries that differ by rounding alone count as equal: the first decides.
double first_of_the_largest(const std::vector<double>& values)
{
    constexpr double rounding = 1e-9;
    double largest = 0;
    for (const auto value : values) {
        largest = std::max(largest, std::abs(value));
    }
    const auto found = std::find_if(values.begin(), values.end(),
        [&](double value) { return std::abs(value) >= largest * (1 - rounding); });
    return found == values.end() ? 0 : *found;
}

bool must_turn(
    const std::vector<double>& axis, const std::vector<double>& heights, Reference reference)
{
    if (reference == Reference::polis) { // its first direction is positive everywhere
        return std::accumulate(axis.begin(), axis.end(), 0.0) < 0;
    }
    const bool by_statements =
        takes_randomized_axes(heights.size(), axis.size()) && heights.size() < axis.size();
    return first_of_the_largest(by_statements ? axis : heights) < 0;
}

void turn(std::vector<double>& values)
{
    std::transform(values.begin(), values.end(), values.begin(), std::negate<>());
}

} // namespace

void turn_as_reference(SignedAxes& axes, Reference reference)
{
    for (std::size_t which = 0; which < 2; ++which) {
        if (must_turn(axes.axes[which], axes.heights[which], reference)) {
            turn(axes.axes[which]);
            turn(axes.heights[which]);
        }
        if (reference == Reference::polis) {
            turn(axes.heights[which]);
        }
    }
}

Placement place(const AnswerTable& table, const CentredAnswers& answers,
    const std::vector<std::uint8_t>& left_out, const SignedAxes& axes)
{
    Placement placed;
    const auto statements = static_cast<double>(table.columns());
    const auto always_seen = std::count(left_out.begin(), left_out.end(), 1);
    placed.points = {axes.heights[0], axes.heights[1]};
    for (std::size_t i = 0; i < table.rows(); ++i) {
        const auto row = table.row(i);
        auto seen = row.size();
        if (always_seen > 0) {
            seen = static_cast<std::size_t>(always_seen
                + std::count_if(row.begin(), row.end(),
                    [&](Cell cell) { return left_out[statement_of(cell)] == 0; }));
        }
        const double outwards =
            std::sqrt(statements / static_cast<double>(std::max<std::size_t>(seen, 1)));
        placed.points.x[i] *= outwards;
        placed.points.y[i] *= outwards;
    }
    for (std::size_t j = 0; j < table.columns(); ++j) {
        const double reach =
            left_out[j] != 0 ? 0 : std::sqrt(statements) * (1 - answers.means()[j]);
        placed.extremity.push_back(reach * std::hypot(axes.axes[0][j], axes.axes[1][j]));
    }
    return placed;
}

} // namespace xieshang::analytics
