// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/kept_silhouettes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace xieshang::analytics {
namespace {

constexpr std::size_t most_changed = 200; // each costs a look at everybody

double distance(Point one, Point other)
{
    return std::sqrt((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y));
}

// The mean over all points of their distance to `to`, each with its weight.
double weighted_distance(const Points& points, const std::vector<float>& weights, Point to)
{
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        sum += static_cast<double>(weights[i]) * distance(points.at(i), to);
    }
    return sum / static_cast<double>(points.size());
}

} // namespace

std::vector<Silhouette> KeptSilhouettes::of(const Points& points,
    std::span<const Grouping> groupings, std::span<const std::uint8_t> answered, Crew& crew)
{
    if (at_.size() == points.size() && silhouettes_.size() == groupings.size()) {
        for (std::size_t i = 0; i < answered.size(); ++i) {
            has_answered_[i] |= answered[i];
        }
        if (still_decide(points, groupings, crew)) {
            return current_;
        }
    }
    take(points, groupings, crew);
    return current_;
}

bool KeptSilhouettes::still_decide(
    const Points& points, std::span<const Grouping> groupings, Crew& crew)
{
    double square = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double dx = points.x[i] - at_.x[i];
        const double dy = points.y[i] - at_.y[i];
        square = std::max(square, has_answered_[i] != 0 ? 0 : dx * dx + dy * dy);
    }
    moved_ = std::sqrt(square);
    current_ = silhouettes_;
    crew.share(groupings.size(),
        [&](std::size_t g) { current_[g].error += error_of(g, points, groupings[g]); });
    return is_decided(current_);
}

double KeptSilhouettes::error_of(
    std::size_t g, const Points& points, const Grouping& grouping) const
{
    const auto& weights = steepness_[g];
    const auto people = static_cast<double>(points.size());
    const double steepness = mean_steepness_[g];
    std::array<std::array<std::uint32_t, most_groups>, 4>
        counts{}; // four do not wait for each other
    for (std::size_t i = 0; i < grouping.labels.size(); ++i) {
        ++counts[i % 4][grouping.labels[i]];
    }
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (has_answered_[i] != 0 || grouping.labels[i] != labels_[g][i]) {
            changed.push_back(i);
        }
    }
    if (changed.size() > most_changed) {
        return 2;
    }
    double smallest = people; // that any group has been since
    for (std::size_t k = 0; k < grouping.k(); ++k) {
        smallest =
            std::min<double>(smallest, counts[0][k] + counts[1][k] + counts[2][k] + counts[3][k]);
    }
    smallest -= static_cast<double>(changed.size()) + 1;
    if (smallest < 1) {
        return 2;
    }
    double moves = 4 * moved_ * steepness;
    for (const auto i : changed) {
        const bool has_changed_groups = grouping.labels[i] != labels_[g][i];
        const double reach = has_changed_groups ? weighted_distance(points, weights, points.at(i))
                + weighted_distance(at_, weights, at_.at(i)) + 2 * moved_ * steepness
                                                : distance(points.at(i), at_.at(i)) * steepness;
        moves += 2 * reach / smallest;
    }
    return 4 * moves + 2 * static_cast<double>(changed.size()) / people;
}

void KeptSilhouettes::take(const Points& points, std::span<const Grouping> groupings, Crew& crew)
{
    std::vector<const Grouping*> candidates;
    labels_.clear();
    for (const auto& grouping : groupings) {
        candidates.push_back(&grouping);
        labels_.push_back(grouping.labels);
    }
    silhouettes_ = silhouettes_that_decide(points, candidates, crew, &steepness_);
    mean_steepness_.clear();
    for (const auto& weights : steepness_) {
        mean_steepness_.push_back(std::accumulate(weights.begin(), weights.end(), 0.0)
            / static_cast<double>(points.size()));
    }
    at_ = points;
    has_answered_.assign(points.size(), 0);
    current_ = silhouettes_;
    ++taken_;
}

} // namespace xieshang::analytics
