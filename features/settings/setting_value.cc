// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/setting_value.h"

#include "platform/base/day.h"

#include <algorithm>

namespace xieshang::settings {
namespace {

constexpr std::size_t most_digits = 6;

std::optional<std::pair<std::string_view, std::string_view>> halves(std::string_view text, char at)
{
    const auto where = text.find(at);
    if (where == std::string_view::npos) {
        return std::nullopt;
    }
    return std::pair(text.substr(0, where), text.substr(where + 1));
}

bool is_two_digits(std::string_view text)
{
    return text.size() == 2
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<std::int64_t> number_in(std::string_view text)
{
    if (text.empty() || text.size() > most_digits || (text.size() > 1 && text[0] == '0')) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<MonthDay> month_day_in(std::string_view text)
{
    const auto day = base::day_called("2023-" + std::string(text)); // a year without a 29 February
    if (!day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(*day);
    return MonthDay{static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

std::optional<std::int64_t> minutes_of_day_in(std::string_view text)
{
    const auto parts = halves(text, ':');
    if (!parts || !is_two_digits(parts->first) || !is_two_digits(parts->second)) {
        return std::nullopt;
    }
    const auto value = [](std::string_view digits) {
        return (digits[0] - '0') * 10 + (digits[1] - '0');
    };
    const auto hours = value(parts->first);
    const auto minutes = value(parts->second);
    return hours < 24 && minutes < 60 ? std::optional<std::int64_t>(hours * 60 + minutes)
                                      : std::nullopt;
}

std::optional<Duration> duration_in(std::string_view text)
{
    const auto letters = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto count = number_in(text.substr(0, letters));
    const auto unit = text.substr(letters);
    if (!count) {
        return std::nullopt;
    }
    if (unit == "d") {
        return Duration{*count, DurationUnit::days};
    }
    if (unit == "wd") {
        return Duration{*count, DurationUnit::working_days};
    }
    if (unit == "mo") {
        return Duration{*count, DurationUnit::months};
    }
    return std::nullopt;
}

std::optional<Fraction> fraction_in(std::string_view text)
{
    const auto parts = halves(text, '/');
    const auto over = parts ? number_in(parts->first) : std::nullopt;
    const auto under = parts ? number_in(parts->second) : std::nullopt;
    if (!over || !under || *over == 0 || *over > *under) {
        return std::nullopt;
    }
    return Fraction{*over, *under};
}

std::optional<std::int64_t> tenths_in(std::string_view text)
{
    const auto parts = halves(text, '.');
    const auto whole = number_in(parts ? parts->first : text);
    if (!whole) {
        return std::nullopt;
    }
    if (!parts) {
        return *whole * 10;
    }
    const auto tenth = parts->second.size() == 1 ? number_in(parts->second) : std::nullopt;
    return tenth && *tenth != 0 ? std::optional(*whole * 10 + *tenth) : std::nullopt;
}

std::optional<TenthsRange> tenths_range_in(std::string_view text)
{
    const auto parts = halves(text, '-');
    const auto least = parts ? tenths_in(parts->first) : std::nullopt;
    const auto most = parts ? tenths_in(parts->second) : std::nullopt;
    if (!least || !most || *least > *most) {
        return std::nullopt;
    }
    return TenthsRange{*least, *most};
}

} // namespace xieshang::settings
