// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/base_clusters.h"

#include "platform/analytics/grouping.h"
#include "platform/analytics/lots.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xieshang::analytics {
namespace {

constexpr int many_steps = 1000;

Points on_a_line(const std::vector<double>& x) { return {x, std::vector<double>(x.size(), 0)}; }

std::vector<int> ids_of(const std::vector<Cluster>& clusters)
{
    std::vector<int> ids;
    for (const auto& cluster : clusters) {
        ids.push_back(cluster.id);
    }
    return ids;
}

TEST(BaseClusters, VanishWithTheirNumberWhenTheyLoseAllMembers)
{
    Crew crew(1);
    const auto points = on_a_line({0, 1, 10, 11});
    const std::vector<Point> first{{0, 0}, {500, 0}, {10, 0}};
    const auto found = polis_k_means({points, {}}, clusters_at(first), many_steps, crew);
    EXPECT_EQ(ids_of(found), (std::vector{0, 2}));
    EXPECT_EQ(found[0].members, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(found[1].members, (std::vector<std::uint32_t>{2, 3}));
    EXPECT_EQ(found[1].centre, (Point{10.5, 0}));
}

TEST(BaseClusters, BeginWithTheFirstDistinctPointsInTheOrderInWhichTheyStand)
{
    const Points points{{3, 1, 3, 1, 2}, {0, 0, 0, 1, 0}};
    EXPECT_EQ(first_distinct(points, 9), (std::vector<Point>{{3, 0}, {1, 0}, {1, 1}, {2, 0}}));
    EXPECT_EQ(first_distinct(points, 2), (std::vector<Point>{{3, 0}, {1, 0}}));
    EXPECT_TRUE(first_distinct({}, 2).empty());
    EXPECT_EQ(ids_of(clusters_at(first_distinct(points, 9))), (std::vector{0, 1, 2, 3}));
}

TEST(BaseClusters, WeighTheirPoints)
{
    Crew crew(1);
    const auto points = on_a_line({0, 2, 9});
    const std::vector<double> weights{1, 3, 1};
    const std::vector<Point> first{{0, 0}, {9, 0}};
    const auto found = polis_k_means({points, weights}, clusters_at(first), many_steps, crew);
    EXPECT_EQ(found[0].centre, (Point{1.5, 0}));
    EXPECT_EQ(found[0].members.size(), 2U);
}

// The point at 5.001 is nearer to the right centre until both have moved once.
TEST(BaseClusters, StandStillOnceNoCentreMovesByAHundredth)
{
    Crew crew(1);
    const std::vector<Point> first{{0, 0}, {10, 0}};
    for (const auto& [moves_by, left] : {std::pair(0.008, 2U), {0.012, 3U}}) {
        const double right = (10 * (10 + moves_by) - 5.001) / 9;
        std::vector<double> x{0.004, 0.004, 5.001};
        x.resize(12, right);
        const auto found = polis_k_means({on_a_line(x), {}}, clusters_at(first), many_steps, crew);
        EXPECT_EQ(found[0].members.size(), left);
    }
}

// As the method is written, one step after another.
class NaivePolis {
public:
    NaivePolis(const Points& points, std::vector<Cluster> clusters)
        : points_(points), clusters_(std::move(clusters))
    {
    }

    std::vector<Cluster> run(int most_steps)
    {
        for (int steps = 0; steps < most_steps; ++steps) {
            const auto before = sorted_centres();
            step();
            const auto after = sorted_centres();
            bool rests = true;
            for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
                rests = rests
                    && std::hypot(
                           after[i].first - before[i].first, after[i].second - before[i].second)
                        < 0.01;
            }
            if (rests) {
                break;
            }
        }
        return clusters_;
    }

private:
    std::vector<std::pair<double, double>> sorted_centres() const
    {
        std::vector<std::pair<double, double>> centres;
        for (const auto& cluster : clusters_) {
            centres.emplace_back(cluster.centre.x, cluster.centre.y);
        }
        std::sort(centres.begin(), centres.end());
        return centres;
    }

    void step()
    {
        for (auto& cluster : clusters_) {
            cluster.members.clear();
        }
        for (std::uint32_t i = 0; i < points_.size(); ++i) {
            const auto nearest = std::min_element(
                clusters_.begin(), clusters_.end(), [&](const auto& one, const auto& other) {
                    return square_to(i, one.centre) < square_to(i, other.centre);
                });
            nearest->members.push_back(i);
        }
        std::erase_if(clusters_, [](const auto& cluster) { return cluster.members.empty(); });
        for (auto& cluster : clusters_) {
            cluster.centre = {};
            for (const auto member : cluster.members) {
                cluster.centre.x += points_.x[member];
                cluster.centre.y += points_.y[member];
            }
            cluster.centre.x /= static_cast<double>(cluster.members.size());
            cluster.centre.y /= static_cast<double>(cluster.members.size());
        }
    }

    double square_to(std::uint32_t i, Point centre) const
    {
        const double dx = points_.x[i] - centre.x;
        const double dy = points_.y[i] - centre.y;
        return dx * dx + dy * dy;
    }

    const Points& points_;
    std::vector<Cluster> clusters_;
};

Points scattered(std::size_t size, Lots& lots)
{
    Points points;
    for (std::size_t i = 0; i < size; ++i) {
        points.add({std::round(100 * lots.normal()) / 40, std::round(100 * lots.normal()) / 40});
    }
    return points;
}

TEST(BaseClusters, AreThoseOfTheMethod)
{
    Crew crew(2);
    EXPECT_TRUE(rc::check("k-means of Polis equals the naive one", [&] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto points = scattered(*rc::gen::inRange<std::size_t>(1, 400), lots);
        const auto first = clusters_at(first_distinct(points, 1 + lots.below(100)));
        const int steps = 1 + static_cast<int>(lots.below(40));
        const auto found = polis_k_means({points, {}}, first, steps, crew);
        const auto naive = NaivePolis(points, first).run(steps);
        RC_ASSERT(ids_of(found) == ids_of(naive));
        for (std::size_t k = 0; k < found.size(); ++k) {
            RC_ASSERT(found[k].members == naive[k].members);
            RC_ASSERT(std::abs(found[k].centre.x - naive[k].centre.x) < 1e-12);
            RC_ASSERT(std::abs(found[k].centre.y - naive[k].centre.y) < 1e-12);
        }
    }));
}

TEST(BaseClusters, AreTheSameForAnyNumberOfThreads)
{
    Lots lots(8);
    const auto points = scattered(9000, lots);
    const auto first = clusters_at(first_distinct(points, most_base_clusters));
    Crew alone(1);
    Crew three(3);
    const auto found = polis_k_means({points, {}}, first, most_base_steps, alone);
    const auto shared = polis_k_means({points, {}}, first, most_base_steps, three);
    ASSERT_EQ(ids_of(found), ids_of(shared));
    for (std::size_t k = 0; k < found.size(); ++k) {
        EXPECT_EQ(found[k].members, shared[k].members);
        EXPECT_EQ(found[k].centre, shared[k].centre);
    }
}

FoundGroups grouped(const Points& points, std::size_t groups = 0)
{
    Crew crew(1);
    return find_groups(points, {.reference = Reference::polis, .groups = groups}, crew);
}

TEST(PolisGroups, GatherPeopleIntoAHundredBaseClustersAtMost)
{
    Lots lots(4);
    const auto points = scattered(700, lots);
    const auto found = grouped(points);
    EXPECT_LE(found.base_clusters.size(), 100U);
    EXPECT_GT(found.base_clusters.size(), 80U);
    std::vector<std::uint32_t> people;
    for (const auto& cluster : found.base_clusters) {
        EXPECT_LT(cluster.id, 100);
        people.insert(people.end(), cluster.members.begin(), cluster.members.end());
    }
    std::sort(people.begin(), people.end());
    std::vector<std::uint32_t> all(points.size());
    std::iota(all.begin(), all.end(), 0);
    EXPECT_EQ(people, all);
}

TEST(PolisGroups, WeighBaseClustersByTheirPeople)
{
    const auto points = on_a_line({0, 1, 1, 1, 20, 21, 1});
    const auto found = grouped(points, 2);
    ASSERT_EQ(found.base_clusters.size(), 4U);
    ASSERT_EQ(found.groups.size(), 2U);
    EXPECT_EQ(found.groups[0].members, (std::vector<std::uint32_t>{0, 1, 2, 3, 6}));
    EXPECT_EQ(found.groups[0].centre, (Point{0.8, 0})); // and not the half of 0 and 1
}

TEST(PolisGroups, TryTwoAndOneMoreForEachTwelveBaseClusters)
{
    Lots lots(5);
    for (const auto& [people, most] : {std::pair(11U, 2U), {12U, 3U}, {24U, 4U}, {90U, 5U}}) {
        Points points;
        for (std::uint32_t i = 0; i < people; ++i) {
            points.add({lots.normal(), lots.normal()});
        }
        const auto found = grouped(points);
        EXPECT_EQ(found.base_clusters.size(), people);
        EXPECT_EQ(found.silhouettes.front().first, 2U);
        EXPECT_EQ(found.silhouettes.back().first, most) << people;
    }
}

} // namespace
} // namespace xieshang::analytics
