// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/k_means.h"

#include "platform/analytics/lots.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xieshang::analytics {
namespace {

Points scattered(std::size_t size, std::size_t spots, Lots& lots)
{
    std::vector<Point> middles;
    for (std::size_t i = 0; i < spots; ++i) {
        middles.push_back({20 * lots.fraction() - 5, 9 * lots.fraction()});
    }
    Points points;
    for (std::size_t i = 0; i < size; ++i) {
        const auto& middle = middles[lots.below(spots)];
        points.add({middle.x + lots.normal(), middle.y + lots.normal()});
    }
    return points;
}

double square_between(Point one, Point other)
{
    return (one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y);
}

double variance(const std::vector<double>& values)
{
    const auto size = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / size;
    double sum = 0;
    for (const auto value : values) {
        sum += (value - mean) * (value - mean);
    }
    return sum / size;
}

// The method as docs/opinion-maps.md writes it, without a thought for speed.
class NaiveLloyd {
public:
    NaiveLloyd(const Points& points, std::vector<Point> first)
        : points_(points), centres_(std::move(first)), labels_(points.size(), 255)
    {
    }

    Grouping run()
    {
        const double tolerance = 1e-4 * (variance(points_.x) + variance(points_.y)) / 2;
        for (int steps = 1; steps <= 300; ++steps) {
            const auto before = labels_;
            label();
            const double moved = move();
            if (labels_ == before) {
                return {labels_, centres_, steps};
            }
            if (moved <= tolerance) {
                label();
                return {labels_, centres_, steps};
            }
        }
        label();
        return {labels_, centres_, 300};
    }

private:
    void label()
    {
        for (std::size_t i = 0; i < points_.size(); ++i) {
            for (std::size_t k = 0; k < centres_.size(); ++k) {
                if (k == 0
                    || square_between(points_.at(i), centres_[k])
                        < square_between(points_.at(i), centres_[labels_[i]])) {
                    labels_[i] = static_cast<std::uint8_t>(k);
                }
            }
        }
    }

    double move()
    {
        double moved = 0;
        for (std::size_t k = 0; k < centres_.size(); ++k) {
            Point sum;
            double count = 0;
            for (std::size_t i = 0; i < points_.size(); ++i) {
                if (labels_[i] == k) {
                    sum = {sum.x + points_.x[i], sum.y + points_.y[i]};
                    ++count;
                }
            }
            RC_PRE(count > 0); // a group that became empty has a test of its own
            const Point to{sum.x / count, sum.y / count};
            moved += square_between(to, centres_[k]);
            centres_[k] = to;
        }
        return moved;
    }

    const Points& points_;
    std::vector<Point> centres_;
    std::vector<std::uint8_t> labels_;
};

TEST(KMeans, DoesWhatTheMethodSays)
{
    EXPECT_TRUE(rc::check("k-means equals the naive one", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto points =
            scattered(*rc::gen::inRange<std::size_t>(2, 300), 1 + lots.below(6), lots);
        const auto first = leftmost(points, 1 + lots.below(most_groups));
        const auto found = k_means(points, first);
        const auto naive = NaiveLloyd(points, first).run();
        RC_ASSERT(found.labels == naive.labels);
        RC_ASSERT(found.steps == naive.steps);
        for (std::size_t k = 0; k < first.size(); ++k) {
            RC_ASSERT(square_between(found.centres[k], naive.centres[k]) < 1e-20);
        }
    }));
}

TEST(KMeans, GivesAPointBetweenTwoCentresToTheFirst)
{
    const Points points{{0, 1, 2, 3, 4}, {0, 0, 0, 0, 0}};
    const std::vector<Point> first{{0, 0}, {4, 0}};
    EXPECT_EQ(k_means(points, first).labels, (std::vector<std::uint8_t>{0, 0, 0, 1, 1}));
    const std::vector<Point> other_way{{4, 0}, {0, 0}};
    EXPECT_EQ(k_means(points, other_way).labels, (std::vector<std::uint8_t>{1, 1, 0, 0, 0}));
}

TEST(KMeans, BeginsAnEmptyGroupAnewAtTheFarthestPoint)
{
    const Points points{{0, 1, 2, 10}, {0, 0, 0, 0}};
    const std::vector<Point> first{{2, 0}, {500, 0}};
    const auto found = k_means(points, first);
    EXPECT_EQ(found.labels, (std::vector<std::uint8_t>{0, 0, 0, 1}));
    EXPECT_EQ(found.centres[1], (Point{10, 0}));
    EXPECT_NEAR(found.centres[0].x, 1, 1e-12);
}

// The farthest point was alone in its group, which then is empty itself: scikit-learn leaves that
// one at the mean of all points for a step.
TEST(KMeans, TakesTheFarthestPointEvenFromAGroupOfOne)
{
    const Points points{{100, 0, 1}, {0, 0, 0}};
    const std::vector<Point> first{{50, 0}, {0, 0}, {1000, 0}};
    const auto found = k_means(points, first);
    for (const auto& centre : found.centres) {
        EXPECT_TRUE(std::isfinite(centre.x) && std::isfinite(centre.y));
    }
    EXPECT_EQ(found.labels[0], 2);
    EXPECT_NE(found.labels[1], 2);
}

TEST(KMeans, IsSoundWhereverItBegins)
{
    EXPECT_TRUE(rc::check("no group is lost to a first centre far away", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto points = scattered(*rc::gen::inRange<std::size_t>(1, 40), 2, lots);
        std::vector<Point> first;
        for (auto k = *rc::gen::inRange<std::size_t>(1, most_groups + 1); k > 0; --k) {
            first.push_back({1000 * lots.normal(), 1000 * lots.normal()});
        }
        const auto found = k_means(points, first);
        RC_ASSERT(found.labels.size() == points.size());
        RC_ASSERT(found.k() == first.size());
        for (const auto& centre : found.centres) {
            RC_ASSERT(std::isfinite(centre.x) && std::isfinite(centre.y));
        }
        for (const auto label : found.labels) {
            RC_ASSERT(label < first.size());
        }
    }));
}

TEST(Leftmost, AreTheFirstDistinctPointsByXThenY)
{
    const Points points{{3, 1, 1, 2, 1, 3}, {0, 5, -5, 0, 5, 0}};
    EXPECT_EQ(leftmost(points, 2), (std::vector<Point>{{1, -5}, {1, 5}}));
    EXPECT_EQ(leftmost(points, 9), (std::vector<Point>{{1, -5}, {1, 5}, {2, 0}, {3, 0}}));
    EXPECT_TRUE(leftmost({}, 3).empty());
    EXPECT_TRUE(rc::check("leftmost equals sorting", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        Points given;
        std::vector<Point> sorted;
        for (auto size = *rc::gen::inRange(0, 60); size > 0; --size) {
            given.add({static_cast<double>(lots.below(6)), static_cast<double>(lots.below(6))});
            sorted.push_back(given.at(given.size() - 1));
        }
        std::sort(sorted.begin(), sorted.end(), [](Point one, Point other) {
            return std::pair(one.x, one.y) < std::pair(other.x, other.y);
        });
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
        const auto most = *rc::gen::inRange<std::size_t>(1, 12);
        sorted.resize(std::min(most, sorted.size()));
        RC_ASSERT(leftmost(given, most) == sorted);
    }));
}

} // namespace
} // namespace xieshang::analytics
