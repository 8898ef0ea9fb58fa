// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/working_days.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <stdexcept>

namespace xieshang::base {
namespace {

Day day(const char* text) { return day_called(text).value(); }

// The spring of 2026 as it was published: 15 to 23 February off, the 14th and the 28th worked on.
WorkingCalendar spring_of_2026()
{
    WorkingCalendar calendar;
    calendar.know(2026);
    for (auto off = day("2026-02-15"); off <= day("2026-02-23"); off += std::chrono::days(1)) {
        calendar.mark(off, DayKind::holiday);
    }
    calendar.mark(day("2026-02-14"), DayKind::adjusted_workday);
    calendar.mark(day("2026-02-28"), DayKind::adjusted_workday);
    return calendar;
}

TEST(WorkingDays, TellHolidaysAndWeekendsThatAreWorkedOn)
{
    const auto calendar = spring_of_2026();
    EXPECT_EQ(calendar.kind_of(day("2026-02-13")), DayKind::workday);
    EXPECT_EQ(calendar.kind_of(day("2026-02-14")), DayKind::adjusted_workday);
    EXPECT_EQ(calendar.kind_of(day("2026-02-15")), DayKind::holiday);
    EXPECT_EQ(calendar.kind_of(day("2026-02-21")), DayKind::holiday); // a Saturday
    EXPECT_EQ(calendar.kind_of(day("2026-03-01")), DayKind::weekend);
}

TEST(WorkingDays, AreReckonedOverHolidays)
{
    const auto calendar = spring_of_2026();
    const auto plus = [&](const char* from, int n) {
        return text_of(calendar.plus_working_days(day(from), n).day);
    };
    EXPECT_EQ(text_of(calendar.next_working(day("2026-02-14")).day), "2026-02-24");
    EXPECT_EQ(text_of(calendar.previous_working(day("2026-02-24")).day), "2026-02-14");
    EXPECT_EQ(text_of(calendar.next_working(day("2026-02-18")).day), "2026-02-24");
    EXPECT_EQ(plus("2026-02-13", 0), "2026-02-13");
    EXPECT_EQ(plus("2026-02-13", 2), "2026-02-24");
    EXPECT_EQ(plus("2026-02-24", 4), "2026-02-28");
    EXPECT_EQ(plus("2026-03-02", -1), "2026-02-28");
    EXPECT_EQ(
        calendar.count_between(day("2026-02-13"), day("2026-03-02")), (WorkingCalendar::Count{7}));
    EXPECT_EQ(calendar.count_between(day("2026-03-02"), day("2026-02-14")).days, -6);
}

TEST(WorkingDays, OfAYearThatNobodyHandedInAreMondayToFridayAndProvisional)
{
    auto calendar = spring_of_2026();
    EXPECT_FALSE(calendar.is_provisional(2026));
    EXPECT_TRUE(calendar.is_provisional(2027));
    const auto over_the_year = calendar.plus_working_days(day("2026-12-31"), 1);
    EXPECT_EQ(over_the_year, (WorkingCalendar::Reckoned{day("2027-01-01"), true}));
    EXPECT_TRUE(calendar.count_between(day("2026-12-30"), day("2027-01-01")).provisional);
    EXPECT_FALSE(calendar.count_between(day("2026-12-30"), day("2026-12-31")).provisional);
    calendar.know(2027);
    calendar.mark(day("2027-01-01"), DayKind::holiday);
    EXPECT_EQ(calendar.plus_working_days(day("2026-12-31"), 1),
        (WorkingCalendar::Reckoned{day("2027-01-04"), false}));
}

TEST(WorkingDays, ForgetWhatWasKnownOfAYearThatIsHandedInAgain)
{
    auto calendar = spring_of_2026();
    calendar.know(2026);
    EXPECT_EQ(calendar.kind_of(day("2026-02-16")), DayKind::workday);
}

TEST(WorkingDays, TakeNoMarkThatSaysNothing)
{
    WorkingCalendar calendar;
    EXPECT_THROW(
        calendar.mark(day("2026-03-02"), DayKind::adjusted_workday), std::invalid_argument);
    EXPECT_THROW(calendar.mark(day("2026-03-02"), DayKind::workday), std::invalid_argument);
    EXPECT_THROW(calendar.mark(day("2026-03-01"), DayKind::weekend), std::invalid_argument);
}

TEST(WorkingDays, CountWhatTheyAdded)
{
    const auto calendar = spring_of_2026();
    EXPECT_TRUE(rc::check([&] {
        const auto from = day("2026-01-01") + std::chrono::days(*rc::gen::inRange(0, 120));
        const auto n = *rc::gen::inRange(-60, 60);
        const auto reckoned = calendar.plus_working_days(from, n);
        const bool arrives_on_one = n == 0 || calendar.is_working(reckoned.day);
        RC_ASSERT(arrives_on_one);
        RC_ASSERT(calendar.count_between(from, reckoned.day).days == n);
    }));
}

} // namespace
} // namespace xieshang::base
