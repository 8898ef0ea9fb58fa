// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which days are worked on: Monday to Friday, but for public holidays and for the days at a weekend
// that are worked in their place (调休). The holidays of a year are published shortly before it
// begins; a year for which nobody has handed them in counts Monday to Friday and is provisional:
// what was reckoned with it is reckoned again when they are there (architecture.md D11, ADR 0011).
// So nothing keeps what it reckoned; it keeps the day and the number, and asks again. Pure; any
// thread.
#pragma once

#include "platform/base/day.h"

#include <cstdint>
#include <map>
#include <set>

namespace xieshang::base {

enum class DayKind : std::uint8_t {
    workday,
    weekend,
    holiday,          // 放假
    adjusted_workday, // 调休上班: at a weekend, and worked on
};

constexpr bool is_worked(DayKind kind)
{
    return kind == DayKind::workday || kind == DayKind::adjusted_workday;
}

bool is_weekend(Day day); // Saturday or Sunday, whatever is done on it

class WorkingCalendar {
public:
    struct Reckoned {
        Day day;
        bool provisional = false; // a day of a provisional year was counted

        bool operator==(const Reckoned&) const = default;
    };
    struct Count {
        std::int64_t days{};
        bool provisional = false;

        bool operator==(const Count&) const = default;
    };

    // All that is known of a year. Again: what was known before is forgotten.
    void know(int year);
    // Marks a day of any year, known or not: `holiday` or `adjusted_workday`; others throw
    // std::invalid_argument, as does an adjusted workday that is no weekend.
    void mark(Day day, DayKind kind);

    DayKind kind_of(Day day) const;
    bool is_working(Day day) const { return is_worked(kind_of(day)); }
    bool is_provisional(int year) const { return !known_.contains(year); }

    // The first working day behind, or before, that day; the day itself is not counted.
    Reckoned next_working(Day day) const { return plus_working_days(day, 1); }
    Reckoned previous_working(Day day) const { return plus_working_days(day, -1); }
    // The n-th working day behind the day, before it where n < 0; the day itself where n = 0. Walks
    // day by day; past the years of day.h nothing is marked, so it always arrives.
    Reckoned plus_working_days(Day day, int n) const;
    // Working days behind `from`, up to `until` and with it; negative where `until` lies before.
    // The inverse of plus_working_days() for each working day.
    Count count_between(Day from, Day until) const;

private:
    std::map<Day, DayKind> marked_;
    std::set<int> known_;
};

} // namespace xieshang::base
