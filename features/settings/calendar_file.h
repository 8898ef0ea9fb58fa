// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A calendar that somebody hands in → its days, and each row that is wrong with its reason; nothing
// of a file is dropped. Two forms:
//   JSON    as the npm package chinese-days has it: {"holidays": {"2022-01-01": "New Year's
//           Day,元旦,1"}, "workdays": {…}, "inLieuDays": {…}}; the days in lieu are holidays, too
//   table   day, kind, name; a head may stand above, and tells the order of the columns
// A day is 2027-01-01, 2027/1/1, 2027.1.1, 2027年1月1日 or 20270101. Pure; any thread.
#pragma once

#include "features/people/roster_table.h"
#include "features/settings/calendar_year.h"

namespace xieshang::settings {

inline constexpr std::size_t most_days = 5'000;

struct CalendarRow {
    std::int64_t number{}; // of a table as the other program counts it; of JSON the n-th day
    std::string words;     // as they stand there
    std::string code{};    // of what is wrong; empty: nothing
    base::Params params{};
};

struct CalendarFile {
    std::vector<MarkedDay> days;      // of the rows that are sound, in their order
    std::vector<CalendarRow> wrong{}; // as wrong_with() says, calendar.twice, calendar.no_kind,
                                      // calendar.in_lieu_no_holiday
};

// Refuses with calendar.no_days, calendar.too_many_days {most}; JSON also with what
// json::Document::parse refuses, and calendar.no_calendar.
base::Result<CalendarFile> calendar_in_json(std::string_view text);
base::Result<CalendarFile> calendar_in_table(const std::vector<people::TableRow>& rows);

bool is_json(std::string_view bytes); // begins as an object of JSON does

std::optional<CalendarMark> mark_in(std::string_view words); // 放假, 休, 调休上班, workday …
std::optional<std::string> day_in(const people::TableCell& cell);

} // namespace xieshang::settings
