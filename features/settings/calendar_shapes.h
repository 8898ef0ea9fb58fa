// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of calendars, and the limits of what it takes. Pure.
#pragma once

#include "features/settings/calendar_year.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::settings {

enum class CalendarSource : std::uint8_t {
    built_in,  // as the program carries it
    handed_in, // by the office
    none,      // nobody has handed anything in
};
BOOST_DESCRIBE_ENUM(CalendarSource, built_in, handed_in, none)

enum class CalendarDayKind : std::uint8_t { workday, weekend, holiday, adjusted_workday };
BOOST_DESCRIBE_ENUM(CalendarDayKind, workday, weekend, holiday, adjusted_workday)

struct CalendarLine {
    std::int64_t year{};
    CalendarSource source{};
    bool provisional{}; // counts Monday to Friday but for the days that are marked
    std::int64_t holidays{};
    std::int64_t adjusted_workdays{};
    std::int64_t working_days{};
    std::int64_t version{}; // 0: nothing was handed in
};
BOOST_DESCRIBE_STRUCT(CalendarLine, (),
    (year, source, provisional, holidays, adjusted_workdays, working_days, version))

struct CalendarLines {
    std::vector<CalendarLine> items; // the latest year first
};
BOOST_DESCRIBE_STRUCT(CalendarLines, (), (items))

struct CalendarDayView {
    std::string day;
    CalendarDayKind kind{};
    std::string name;    // of the holiday, also of a day that is worked on in its place
    std::string name_en; // empty: as `name`
};
BOOST_DESCRIBE_STRUCT(CalendarDayView, (), (day, kind, name, name_en))

struct PastCalendar {
    std::int64_t version{};
    base::Instant at;
    std::string by_name;
    std::string action; // of the record: calendar_year.import, calendar_year.mark …
    std::string reason;
    std::vector<std::string> days; // whose mark changed
};
BOOST_DESCRIBE_STRUCT(PastCalendar, (), (version, at, by_name, action, reason, days))

struct CalendarView {
    CalendarLine year;
    std::vector<CalendarDayView> days;   // all of the year
    std::vector<PastCalendar> history{}; // the newest first
    std::int64_t version{};              // as in `year`
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (year, days, history, version))

// ---- changes ------------------------------------------------------------------------------------

struct DayRequest {
    std::optional<CalendarMark> kind{}; // none: no mark, as any other day of the week
    std::optional<std::string> name{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DayRequest, (), (kind, name, reason))

struct CompleteRequest {
    bool complete{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CompleteRequest, (), (complete, reason))

struct ImportedYear {
    std::int64_t year{};
    std::int64_t version{}; // of the year that was seen in the preview
    std::vector<MarkedDay> days;
};
BOOST_DESCRIBE_STRUCT(ImportedYear, (), (year, version, days))

struct CalendarImport {
    std::vector<ImportedYear> years;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CalendarImport, (), (years, reason))

struct CalendarImported {
    std::vector<CalendarLine> years;
};
BOOST_DESCRIBE_STRUCT(CalendarImported, (), (years))

struct WrongRow {
    std::int64_t row{};  // of a table as the other program counts it; of JSON the n-th day
    std::string words;   // as they stand there
    std::string trouble; // in the caller's language
};
BOOST_DESCRIBE_STRUCT(WrongRow, (), (row, words, trouble))

struct PreviewedYear {
    std::int64_t year{};
    std::int64_t version{};
    CalendarSource source{}; // of what stands there now
    bool whole{};            // else it stays provisional
    bool same{};             // says what stands there already
    std::int64_t holidays{};
    std::int64_t adjusted_workdays{};
    std::vector<std::string> added;   // days that get a mark, or another one
    std::vector<std::string> dropped; // days that lose theirs
    std::vector<MarkedDay> days;
};
BOOST_DESCRIBE_STRUCT(PreviewedYear, (),
    (year, version, source, whole, same, holidays, adjusted_workdays, added, dropped, days))

struct CalendarPreview {
    std::vector<PreviewedYear> years;
    std::vector<WrongRow> wrong; // while there is one, nothing can be imported
};
BOOST_DESCRIBE_STRUCT(CalendarPreview, (), (years, wrong))

} // namespace xieshang::settings

namespace xieshang::json {

template <>
inline constexpr auto rules<settings::DayRequest> = std::to_array<Rule>({
    {.member = "name", .least = 0, .most = 64, .blank_allowed = true},
    {.member = "reason", .least = 1, .most = 500},
});

template <>
inline constexpr auto rules<settings::CompleteRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 1, .most = 500},
});

template <>
inline constexpr auto rules<settings::MarkedDay> = std::to_array<Rule>({
    {.member = "day", .least = 10, .most = 10},
    {.member = "name", .least = 0, .most = 64, .blank_allowed = true},
    {.member = "name_en", .least = 0, .most = 64, .blank_allowed = true},
});

template <>
inline constexpr auto rules<settings::ImportedYear> = std::to_array<Rule>({
    {.member = "days", .least = 1, .most = 366},
});

template <>
inline constexpr auto rules<settings::CalendarImport> = std::to_array<Rule>({
    {.member = "years", .least = 1, .most = 200},
    {.member = "reason", .least = 1, .most = 500},
});

} // namespace xieshang::json
