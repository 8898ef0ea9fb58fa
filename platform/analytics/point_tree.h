// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Points in a binary tree whose leaves hold neighbours: cut at the middle point of the wider side,
// again and again. Points stand in the order of the leaves; inside a node's range they are sorted
// by cell. Pure, any thread.
#pragma once

#include "platform/analytics/cells.h"

namespace xieshang::analytics {

struct TreeNode {
    std::uint32_t begin = 0; // points [begin, end)
    std::uint32_t end = 0;
    std::uint32_t left = 0; // children: left and left + 1; 0 in a leaf
    Point middle;
    double radius = 0; // of a circle about the middle that holds all points
};

struct TreePoint {
    double x = 0;
    double y = 0;
    std::uint32_t index = 0; // among the points that were given
    std::uint16_t cell = 0;
};

class PointTree {
public:
    static constexpr std::uint32_t most_in_leaf = 32;

    PointTree(const Points& points, const std::vector<std::uint16_t>& cells);

    const std::vector<TreePoint>& points() const { return points_; }
    // The root first, children behind their parents.
    const std::vector<TreeNode>& nodes() const { return nodes_; }
    const std::vector<std::uint32_t>& leaves() const { return leaves_; } // places of nodes

private:
    void divide(std::uint32_t node);

    std::vector<TreePoint> points_;
    std::vector<TreeNode> nodes_;
    std::vector<std::uint32_t> leaves_;
};

} // namespace xieshang::analytics
