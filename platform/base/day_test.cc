// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/day.h"

#include <gtest/gtest.h>

namespace xieshang::base {
namespace {

TEST(Day, IsOfTheCalendarFrom1900To2999)
{
    for (const auto* day : {"1900-01-01", "2024-02-29", "2999-12-31"}) {
        ASSERT_TRUE(day_called(day)) << day;
        EXPECT_EQ(text_of(*day_called(day)), day);
    }
    for (const auto* none : {"", "2023-02-29", "2023-13-01", "1899-12-31", "3000-01-01",
             "2023-2-01", "2023/02/01", "2023-02-1x", " 2023-02-01"}) {
        EXPECT_FALSE(day_called(none)) << none;
    }
}

TEST(Day, KnowsTheEndsOfItsYear)
{
    EXPECT_EQ(text_of(first_day_of(2026)), "2026-01-01");
    EXPECT_EQ(text_of(last_day_of(2026)), "2026-12-31");
    EXPECT_EQ(year_of(*day_called("2026-12-31")), 2026);
}

TEST(Day, BeginsInChinaEightHoursBeforeUtc)
{
    EXPECT_EQ(text_of(day_in_china({1'767'196'799'999})), "2025-12-31"); // 23:59:59.999 there
    EXPECT_EQ(text_of(day_in_china({1'767'196'800'000})), "2026-01-01");
}

} // namespace
} // namespace xieshang::base
