// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/calendar_actions.h"

#include "features/people/roster_actions.h"
#include "features/people/short_text.h"
#include "features/settings/calendar_page_actions.h"
#include "features/settings/settings_policies.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <set>

namespace xieshang::settings {
namespace {

base::Error invalid(std::vector<base::FieldTrouble> fields)
{
    return {base::Trouble::refused, "calendar.invalid", {}, std::move(fields)};
}

base::Result<void> says_why(const std::string& reason)
{
    if (!people::is_said(reason)) {
        return tl::unexpected(invalid({{"/reason", "settings.no_reason", {}}}));
    }
    return {};
}

base::Result<void> is_as_seen(const CalendarYear& year, std::int64_t version_seen)
{
    if (year.version != version_seen) {
        return base::trouble(
            base::Trouble::stale, "calendar.stale", {{"year", std::to_string(year.year)}});
    }
    return {};
}

// The year that is kept in place of `before`, and its event.
base::Result<CalendarYear> keep(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const CalendarYear& before, CalendarYear year, const std::string& action)
{
    year.year = before.year;
    year.version = before.version + 1;
    year.updated_at = services.clock.now();
    year.updated_by = actor.id;
    year.updated_by_name = actor.name;
    CHECK(keep_year(tx, year, before.version));
    record::append(tx, actor, year.updated_at, services.random,
        {action, "calendar_year", std::to_string(year.year), year.version,
            json::write(ToldYear{year, before.days, year.reason})});
    return year;
}

base::Result<void> acceptable(const CalendarImport& import)
{
    CHECK(says_why(import.reason));
    std::vector<base::FieldTrouble> wrong;
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < import.years.size(); ++i) {
        const auto& year = import.years[i];
        const auto at = "/years/" + std::to_string(i);
        check_days(wrong, at, {year.year, true, year.days});
        if (!is_year(year.year)) {
            wrong.push_back({at + "/year", "calendar.not_a_day", {}});
        } else if (!seen.insert(year.year).second) {
            wrong.push_back({at + "/year", "calendar.years_twice", {}});
        }
    }
    if (!wrong.empty()) {
        return tl::unexpected(invalid(std::move(wrong)));
    }
    return {};
}

// The weekday alone says what it is; a name belongs to a mark.
std::vector<MarkedDay> marked(const CalendarYear& year, const DayMark& mark)
{
    if (!mark.request.kind) {
        return without_mark(year.days, mark.day);
    }
    return with_mark(year.days, {mark.day, *mark.request.kind, mark.request.name.value_or(""), {}});
}

} // namespace

base::Result<CalendarFile> read_calendar(std::string_view bytes)
{
    if (is_json(bytes)) {
        return calendar_in_json(bytes);
    }
    return calendar_in_table(TRY(people::roster_table(bytes, {})).rows);
}

base::Result<CalendarImported> import_calendar(
    services::Services& services, const base::Actor& actor, const CalendarImport& import)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<CalendarImported> {
        CHECK(policies::may_keep_settings(actor));
        CHECK(acceptable(import));
        CalendarImported imported;
        for (const auto& asked : import.years) {
            const auto before = find_year(tx, asked.year);
            CHECK(is_as_seen(before, asked.version));
            auto days = sorted(asked.days);
            const bool whole = is_whole(days);
            if (days == before.days && whole == before.complete) {
                continue; // nothing to tell of
            }
            const auto year = TRY(keep(services, tx, actor, before,
                {.complete = whole, .days = std::move(days), .reason = import.reason},
                "calendar_year.import"));
            imported.years.push_back(line_of(year));
        }
        if (imported.years.empty()) {
            return base::refuse("calendar.nothing_new");
        }
        return imported;
    });
}

base::Result<void> mark_day(
    services::Services& services, const base::Actor& actor, const DayMark& mark)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        CHECK(policies::may_keep_settings(actor));
        const auto day = base::day_called(mark.day);
        if (!day) {
            return base::trouble(base::Trouble::not_found, "calendar.not_a_day");
        }
        const auto before = find_year(tx, base::year_of(*day));
        CHECK(is_as_seen(before, mark.version_seen));
        CHECK(says_why(mark.request.reason));
        CalendarYear year{.complete = before.complete,
            .days = marked(before, mark),
            .reason = mark.request.reason};
        if (year.days == before.days) {
            return base::refuse("calendar.not_changed");
        }
        const auto* kind = mark.request.kind ? &*mark.request.kind : nullptr;
        const auto wrong = kind == nullptr
            ? std::string()
            : wrong_with({mark.day, *kind, mark.request.name.value_or("")});
        if (!wrong.empty()) {
            return tl::unexpected(
                invalid({{wrong == "calendar.no_name" ? "/name" : "/kind", wrong, {}}}));
        }
        CHECK(keep(services, tx, actor, before, std::move(year), "calendar_year.mark"));
        return {};
    });
}

base::Result<void> complete_year(
    services::Services& services, const base::Actor& actor, const YearCompletion& completion)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        CHECK(policies::may_keep_settings(actor));
        if (!is_year(completion.year)) { // of an address
            return base::trouble(base::Trouble::not_found, "calendar.not_a_year");
        }
        const auto before = find_year(tx, completion.year);
        CHECK(is_as_seen(before, completion.version_seen));
        CHECK(says_why(completion.request.reason));
        if (before.complete == completion.request.complete) {
            return base::refuse(
                "calendar.complete_already", {{"year", std::to_string(completion.year)}});
        }
        CHECK(keep(services, tx, actor, before,
            {.complete = completion.request.complete,
                .days = before.days,
                .reason = completion.request.reason},
            completion.request.complete ? "calendar_year.complete" : "calendar_year.reopen"));
        return {};
    });
}

} // namespace xieshang::settings
