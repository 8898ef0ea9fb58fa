// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/period.h"

#include "platform/base/day.h"

namespace xieshang::people {

bool is_day(std::string_view text) { return base::day_called(text).has_value(); }

std::string day_before(std::string_view day)
{
    return base::text_of(base::day_called(day).value() - std::chrono::days(1));
}

std::string day_of(base::Instant at) { return base::text_of(base::day_in_china(at)); }

Period changed(Period period, const PeriodChange& change)
{
    change.from.apply_to(period.from);
    change.until.apply_to(period.until);
    if (period.until && period.until->empty()) {
        period.until.reset();
    }
    return period;
}

bool is_within(const Period& period, std::string_view day)
{
    return period.from <= day && (!period.until || day <= *period.until);
}

bool overlap(const Period& one, const Period& other)
{
    return (!one.until || other.from <= *one.until) && (!other.until || one.from <= *other.until);
}

base::Result<void> acceptable(const Period& period)
{
    base::Error wrong{base::Trouble::refused, "period.invalid", {}, {}};
    if (!is_day(period.from)) {
        wrong.fields.push_back({"/from", "period.not_a_day", {}});
    }
    if (period.until && !is_day(*period.until)) {
        wrong.fields.push_back({"/until", "period.not_a_day", {}});
    } else if (period.until && wrong.fields.empty() && *period.until < period.from) {
        wrong.fields.push_back({"/until", "period.ends_before_it_begins", {{"from", period.from}}});
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

} // namespace xieshang::people
