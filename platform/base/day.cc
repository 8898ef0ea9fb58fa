// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/day.h"

#include <charconv>

namespace xieshang::base {
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

} // namespace

std::optional<Day> day_called(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day || *year < static_cast<unsigned>(first_year)
        || *year > static_cast<unsigned>(last_year)) {
        return std::nullopt;
    }
    const year_month_day date{std::chrono::year(static_cast<int>(*year)),
        std::chrono::month(*month), std::chrono::day(*day)};
    return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

std::string text_of(Day day)
{
    const year_month_day date(day);
    const auto padded = [](unsigned value) {
        return (value < 10 ? "-0" : "-") + std::to_string(value);
    };
    return std::to_string(static_cast<int>(date.year()))
        + padded(static_cast<unsigned>(date.month())) + padded(static_cast<unsigned>(date.day()));
}

int year_of(Day day) { return static_cast<int>(year_month_day(day).year()); }

Day first_day_of(int year)
{
    return Day(year_month_day{std::chrono::year(year), std::chrono::January, std::chrono::day(1)});
}

Day last_day_of(int year)
{
    return Day(
        year_month_day{std::chrono::year(year), std::chrono::December, std::chrono::day(31)});
}

Day day_in_china(Instant at)
{
    using std::chrono::sys_time;
    const sys_time<std::chrono::milliseconds> there{
        std::chrono::milliseconds(at.ms) + std::chrono::hours(8)};
    return std::chrono::floor<std::chrono::days>(there);
}

} // namespace xieshang::base
