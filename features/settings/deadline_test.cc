// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/deadline.h"

#include <gtest/gtest.h>

namespace xieshang::settings {
namespace {

base::Day day(const char* text) { return base::day_called(text).value(); }

std::string after(const char* from, Duration span, const WorkingCalendar& calendar = {})
{
    return base::text_of(day_after(day(from), span, calendar).day);
}

TEST(Deadline, IsReckonedInCalendarDaysWorkingDaysOrMonths)
{
    EXPECT_EQ(after("2026-03-06", {15, DurationUnit::days}), "2026-03-21");
    EXPECT_EQ(after("2026-03-06", {2, DurationUnit::working_days}), "2026-03-10");
    EXPECT_EQ(after("2026-01-31", {1, DurationUnit::months}), "2026-02-28");
    EXPECT_EQ(after("2025-10-15", {5, DurationUnit::months}), "2026-03-15");
    EXPECT_EQ(base::text_of(day_before(day("2026-03-31"), {1, DurationUnit::months}, {}).day),
        "2026-02-28");
    EXPECT_EQ(
        base::text_of(day_before(day("2026-03-09"), {10, DurationUnit::working_days}, {}).day),
        "2026-02-23");
}

TEST(Deadline, IsReckonedAgainWhenTheHolidaysOfTheYearAreThere)
{
    WorkingCalendar calendar;
    const Duration notice{2, DurationUnit::working_days};
    const auto before = day_after(day("2027-02-05"), notice, calendar);
    EXPECT_EQ(before, (WorkingCalendar::Reckoned{day("2027-02-09"), true}));
    calendar.know(2027);
    calendar.mark(day("2027-02-08"), base::DayKind::holiday);
    EXPECT_EQ(day_after(day("2027-02-05"), notice, calendar),
        (WorkingCalendar::Reckoned{day("2027-02-10"), false}));
    EXPECT_FALSE(day_after(day("2031-01-01"), {3, DurationUnit::days}, calendar).provisional);
}

} // namespace
} // namespace xieshang::settings
