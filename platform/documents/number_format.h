// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Numbers and dates as a spreadsheet shows them (ISO/IEC 29500-1, 18.8.30). Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace xieshang::documents {

enum class DateSystem {
    from_1900, // day 1 is 1900-01-01, and 1900-02-29 is counted
    from_1904, // day 0 is 1904-01-01
};

// The code of a format that files name by number only, as Chinese programs show it.
std::string_view built_in_format(int id);

// 46154 as yyyy"年"m"月" → 2026年5月; 5 as 0"月" → 5月. A code that is not understood shows the
// number plainly.
std::string shown(double value, std::string_view code, DateSystem system);

// The date of a value whose format shows its day, month or weekday, whatever else it shows; nothing
// for numbers, times and years alone.
std::optional<std::chrono::year_month_day> date_in(
    double value, std::string_view code, DateSystem system);

double number_of(std::chrono::year_month_day date, DateSystem system);

} // namespace xieshang::documents
