// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/period.h"

#include <charconv>
#include <chrono>

namespace xieshang::people {
namespace {

using std::chrono::year_month_day;

std::optional<unsigned> number(std::string_view digits)
{
    unsigned value = 0;
    const auto* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end) {
        return std::nullopt;
    }
    return value;
}

std::optional<year_month_day> calendar_day(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day || *year < 1900 || *year > 2999) {
        return std::nullopt;
    }
    const year_month_day date{std::chrono::year(static_cast<int>(*year)),
        std::chrono::month(*month), std::chrono::day(*day)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string text_of(const year_month_day& date)
{
    const auto padded = [](unsigned value) {
        return (value < 10 ? "-0" : "-") + std::to_string(value);
    };
    return std::to_string(static_cast<int>(date.year()))
        + padded(static_cast<unsigned>(date.month())) + padded(static_cast<unsigned>(date.day()));
}

} // namespace

bool is_day(std::string_view text) { return calendar_day(text).has_value(); }

std::string day_before(std::string_view day)
{
    const std::chrono::sys_days days = calendar_day(day).value();
    return text_of(year_month_day(days - std::chrono::days(1)));
}

std::string day_of(base::Instant at)
{
    using std::chrono::sys_time;
    const sys_time<std::chrono::milliseconds> there{
        std::chrono::milliseconds(at.ms) + std::chrono::hours(8)};
    return text_of(year_month_day(std::chrono::floor<std::chrono::days>(there)));
}

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
