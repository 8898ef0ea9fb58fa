// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/silhouette.h"

#include "platform/analytics/lots.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace xieshang::analytics {
namespace {

using Shape = std::function<Point(std::size_t i, Lots& lots)>;

struct NamedShape {
    const char* name;
    Shape shape;
};

Point spot(std::size_t i, double apart)
{
    return {apart * static_cast<double>(i % 3), apart * static_cast<double>(i % 7 % 2)};
}

const std::vector<NamedShape>& shapes()
{
    static const std::vector<NamedShape> all{
        {"a cloud",
            [](auto, Lots& lots) {
                return Point{lots.normal(), 3 * lots.normal()};
            }},
        {"clusters",
            [](auto i, Lots& lots) {
                const auto middle = spot(i, 5);
                return Point{middle.x + lots.normal(), middle.y + lots.normal()};
            }},
        {"tight clusters far from 0",
            [](auto i, Lots& lots) {
                const auto middle = spot(i, 1);
                return Point{1e4 + middle.x + 1e-3 * lots.normal(), middle.y - 1e4};
            }},
        {"two tight clusters side by side, and one far away",
            [](auto i, Lots& lots) {
                const double x = i % 3 == 0 ? 1000 : i % 3 == 1 ? 0 : 3e-3;
                return Point{x + 1e-3 * lots.normal(), 1e-3 * lots.normal()};
            }},
        {"a line",
            [](auto, Lots& lots) {
                return Point{lots.normal(), 0.5};
            }},
        {"a slanting line",
            [](auto i, auto&) {
                return Point{0.1 * static_cast<double>(i), 0.3 * static_cast<double>(i)};
            }},
        {"three spots",
            [](auto i, auto&) {
                return Point{0.1 * static_cast<double>(i % 3), 0};
            }},
        {"a grid",
            [](auto i, auto&) {
                return Point{static_cast<double>(i % 9), static_cast<double>(i % 11)};
            }},
        {"a few far out",
            [](auto, Lots& lots) {
                const double far = std::exp(3 * lots.normal());
                return Point{far * lots.normal(), far * lots.normal()};
            }},
    };
    return all;
}

Points points_of(const Shape& shape, std::size_t size)
{
    Lots lots(size);
    Points points;
    for (std::size_t i = 0; i < size; ++i) {
        points.add(shape(i, lots));
    }
    return points;
}

// Two to five groups that hold together, and some that have nothing to do with it.
std::vector<Grouping> groupings_of(const Points& points)
{
    std::vector<Grouping> groupings;
    const auto first = leftmost(points, 5);
    for (std::size_t k = 2; k <= first.size(); ++k) {
        groupings.push_back(k_means(points, std::span(first).first(k)));
    }
    Lots lots(points.size());
    for (const std::size_t k : {2, 16}) {
        Grouping by_chance{std::vector<std::uint8_t>(points.size()), std::vector<Point>(k), 1};
        for (auto& label : by_chance.labels) {
            label = static_cast<std::uint8_t>(lots.below(k));
        }
        groupings.push_back(std::move(by_chance));
    }
    return groupings;
}

std::vector<const Grouping*> all_of(const std::vector<Grouping>& groupings)
{
    std::vector<const Grouping*> all;
    for (const auto& grouping : groupings) {
        all.push_back(&grouping);
    }
    return all;
}

std::vector<double> plain_silhouettes(const Points& points, const std::vector<Grouping>& groupings)
{
    std::vector<double> plain;
    for (const auto& grouping : groupings) {
        plain.push_back(plain_silhouette(points, grouping));
    }
    return plain;
}

std::size_t best_of(const std::vector<double>& values)
{
    return static_cast<std::size_t>(
        std::max_element(values.begin(), values.end()) - values.begin());
}

std::size_t best_of_means(const std::vector<Silhouette>& silhouettes)
{
    std::vector<double> means;
    for (const auto& silhouette : silhouettes) {
        means.push_back(silhouette.mean);
    }
    return best_of(means);
}

constexpr auto each_closeness =
    std::to_array({Closeness::every_pair, Closeness::close, Closeness::rough});

TEST(Silhouettes, LieWithinTheErrorThatTheySay)
{
    Crew crew(2);
    for (const auto& [name, shape] : shapes()) {
        for (const std::size_t size : {2, 3, 5, 33, 64, 65, 300, tests::sanitized ? 400 : 1500}) {
            const auto points = points_of(shape, size);
            const auto groupings = groupings_of(points);
            const auto plain = plain_silhouettes(points, groupings);
            for (const auto closeness : each_closeness) {
                const auto found = silhouettes(points, all_of(groupings), closeness, crew);
                for (std::size_t g = 0; g < groupings.size(); ++g) {
                    EXPECT_NEAR(found[g].mean, plain[g], found[g].error)
                        << size << " of " << name << ", grouping " << g << ", closeness "
                        << static_cast<int>(closeness);
                }
            }
        }
    }
}

TEST(Silhouettes, AreCloseToTheTruth)
{
    Crew crew(2);
    const auto points = points_of(shapes()[1].shape, 6000);
    const auto first = leftmost(points, 3);
    const std::vector groupings{k_means(points, first)};
    const double plain = plain_silhouette(points, groupings[0]);
    const auto error = [&](Closeness closeness) {
        const auto found = silhouettes(points, all_of(groupings), closeness, crew)[0];
        EXPECT_NEAR(found.mean, plain, found.error);
        return found.error;
    };
    EXPECT_LE(error(Closeness::every_pair), 5e-6);
    EXPECT_LE(error(Closeness::close), 2e-4);
    EXPECT_LE(error(Closeness::rough), 2e-2);
    EXPECT_LT(error(Closeness::close), error(Closeness::rough));
}

TEST(Silhouettes, AreTheSameForAnyNumberOfThreads)
{
    Crew alone(1);
    Crew three(3);
    const auto points = points_of(shapes()[1].shape, 4000);
    const auto groupings = groupings_of(points);
    for (const auto closeness : each_closeness) {
        const auto found = silhouettes(points, all_of(groupings), closeness, alone);
        const auto shared = silhouettes(points, all_of(groupings), closeness, three);
        for (std::size_t g = 0; g < found.size(); ++g) {
            EXPECT_EQ(found[g].mean, shared[g].mean);
            EXPECT_EQ(found[g].error, shared[g].error);
        }
    }
}

TEST(Silhouettes, DecideAsThePlainOnesDo)
{
    Crew crew(2);
    for (const auto& [name, shape] : shapes()) {
        for (const std::size_t size : {10, 40, 400, 1200}) {
            const auto points = points_of(shape, size);
            auto groupings = groupings_of(points);
            groupings.pop_back();
            groupings.pop_back();
            if (groupings.empty()) {
                continue;
            }
            const auto plain = plain_silhouettes(points, groupings);
            const auto found = silhouettes_that_decide(points, all_of(groupings), crew);
            EXPECT_EQ(best_of_means(found), best_of(plain)) << size << " of " << name;
        }
    }
}

TEST(Silhouettes, DecideAsThePlainOnesDoAmongMany)
{
    Crew crew(2);
    for (const std::size_t which : {0, 1}) {
        const auto points = points_of(shapes()[which].shape, 3200);
        const auto first = leftmost(points, 4);
        const std::vector groupings{k_means(points, std::span(first).first(2)),
            k_means(points, std::span(first).first(3)), k_means(points, first)};
        const auto found = silhouettes_that_decide(points, all_of(groupings), crew);
        EXPECT_EQ(best_of_means(found), best_of(plain_silhouettes(points, groupings)));
    }
}

TEST(Silhouettes, AreThoseOfRousseeuw)
{
    // 0 and 1 against 10: a = 1, b = 10 and 9; the point that is alone counts 0.
    const Points points{{0, 1, 10}, {0, 0, 0}};
    const Grouping grouping{{0, 0, 1}, {{}, {}}, 1};
    const double mean = (9.0 / 10 + 8.0 / 9 + 0) / 3;
    EXPECT_NEAR(plain_silhouette(points, grouping), mean, 1e-15);
    const Grouping other{{0, 1, 0}, {{}, {}}, 1};
    EXPECT_NEAR(plain_silhouette(points, other), (-9.0 / 10 + 0 - 1.0 / 10) / 3, 1e-15);
}

TEST(Silhouettes, AreNothingWhereAllStandOnOneSpot)
{
    Crew crew(1);
    const Points points{std::vector<double>(50, 3), std::vector<double>(50, 3)};
    Grouping grouping{std::vector<std::uint8_t>(50, 0), {{}, {}}, 1};
    grouping.labels[7] = grouping.labels[8] = 1;
    const std::vector groupings{grouping};
    EXPECT_EQ(plain_silhouette(points, grouping), 0);
    for (const auto closeness : each_closeness) {
        EXPECT_EQ(silhouettes(points, all_of(groupings), closeness, crew)[0].mean, 0);
        EXPECT_EQ(silhouettes({}, all_of(groupings), closeness, crew)[0].mean, 0);
        EXPECT_TRUE(silhouettes(points, {}, closeness, crew).empty());
    }
}

} // namespace
} // namespace xieshang::analytics
