// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The calendar of a year: its holidays and the weekend days that are worked on (调休), from what
// the program carries, or as the office handed it in. Pure; any thread. Source: architecture.md
// D11.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/working_days.h"

#include <boost/describe.hpp>

#include <map>
#include <string>
#include <vector>

namespace xieshang::settings {

enum class CalendarMark : std::uint8_t {
    holiday,          // 放假
    adjusted_workday, // 调休上班
};
BOOST_DESCRIBE_ENUM(CalendarMark, holiday, adjusted_workday)

struct MarkedDay {
    std::string day; // 2027-01-01
    CalendarMark kind{};
    std::string name{};    // 元旦; may be empty
    std::string name_en{}; // may be empty

    bool operator==(const MarkedDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(MarkedDay, (), (day, kind, name, name_en))

struct CalendarYear {
    std::int64_t year{};
    bool complete{};               // all that was published is there; else it is provisional
    std::vector<MarkedDay> days{}; // in their order, none twice
    std::int64_t version{};        // 0: as the program carries it, or nothing at all
    base::Instant updated_at{};
    std::string updated_by{};
    std::string updated_by_name{};
    std::string reason{};

    bool operator==(const CalendarYear&) const = default;
};
BOOST_DESCRIBE_STRUCT(CalendarYear, (),
    (year, complete, days, version, updated_at, updated_by, updated_by_name, reason))

// Of the npm package that the build took in (cmake/calendar.cmake), by year; each is complete.
const std::map<std::int64_t, CalendarYear>& built_in_years();

// Fewer holidays than every year has by law (11 days; 全国年节及纪念日放假办法): a part of a year,
// which stays provisional when it is imported.
inline constexpr std::size_t fewest_holidays = 11;
bool is_whole(const std::vector<MarkedDay>& days);

// Refuses with calendar.not_a_year {least, most}.
base::Result<void> is_year(std::int64_t year);

// Adds what is wrong with the days of a year, /days/3/day or /days/3/name: calendar.not_a_day,
// calendar.other_year {year}, calendar.no_weekend, calendar.no_name, calendar.twice.
void check_days(std::vector<base::FieldTrouble>& troubles, const std::string& pointer,
    const CalendarYear& year);
// The first thing that is wrong with one day, by itself; "" if nothing is.
std::string wrong_with(const MarkedDay& day);

// In the order of the days.
std::vector<MarkedDay> sorted(std::vector<MarkedDay> days);
// The year with that day marked, or with no mark on it.
std::vector<MarkedDay> with_mark(std::vector<MarkedDay> days, const MarkedDay& mark);
std::vector<MarkedDay> without_mark(std::vector<MarkedDay> days, std::string_view day);

void take_up(base::WorkingCalendar& calendar, const CalendarYear& year);

} // namespace xieshang::settings
