// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/far_silhouettes.h"

#include "platform/analytics/far_field.h"
#include "platform/analytics/near_field.h"
#include "platform/analytics/point_tree.h"

#include <algorithm>
#include <cmath>

namespace xieshang::analytics {
namespace {

// What a silhouette is off because sums in single precision are rounded 35 times at most, in a and
// in b; near_error() is what their coordinates are rounded by.
constexpr double single_precision = 4.2e-6;

// Of a node, for one cell that occurs in it: sums of the powers about its middle.
struct Moments {
    std::uint16_t cell = 0;
    Powers sums{};
};

void add(std::vector<Moments>& moments, std::uint16_t cell, const Powers& powers)
{
    auto found = std::find_if(
        moments.rbegin(), moments.rend(), [&](const auto& one) { return one.cell == cell; });
    if (found == moments.rend()) {
        moments.push_back({cell, powers});
        return;
    }
    for (std::size_t term = 0; term < far_terms; ++term) {
        found->sums[term] += powers[term];
    }
}

// What is seen from one leaf.
struct Sight {
    NearPoints near;
    FarCells far;
    std::vector<double> errors; // by cell
    double largest = 0;         // coordinate nearby
    std::vector<std::uint32_t> open;
    std::vector<double> sums; // by cell, of one point
};

class FarWalk {
public:
    FarWalk(const PointTree& tree, const Cells& cells, double opening, Steepness* steepness)
        : tree_(tree),
          cells_(cells),
          opening_(opening),
          steepness_(steepness),
          moments_(tree.nodes().size())
    {
    }

    void gather_leaves(Crew& crew)
    {
        const auto& leaves = tree_.leaves();
        const auto parts = parts_of_leaves();
        crew.share(parts, [&](std::size_t part) {
            const auto range = range_of(part, parts, leaves.size());
            for (auto leaf = range.begin; leaf < range.end; ++leaf) {
                gather(leaves[leaf]);
            }
        });
    }

    // Children stand behind their parents.
    void gather_upwards()
    {
        for (auto at = moments_.size(); at-- > 0;) {
            const auto& node = tree_.nodes()[at];
            for (auto child = node.left; node.left != 0 && child <= node.left + 1; ++child) {
                const auto& from = tree_.nodes()[child].middle;
                for (const auto& [cell, sums] : moments_[child]) {
                    add(moments_[at], cell,
                        moved(sums, {from.x - node.middle.x, from.y - node.middle.y}));
                }
            }
        }
    }

    std::vector<Silhouette> means(Crew& crew) const
    {
        const auto parts = parts_of_leaves();
        std::vector<PartialSilhouettes> partial(parts, PartialSilhouettes(cells_.groups.size()));
        crew.share(parts, [&](std::size_t part) {
            Sight sight;
            const auto range = range_of(part, parts, tree_.leaves().size());
            for (auto at = range.begin; at < range.end; ++at) {
                const auto& leaf = tree_.nodes()[tree_.leaves()[at]];
                look_from(leaf, sight);
                add_leaf(leaf, sight, partial[part]);
            }
        });
        return means_of(partial, static_cast<double>(tree_.points().size()));
    }

private:
    std::size_t parts_of_leaves() const { return 1 + tree_.points().size() / points_a_part; }

    void gather(std::uint32_t leaf)
    {
        const auto& node = tree_.nodes()[leaf];
        for (auto i = node.begin; i < node.end; ++i) {
            const auto& point = tree_.points()[i];
            add(moments_[leaf], point.cell,
                powers_of(point.x - node.middle.x, point.y - node.middle.y));
        }
    }

    void look_from(const TreeNode& leaf, Sight& sight) const
    {
        sight.near.clear(cells_.count());
        sight.far.clear(cells_.count());
        sight.errors.assign(cells_.count(), 0);
        sight.largest = 0;
        sight.open.assign(1, 0);
        while (!sight.open.empty()) {
            const auto at = sight.open.back();
            sight.open.pop_back();
            const auto& node = tree_.nodes()[at];
            const Point between = {node.middle.x - leaf.middle.x, node.middle.y - leaf.middle.y};
            const double distance = std::sqrt(between.x * between.x + between.y * between.y);
            const double reach = node.radius + leaf.radius;
            if (reach == 0 && distance == 0) {
                continue; // all on one spot
            }
            if (reach <= opening_ * distance) {
                add_far(at, between, far_error(distance, reach / distance), sight);
            } else if (node.left != 0) {
                sight.open.push_back(node.left + 1);
                sight.open.push_back(node.left);
            } else {
                add_near_node(node, leaf.middle, sight.near);
                sight.largest = std::max(sight.largest, distance + node.radius);
            }
        }
        sight.near.fill_up();
    }

    void add_far(std::uint32_t node, Point between, double error, Sight& sight) const
    {
        const auto coefficients = far_coefficients(between);
        for (const auto& [cell, sums] : moments_[node]) {
            sight.far.add(cell, far_away(coefficients, sums));
            sight.errors[cell] += sums[0] * error;
        }
    }

    void add_near_node(const TreeNode& node, Point origin, NearPoints& near) const
    {
        for (auto i = node.begin; i < node.end; ++i) {
            const auto& point = tree_.points()[i];
            near.add(point.cell, point.x - origin.x, point.y - origin.y);
        }
    }

    void add_leaf(const TreeNode& leaf, Sight& sight, PartialSilhouettes& partial) const
    {
        std::vector<std::vector<double>> errors;
        for (std::size_t g = 0; g < cells_.groups.size(); ++g) {
            errors.push_back(errors_of(cells_, g, sight.errors));
        }
        sight.sums.resize(sight.far.width());
        for (auto i = leaf.begin; i < leaf.end; ++i) {
            const auto& point = tree_.points()[i];
            const double x = point.x - leaf.middle.x;
            const double y = point.y - leaf.middle.y;
            sight.far.values(powers_of(x, y), sight.sums.data());
            add_near(x, y, sight.near, sight.sums.data());
            for (std::size_t g = 0; g < errors.size(); ++g) {
                const auto found = silhouette_of(cells_, g, point.cell, sight.sums.data());
                partial.values[g] += found.value;
                note_steepness(steepness_, g, point.index, found);
                partial.errors[g] += error_of(
                    found, errors[g][cells_.groups[g][point.cell]] + 2 * near_error(sight.largest));
            }
        }
    }

    const PointTree& tree_;
    const Cells& cells_;
    double opening_;
    Steepness* steepness_;
    std::vector<std::vector<Moments>> moments_; // by node
};

} // namespace

std::vector<Silhouette> means_of(const std::vector<PartialSilhouettes>& parts, double points)
{
    std::vector<Silhouette> means(parts.front().values.size());
    for (const auto& part : parts) {
        for (std::size_t g = 0; g < means.size(); ++g) {
            means[g].mean += part.values[g];
            means[g].error += part.errors[g];
        }
    }
    for (auto& [mean, error] : means) {
        mean /= points;
        error = error / points + single_precision;
    }
    return means;
}

std::vector<Silhouette> far_silhouettes(
    const Points& points, const Cells& cells, double opening, Crew& crew, Steepness* steepness)
{
    const PointTree tree(points, cells.of_points);
    FarWalk walk(tree, cells, opening, steepness);
    walk.gather_leaves(crew);
    walk.gather_upwards();
    return walk.means(crew);
}

} // namespace xieshang::analytics
