// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/period.h"

#include <gtest/gtest.h>

namespace xieshang::people {
namespace {

TEST(Period, KnowsTheDaysOfTheCalendar)
{
    EXPECT_TRUE(is_day("2024-02-29"));
    for (const auto* wrong : {"2023-02-29", "2023-13-01", "2023-1-01", "2023/01/01", "0001-01-01",
             "", "2023-01-0x", "2023-01-011"}) {
        EXPECT_FALSE(is_day(wrong)) << wrong;
    }
    EXPECT_EQ(day_before("2024-03-01"), "2024-02-29");
    EXPECT_EQ(day_before("2022-01-01"), "2021-12-31");
}

TEST(Period, BeginsADayAtMidnightInChina)
{
    EXPECT_EQ(day_of({1'640'966'399'999}), "2021-12-31"); // 23:59:59.999
    EXPECT_EQ(day_of({1'640'966'400'000}), "2022-01-01");
}

TEST(Period, RefusesAnEndBeforeTheBeginning)
{
    EXPECT_TRUE(acceptable({"2022-01-05", "2022-01-05"}));
    const auto refused = acceptable({"2022-01-05", "2022-01-04"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0),
        (base::FieldTrouble{"/until", "period.ends_before_it_begins", {{"from", "2022-01-05"}}}));
}

TEST(Period, NamesEachDayThatIsNone)
{
    const auto refused = acceptable({"5 January", "soon"});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().fields.size(), 2U);
    EXPECT_EQ(refused.error().fields[0].pointer, "/from");
    EXPECT_EQ(refused.error().fields[1].pointer, "/until");
}

TEST(Period, HoldsItsFirstAndItsLastDay)
{
    const Period period{"2022-01-05", "2022-01-09"};
    EXPECT_FALSE(is_within(period, "2022-01-04"));
    EXPECT_TRUE(is_within(period, "2022-01-05"));
    EXPECT_TRUE(is_within(period, "2022-01-09"));
    EXPECT_FALSE(is_within(period, "2022-01-10"));
    EXPECT_TRUE(overlap(period, {"2022-01-09", {}}));
    EXPECT_FALSE(overlap(period, {"2022-01-10", {}}));
    EXPECT_FALSE(overlap({"2022-01-10", {}}, period));
}

} // namespace
} // namespace xieshang::people
