// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/working_days.h"

#include <stdexcept>

namespace xieshang::base {

bool is_weekend(Day day)
{
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

void WorkingCalendar::know(int year)
{
    marked_.erase(marked_.lower_bound(first_day_of(year)), marked_.upper_bound(last_day_of(year)));
    known_.insert(year);
}

void WorkingCalendar::mark(Day day, DayKind kind)
{
    const bool fits =
        kind == DayKind::holiday || (kind == DayKind::adjusted_workday && is_weekend(day));
    if (!fits) {
        throw std::invalid_argument("not a mark of a calendar: " + text_of(day));
    }
    marked_[day] = kind;
}

DayKind WorkingCalendar::kind_of(Day day) const
{
    const auto marked = marked_.find(day);
    if (marked != marked_.end()) {
        return marked->second;
    }
    return is_weekend(day) ? DayKind::weekend : DayKind::workday;
}

WorkingCalendar::Reckoned WorkingCalendar::plus_working_days(Day day, int n) const
{
    Reckoned reckoned{day, false};
    const std::chrono::days step(n < 0 ? -1 : 1);
    for (int left = n < 0 ? -n : n; left > 0;) {
        reckoned.day += step;
        reckoned.provisional = reckoned.provisional || is_provisional(year_of(reckoned.day));
        left -= is_working(reckoned.day) ? 1 : 0;
    }
    return reckoned;
}

WorkingCalendar::Count WorkingCalendar::count_between(Day from, Day until) const
{
    Count count;
    const bool backwards = until < from;
    const std::chrono::days step(backwards ? -1 : 1);
    while (from != until) {
        from += step;
        count.provisional = count.provisional || is_provisional(year_of(from));
        count.days += is_working(from) ? (backwards ? -1 : 1) : 0;
    }
    return count;
}

} // namespace xieshang::base
