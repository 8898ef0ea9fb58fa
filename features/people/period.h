// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Legal days (ADR 0011) as ISO 8601 texts, 2022-03-05, which sort as the days do, and periods of
// them. Pure.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/json/change.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::people {

bool is_day(std::string_view text); // a day of the calendar, from 1900 to 2999
std::string day_before(std::string_view day);
std::string day_of(base::Instant at); // the legal day in China: UTC+8, no summer time

struct Period {
    std::string from;                 // the first day
    std::optional<std::string> until; // the last day; none: it lasts

    bool operator==(const Period&) const = default;
};
BOOST_DESCRIBE_STRUCT(Period, (), (from, until))

struct PeriodChange { // what is absent stays
    json::Change<std::string> from{};
    json::Change<std::optional<std::string>> until{}; // nothing, or an empty text: it lasts
};
BOOST_DESCRIBE_STRUCT(PeriodChange, (), (from, until))

Period changed(Period period, const PeriodChange& change);

bool is_within(const Period& period, std::string_view day);
bool overlap(const Period& one, const Period& other);

// Refuses with period.invalid (422), naming each day that is none (period.not_a_day), and /until
// where it lies before /from (period.ends_before_it_begins).
base::Result<void> acceptable(const Period& period);

} // namespace xieshang::people
