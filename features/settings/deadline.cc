// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/deadline.h"

namespace xieshang::settings {
namespace {

WorkingCalendar::Reckoned moved(
    base::Day from, Duration span, int direction, const WorkingCalendar& calendar)
{
    const auto count = static_cast<int>(span.count) * direction;
    switch (span.unit) {
    case DurationUnit::working_days:
        return calendar.plus_working_days(from, count);
    case DurationUnit::months: {
        const std::chrono::year_month_day date(from);
        const auto month =
            std::chrono::year_month(date.year(), date.month()) + std::chrono::months(count);
        const auto same = month / date.day();
        return {same.ok() ? base::Day(same) : base::Day(month / std::chrono::last), false};
    }
    case DurationUnit::days:
        break;
    }
    return {from + std::chrono::days(count), false};
}

} // namespace

WorkingCalendar::Reckoned day_after(base::Day from, Duration span, const WorkingCalendar& calendar)
{
    return moved(from, span, 1, calendar);
}

WorkingCalendar::Reckoned day_before(base::Day from, Duration span, const WorkingCalendar& calendar)
{
    return moved(from, span, -1, calendar);
}

} // namespace xieshang::settings
