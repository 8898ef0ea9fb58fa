// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_table.h"
#include "features/settings/calendar_actions.h"
#include "features/settings/settings_policies.h"
#include "features/settings/settings_routes.h"

namespace xieshang::settings {
namespace {

base::Result<CalendarLines> list(http::Call& call) { return calendar_lines(call.services()); }

base::Result<CalendarView> show(http::Call& call, std::int64_t year)
{
    return calendar_page(call.services(), year);
}

base::Result<CalendarView> show_this_year(http::Call& call)
{
    return calendar_page(call.services(), std::nullopt);
}

// The marked days, in the form that an import takes.
base::Result<http::Download> export_year(http::Call& call, std::int64_t year)
{
    const auto page = TRY(calendar_page(call.services(), year));
    const auto text = [&](const std::string& code, const base::Params& params = {}) {
        return texts::built_in().text(call.language(), code, params);
    };
    auto table = std::string(plan::csv_mark)
        + plan::csv_row({text("calendar.export.day"), text("calendar.export.kind"),
            text("calendar.export.name")});
    for (const auto& day : page.days) {
        if (day.kind == CalendarDayKind::holiday || day.kind == CalendarDayKind::adjusted_workday) {
            const auto* kind = boost::describe::enum_to_string(day.kind, "");
            table += plan::csv_row({day.day, text(std::string("calendar.kind.") + kind), day.name});
        }
    }
    return http::Download{.text = std::move(table),
        .file_name = text("calendar.export.file_name", {{"year", std::to_string(year)}}),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<CalendarPreview> preview(http::Call& call, const http::Upload& file)
{
    auto read = TRY(read_calendar(file.bytes));
    CalendarPreview shown{preview_of(call.services(), read.days), {}};
    for (auto& row : read.wrong) {
        shown.wrong.push_back({row.number, std::move(row.words),
            texts::built_in().text(call.language(), row.code, row.params)});
    }
    return shown;
}

base::Result<CalendarImported> import(http::Call& call, const CalendarImport& body)
{
    return import_calendar(call.services(), call.actor(), body);
}

base::Result<CalendarView> mark(http::Call& call, const std::string& day, const DayRequest& body)
{
    CHECK(mark_day(call.services(), call.actor(), {day, call.version_seen(), body}));
    return show(call, base::year_of(*base::day_called(day)));
}

base::Result<CalendarView> complete(
    http::Call& call, std::int64_t year, const CompleteRequest& body)
{
    CHECK(complete_year(call.services(), call.actor(), {year, call.version_seen(), body}));
    return show(call, year);
}

} // namespace

void add_calendar_routes(http::Api& api)
{
    api.get("/api/calendar", show_this_year,
        {.name = "findThisYearsCalendar",
            .summary = "The calendar of this year",
            .policy = policies::see_settings});
    api.get("/api/calendar/years", list,
        {.name = "listCalendarYears",
            .summary = "The years whose holidays are known, this one and the next",
            .policy = policies::see_settings});
    api.get("/api/calendar/years/{year}", show,
        {.name = "findCalendarYear",
            .summary = "Every day of a year with its kind, and who changed what and why",
            .policy = policies::see_settings,
            .description = "A year that nobody handed in counts Monday to Friday and is "
                           "provisional"});
    api.get("/api/calendar/years/{year}/export", export_year,
        {.name = "exportCalendarYear",
            .summary = "The holidays and adjusted workdays of a year as CSV",
            .policy = policies::see_settings,
            .exports = true});
    api.put("/api/calendar/years/{year}/completeness", complete,
        {.name = "completeCalendarYear",
            .summary = "Say whether all that was published of a year stands there",
            .policy = policies::keep_settings,
            .versioned = true});
    api.put("/api/calendar/days/{day}", mark,
        {.name = "markCalendarDay",
            .summary = "Mark one day as holiday or adjusted workday, or take its mark away",
            .policy = policies::keep_settings,
            .versioned = true,
            .description = "If-Match is the version of the day's year"});
    api.post("/api/calendar/previews", preview,
        {.name = "previewCalendar",
            .summary = "What a calendar in a file would change, and which rows are wrong",
            .policy = policies::keep_settings,
            .settles = http::Settles::by_itself,
            .body_limit = 4U << 20U,
            .description = "JSON as the npm package chinese-days has it, or a table of day, kind "
                           "and name (.csv, .xlsx). Nothing is written"});
    api.post("/api/calendar/imports", import,
        {.name = "importCalendar",
            .summary = "Take the years of a preview in place of what stands there",
            .policy = policies::keep_settings,
            .status = 201});
}

} // namespace xieshang::settings
