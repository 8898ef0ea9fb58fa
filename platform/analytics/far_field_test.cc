// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/far_field.h"

#include "platform/analytics/lots.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numbers>

namespace xieshang::analytics {
namespace {

double value_of(const Powers& polynomial, double x, double y)
{
    const auto powers = powers_of(x, y);
    double value = 0;
    for (std::size_t term = 0; term < far_terms; ++term) {
        value += polynomial[term] * powers[term];
    }
    return value;
}

Point within(double radius, Lots& lots)
{
    const double angle = 2 * std::numbers::pi * lots.fraction();
    const double distance = radius * std::sqrt(lots.fraction());
    return {distance * std::cos(angle), distance * std::sin(angle)};
}

// Points about a middle, as the far field takes them.
struct Crowd {
    std::vector<Point> points; // relative to the middle

    Crowd(std::size_t size, double radius, Lots& lots)
    {
        for (std::size_t i = 0; i < size; ++i) {
            points.push_back(within(radius, lots));
        }
    }
    Powers moments(Point from = {}) const
    {
        Powers sums{};
        for (const auto& point : points) {
            const auto powers = powers_of(point.x + from.x, point.y + from.y);
            for (std::size_t term = 0; term < far_terms; ++term) {
                sums[term] += powers[term];
            }
        }
        return sums;
    }
    // From a point x whose middle lies so far before this one's.
    double distances(Point between, Point x) const
    {
        double sum = 0;
        for (const auto& point : points) {
            sum += std::hypot(between.x + point.x - x.x, between.y + point.y - x.y);
        }
        return sum;
    }
};

TEST(FarField, NamesThePowersOfTwoNumbersByDegree)
{
    const auto powers = powers_of(3, 2);
    EXPECT_EQ(std::vector<double>(powers.begin(), powers.begin() + 6),
        (std::vector<double>{1, 3, 2, 9, 6, 4}));
    EXPECT_EQ(powers[term_of(3, 2)], 27 * 4);
    EXPECT_EQ(powers[term_of(0, 5)], 32);
    EXPECT_EQ(term_of(0, far_degree), far_terms - 1);
}

TEST(FarField, HasTheTaylorCoefficientsOfADistance)
{
    // |(2, 0) + (x, y)| = 2 + x + y²/4 − x y²/8 + …
    const auto f = far_coefficients({2, 0});
    EXPECT_NEAR(f[term_of(0, 0)], 2, 1e-15);
    EXPECT_NEAR(f[term_of(1, 0)], 1, 1e-15);
    EXPECT_NEAR(f[term_of(0, 2)], 0.25, 1e-15);
    EXPECT_NEAR(f[term_of(1, 2)], -0.125, 1e-15);
    EXPECT_NEAR(f[term_of(2, 2)], 1.0 / 16, 1e-15);
    EXPECT_NEAR(f[term_of(0, 4)], -1.0 / 64, 1e-15);
    for (const auto& [of_x, of_y] : {std::pair(2, 0), {0, 1}, {1, 1}, {3, 0}, {0, 3}, {5, 0}}) {
        EXPECT_NEAR(f[term_of(of_x, of_y)], 0, 1e-15);
    }
}

TEST(FarField, IsOffByItsErrorAtMost)
{
    EXPECT_TRUE(rc::check("one distance", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const double far = std::exp(5 * lots.normal());
        const double angle = 2 * std::numbers::pi * lots.fraction();
        const Point between{far * std::cos(angle), far * std::sin(angle)};
        const double z = 0.9 * lots.fraction();
        for (int i = 0; i < 50; ++i) {
            const auto w = within(z * far, lots);
            const double distance = std::hypot(between.x + w.x, between.y + w.y);
            const double off = std::abs(value_of(far_coefficients(between), w.x, w.y) - distance);
            RC_ASSERT(off <= far_error(far, z) + 1e-14 * far);
        }
    }));
}

TEST(FarField, HasAnErrorThatIsHardlyLargerThanItNeedsToBe)
{
    double worst = 0;
    for (int degrees = 0; degrees < 360; ++degrees) {
        const double angle = degrees * std::numbers::pi / 180;
        const double x = 0.25 * std::cos(angle);
        const double y = 0.25 * std::sin(angle);
        worst = std::max(
            worst, std::abs(value_of(far_coefficients({1, 0}), x, y) - std::hypot(1 + x, y)));
    }
    EXPECT_LE(worst, far_error(1, 0.25));
    EXPECT_GE(worst, far_error(1, 0.25) / 10);
}

TEST(FarField, AddsUpTheDistancesToManyPoints)
{
    EXPECT_TRUE(rc::check("many distances", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const Point between{10, -4};
        const double far = std::hypot(between.x, between.y);
        const double opening = 0.05 + 0.5 * lots.fraction();
        const double share = lots.fraction();
        const Crowd crowd(40, share * opening * far, lots);
        const auto polynomial = far_away(far_coefficients(between), crowd.moments());
        FarCells cells;
        cells.clear(11);
        cells.add(9, polynomial);
        cells.add(9, polynomial);
        cells.add(0, polynomial);
        const auto x = within((1 - share) * opening * far, lots);
        std::vector<double> sums(cells.width(), -1);
        cells.values(powers_of(x.x, x.y), sums.data());
        const double direct = crowd.distances(between, x);
        const double error = 40 * far_error(far, opening);
        RC_ASSERT(std::abs(value_of(polynomial, x.x, x.y) - direct) <= error);
        RC_ASSERT(std::abs(sums[0] - direct) <= error);
        RC_ASSERT(std::abs(sums[9] - 2 * direct) <= 2 * error);
        RC_ASSERT(sums[1] == 0 && sums[8] == 0 && sums[10] == 0);
    }));
}

TEST(FarField, KnowsTheMomentsAboutAnotherMiddle)
{
    EXPECT_TRUE(rc::check("moved moments", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const Crowd crowd(20, 2, lots);
        const auto by = within(3, lots);
        const auto there = moved(crowd.moments(), by);
        const auto direct = crowd.moments(by);
        for (std::size_t term = 0; term < far_terms; ++term) {
            RC_ASSERT(std::abs(there[term] - direct[term]) <= 20 * std::pow(5, 5) * 1e-13);
        }
    }));
}

} // namespace
} // namespace xieshang::analytics
