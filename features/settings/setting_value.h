// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a setting can say: one word (a day of the year, a span, a share …) or a list of rows. A
// word has one way of writing; what differs between districts is such a value and nowhere in code
// (architecture.md D3). Pure; any thread.
#pragma once

#include "platform/base/result.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::settings {

enum class ValueKind : std::uint8_t {
    month_day,     // a day of each year: 09-01
    time_of_day,   // in the committee's zone: 12:00
    duration,      // calendar days 15d, working days 10wd, months 5mo
    minutes,       // 8
    count,         // 5
    fraction,      // 2/3
    percent,       // 30, 1.5
    percent_range, // 1.5-5
    list,          // rows
};
BOOST_DESCRIBE_ENUM(ValueKind, month_day, time_of_day, duration, minutes, count, fraction, percent,
    percent_range, list)

enum class DurationUnit : std::uint8_t { days, working_days, months };
BOOST_DESCRIBE_ENUM(DurationUnit, days, working_days, months)

struct Duration {
    std::int64_t count{};
    DurationUnit unit{};

    bool operator==(const Duration&) const = default;
};

struct MonthDay {
    unsigned month{};
    unsigned day{};

    auto operator<=>(const MonthDay&) const = default;
};

struct Fraction {
    std::int64_t over{};
    std::int64_t under{};

    bool operator==(const Fraction&) const = default;
};
constexpr bool is_less(Fraction one, Fraction other)
{
    return one.over * other.under < other.over * one.under;
}

struct TenthsRange { // of a percent
    std::int64_t least{};
    std::int64_t most{};

    bool operator==(const TenthsRange&) const = default;
};

// A row of a list. What it counts depends on the list (setting_catalog.h); the others are absent.
struct SettingItem {
    std::string id;                       // small letters, digits and _; of reviewers: the role
    std::string name{};                   // Chinese
    std::string name_en{};                // empty: the Chinese one is shown
    std::optional<std::int64_t> least{};  // a year
    std::optional<std::int64_t> most{};   // a year
    std::optional<std::int64_t> weight{}; // against the other criteria
    std::optional<std::int64_t> turn{};   // reviewers of the same turn review side by side
    std::optional<std::int64_t> count{};  // how many of that role must agree

    bool operator==(const SettingItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(SettingItem, (), (id, name, name_en, least, most, weight, turn, count))

struct SettingValue {
    std::string text{}; // empty where the setting may say "no limit"; of a list always
    std::vector<SettingItem> items{};

    bool operator==(const SettingValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(SettingValue, (), (text, items))

// Nothing where the text is none of that kind, in its one way of writing.
std::optional<MonthDay> month_day_in(std::string_view text); // never 29 February
std::optional<std::int64_t> minutes_of_day_in(std::string_view text);
std::optional<Duration> duration_in(std::string_view text);
std::optional<std::int64_t> number_in(std::string_view text); // 0 to 999999, without zeros before
std::optional<Fraction> fraction_in(std::string_view text);   // above 0, at most 1
std::optional<std::int64_t> tenths_in(std::string_view text); // 1.5 → 15
std::optional<TenthsRange> tenths_range_in(std::string_view text);

} // namespace xieshang::settings
