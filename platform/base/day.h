// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Legal days (ADR 0011): calendar days in the committee's zone, never instants. Their text is ISO
// 8601, 2022-03-05, which sorts as the days do. Pure; any thread.
#pragma once

#include "platform/base/clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace xieshang::base {

using Day = std::chrono::sys_days;

inline constexpr int first_year = 1900;
inline constexpr int last_year = 2999;

// Nothing where the text is none of the calendar, or of no year from first_year to last_year.
std::optional<Day> day_called(std::string_view text);
std::string text_of(Day day);

int year_of(Day day);
Day first_day_of(int year);
Day last_day_of(int year);

Day day_in_china(Instant at); // UTC+8, no summer time

} // namespace xieshang::base
