// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is done with the working-day calendar. Each change is told to the record, year by year, with
// what was before and why.
#pragma once

#include "features/settings/calendar_file.h"
#include "features/settings/calendar_shapes.h"
#include "features/settings/calendar_store.h"
#include "platform/services/services.h"

namespace xieshang::settings {

CalendarLines calendar_lines(services::Services& services);
// Without a year that of today. Refuses with calendar.not_a_year.
base::Result<CalendarView> calendar_page(
    services::Services& services, std::optional<std::int64_t> year);

// Reads a file, JSON or a table; nothing is written. Refuses what calendar_file.h and
// documents::read_table() refuse. Slow: before a transaction.
base::Result<CalendarFile> read_calendar(std::string_view bytes);
// What an import of it would change, without wrong rows.
std::vector<PreviewedYear> preview_of(
    services::Services& services, const std::vector<MarkedDay>& days);

// All years or none, each as it was seen in the preview. Refuses with calendar.invalid naming each
// day (/years/0/days/3/day …), calendar.years_twice, calendar.nothing_new where all stand there
// already, and calendar.stale {year} (412).
base::Result<CalendarImported> import_calendar(
    services::Services& services, const base::Actor& actor, const CalendarImport& import);

struct DayMark {
    std::string day;
    std::int64_t version_seen{}; // of its year
    DayRequest request;
};
// Refuses with calendar.not_a_day (404 of a day that is none), calendar.no_weekend,
// calendar.not_changed, settings.no_reason and calendar.stale (412).
base::Result<void> mark_day(
    services::Services& services, const base::Actor& actor, const DayMark& mark);

struct YearCompletion {
    std::int64_t year{};
    std::int64_t version_seen{};
    CompleteRequest request;
};
// Whether all that was published of the year stands there. Refuses as mark_day(), and with
// calendar.complete_already {year}.
base::Result<void> complete_year(
    services::Services& services, const base::Actor& actor, const YearCompletion& completion);

// What the record tells of a change.
struct ToldYear {
    CalendarYear after;
    std::vector<MarkedDay> before;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ToldYear, (), (after, before, reason))

} // namespace xieshang::settings
