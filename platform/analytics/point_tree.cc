// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/point_tree.h"

#include <algorithm>
#include <cmath>

namespace xieshang::analytics {
namespace {

struct Box {
    Point least;
    Point most;
};

Box box_of(std::span<const TreePoint> points)
{
    Box box{{points[0].x, points[0].y}, {points[0].x, points[0].y}};
    for (const auto& point : points) {
        box.least = {std::min(box.least.x, point.x), std::min(box.least.y, point.y)};
        box.most = {std::max(box.most.x, point.x), std::max(box.most.y, point.y)};
    }
    return box;
}

} // namespace

PointTree::PointTree(const Points& points, const std::vector<std::uint16_t>& cells)
    : points_(points.size())
{
    for (std::uint32_t i = 0; i < points_.size(); ++i) {
        points_[i] = {points.x[i], points.y[i], i, cells[i]};
    }
    nodes_.push_back({.begin = 0, .end = static_cast<std::uint32_t>(points_.size())});
    for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
        divide(node);
    }
}

void PointTree::divide(std::uint32_t node)
{
    auto& own = nodes_[node];
    const std::span points(points_.data() + own.begin, own.end - own.begin);
    const auto box = box_of(points);
    own.middle = {(box.least.x + box.most.x) / 2, (box.least.y + box.most.y) / 2};
    double square = 0;
    for (const auto& point : points) {
        const double dx = point.x - own.middle.x;
        const double dy = point.y - own.middle.y;
        square = std::max(square, dx * dx + dy * dy);
    }
    own.radius = std::sqrt(square);
    if (points.size() <= most_in_leaf) {
        std::sort(points.begin(), points.end(), [](const auto& one, const auto& other) {
            return one.cell != other.cell ? one.cell < other.cell : one.index < other.index;
        });
        leaves_.push_back(node);
        return;
    }
    const bool is_wide = box.most.x - box.least.x >= box.most.y - box.least.y;
    const auto half = points.size() / 2;
    std::nth_element(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(half),
        points.end(), [is_wide](const auto& one, const auto& other) {
            const double a = is_wide ? one.x : one.y;
            const double b = is_wide ? other.x : other.y;
            return a != b ? a < b : one.index < other.index;
        });
    const auto cut = own.begin + static_cast<std::uint32_t>(half);
    const TreeNode left{.begin = own.begin, .end = cut};
    const TreeNode right{.begin = cut, .end = own.end};
    own.left = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(left);
    nodes_.push_back(right);
}

} // namespace xieshang::analytics
