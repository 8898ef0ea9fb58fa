// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/statistics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xieshang::analytics {
namespace {

// Worked out by hand from the formulas in docs/opinion-maps.md.
TEST(Statistics, SmoothShares)
{
    EXPECT_EQ(smoothed({0, 0}), 0.5);
    EXPECT_EQ(smoothed({3, 3}), 0.8);
    EXPECT_EQ(smoothed({0, 8}), 0.1);
    EXPECT_EQ(smoothed({4'000'000'000, 4'294'967'294}), 4'000'000'001.0 / 4'294'967'296.0);
}

TEST(Statistics, TestAShareAgainstAHalf)
{
    EXPECT_EQ(against_half({0, 0}), 1);                // 2 √1 (1/1 − ½)
    EXPECT_EQ(against_half({3, 3}), 2);                // 2 √4 (4/4 − ½)
    EXPECT_EQ(against_half({0, 3}), -1);               // 2 √4 (1/4 − ½)
    EXPECT_NEAR(against_half({7, 8}), 7.0 / 3, 1e-12); // 2 √9 (8/9 − ½)
    EXPECT_NEAR(against_half({4, 8}), 1.0 / 3, 1e-12); // 2 √9 (5/9 − ½)
    EXPECT_NEAR(against_half({49, 99}), 0, 1e-12);
}

TEST(Statistics, TestOneShareAgainstAnother)
{
    // (4/4 − 1/4) ÷ √(5/8 · 3/8 · (¼ + ¼)) = 0.75 ÷ √(15/128)
    EXPECT_NEAR(against({3, 3}, {0, 3}), 0.75 / std::sqrt(15.0 / 128), 1e-12);
    EXPECT_NEAR(against({0, 3}, {3, 3}), -0.75 / std::sqrt(15.0 / 128), 1e-12);
    // (3/5 − 2/10) ÷ √(⅓ · ⅔ · (1/5 + 1/10)) = 0.4 ÷ √(1/15)
    EXPECT_NEAR(against({2, 4}, {1, 9}), 0.4 * std::sqrt(15.0), 1e-12);
    EXPECT_EQ(against({2, 4}, {2, 4}), 0);
}

TEST(Statistics, FindNoDifferenceWhereEverybodySaysTheSame)
{
    EXPECT_EQ(against({0, 0}, {0, 0}), 0); // both shares are 1
    EXPECT_EQ(against({5, 5}, {100, 100}), 0);
    EXPECT_TRUE(std::isfinite(against({0, 1'000'000}, {0, 3})));
}

TEST(Statistics, AreSureAtNinetyPercent)
{
    EXPECT_NEAR(std::erfc(-z_of_90_percent / std::sqrt(2.0)) / 2, 0.9, 1e-12);
    EXPECT_EQ(z_of_polis, 1.2816);
}

} // namespace
} // namespace xieshang::analytics
