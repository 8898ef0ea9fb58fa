// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ calendars; nothing else. A year that has a row is what stands in its rows alone; every
// other is as the program carries it, or without any day.
#pragma once

#include "features/settings/calendar_year.h"
#include "platform/db/db.h"

namespace xieshang::settings {

// What verbs reckon with: all years. Two queries.
base::WorkingCalendar calendar_of(db::Tx& tx);

CalendarYear find_year(db::Tx& tx, std::int64_t year);
std::optional<CalendarYear> find_kept_year(db::Tx& tx, std::int64_t year);
std::vector<std::int64_t> kept_years(db::Tx& tx);      // in their order
std::vector<CalendarYear> all_known_years(db::Tx& tx); // kept or built in, in their order

// Writes the year with all its days in place of those before; it must have `version_before` still,
// else calendar.stale {year}.
base::Result<void> keep_year(db::Tx& tx, const CalendarYear& year, std::int64_t version_before);

} // namespace xieshang::settings
