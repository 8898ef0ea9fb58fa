// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/base_clusters.h"

#include "platform/analytics/lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace xieshang::analytics {
namespace {

constexpr double close_enough = 0.01;
constexpr std::size_t lanes = 8;
constexpr std::size_t points_a_part = 4096;

struct Centres {
    std::vector<double> x;
    std::vector<double> y;
};

EACH_CPU void find_nearest(
    const Points& points, Range range, const Centres& centres, std::uint32_t* nearest)
{
    for (auto i = range.begin; i < range.end; i += lanes) {
        const auto inside = std::min(lanes, range.end - i);
        double x[lanes] = {};
        double y[lanes] = {};
        double least[lanes];
        double label[lanes] = {};
        for (std::size_t l = 0; l < inside; ++l) {
            x[l] = points.x[i + l];
            y[l] = points.y[i + l];
        }
        for (double& distance : least) {
            distance = std::numeric_limits<double>::infinity();
        }
        for (std::size_t k = 0; k < centres.x.size(); ++k) {
            for (std::size_t l = 0; l < lanes; ++l) {
                const double dx = x[l] - centres.x[k];
                const double dy = y[l] - centres.y[k];
                const double distance = dx * dx + dy * dy;
                const bool is_nearer = distance < least[l];
                least[l] = is_nearer ? distance : least[l];
                label[l] = is_nearer ? static_cast<double>(k) : label[l];
            }
        }
        for (std::size_t l = 0; l < inside; ++l) {
            nearest[i + l] = static_cast<std::uint32_t>(label[l]);
        }
    }
}

std::vector<Point> in_order(std::span<const Cluster> clusters)
{
    std::vector<Point> centres;
    for (const auto& cluster : clusters) {
        centres.push_back(cluster.centre);
    }
    std::sort(centres.begin(), centres.end(), [](Point one, Point other) {
        return one.x != other.x ? one.x < other.x : one.y < other.y;
    });
    return centres;
}

bool have_come_to_rest(std::span<const Cluster> before, std::span<const Cluster> after)
{
    const auto old_centres = in_order(before);
    const auto new_centres = in_order(after);
    for (std::size_t i = 0; i < std::min(old_centres.size(), new_centres.size()); ++i) {
        const auto moved =
            std::hypot(new_centres[i].x - old_centres[i].x, new_centres[i].y - old_centres[i].y);
        if (moved >= close_enough) {
            return false;
        }
    }
    return true;
}

std::vector<Cluster> step(
    const WeightedPoints& given, std::span<const Cluster> clusters, Crew& crew)
{
    Centres centres;
    for (const auto& cluster : clusters) {
        centres.x.push_back(cluster.centre.x);
        centres.y.push_back(cluster.centre.y);
    }
    std::vector<std::uint32_t> nearest(given.points.size());
    const auto parts = 1 + nearest.size() / points_a_part;
    crew.share(parts, [&](std::size_t part) {
        find_nearest(given.points, range_of(part, parts, nearest.size()), centres, nearest.data());
    });
    std::vector<Cluster> next;
    for (const auto& cluster : clusters) {
        next.push_back({cluster.id, {}, {}});
    }
    std::vector<double> weights(next.size(), 0);
    for (std::uint32_t i = 0; i < nearest.size(); ++i) {
        const double weight = given.weights.empty() ? 1 : given.weights[i];
        auto& cluster = next[nearest[i]];
        cluster.centre.x += weight * given.points.x[i];
        cluster.centre.y += weight * given.points.y[i];
        cluster.members.push_back(i);
        weights[nearest[i]] += weight;
    }
    for (std::size_t k = 0; k < next.size(); ++k) {
        next[k].centre.x /= weights[k];
        next[k].centre.y /= weights[k];
    }
    std::erase_if(next, [](const Cluster& cluster) { return cluster.members.empty(); });
    return next;
}

} // namespace

std::vector<Point> first_distinct(const Points& points, std::size_t most)
{
    std::vector<Point> found;
    std::set<std::pair<double, double>> seen;
    for (std::size_t i = 0; i < points.size() && found.size() < most; ++i) {
        if (seen.emplace(points.x[i], points.y[i]).second) {
            found.push_back(points.at(i));
        }
    }
    return found;
}

std::vector<Cluster> clusters_at(std::span<const Point> centres)
{
    std::vector<Cluster> clusters;
    for (const auto& centre : centres) {
        clusters.push_back({static_cast<int>(clusters.size()), centre, {}});
    }
    return clusters;
}

std::vector<Cluster> polis_k_means(
    const WeightedPoints& points, std::span<const Cluster> first, int most_steps, Crew& crew)
{
    std::vector<Cluster> clusters(first.begin(), first.end());
    for (int steps = 0; steps < most_steps && points.points.size() > 0; ++steps) {
        auto next = step(points, clusters, crew);
        const bool is_done = have_come_to_rest(clusters, next);
        clusters = std::move(next);
        if (is_done) {
            break;
        }
    }
    return clusters;
}

} // namespace xieshang::analytics
