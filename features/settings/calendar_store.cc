// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/calendar_store.h"

#include "platform/db/new_rows.h"

namespace xieshang::settings {
namespace {

struct YearRow {
    std::int64_t year{};
    bool complete{};
    std::int64_t version{};
    base::Instant updated_at;
    std::string updated_by;
    std::string updated_by_name;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    YearRow, (), (year, complete, version, updated_at, updated_by, updated_by_name, reason))

constexpr std::string_view years = "SELECT year, complete, version, updated_at_ms AS updated_at, "
                                   "updated_by, updated_by_name, reason FROM calendar_year ";
constexpr std::string_view days = "SELECT day, kind, name, name_en FROM calendar_day ";

CalendarYear kept(YearRow row, std::vector<MarkedDay> marked)
{
    return {row.year, row.complete, std::move(marked), row.version, row.updated_at,
        std::move(row.updated_by), std::move(row.updated_by_name), std::move(row.reason)};
}

CalendarYear built_in_year(std::int64_t year)
{
    const auto found = built_in_years().find(year);
    return found == built_in_years().end() ? CalendarYear{year} : found->second;
}

std::int64_t year_in(const std::string& day) { return std::stoll(day.substr(0, 4)); }

} // namespace

std::vector<CalendarYear> all_known_years(db::Tx& tx)
{
    auto all = built_in_years();
    for (auto& row : tx.all<YearRow>(std::string(years))) {
        const auto year = row.year;
        all[year] = kept(std::move(row), {});
    }
    for (auto& day : tx.all<MarkedDay>(std::string(days) + "ORDER BY day")) {
        all[year_in(day.day)].days.push_back(std::move(day));
    }
    std::vector<CalendarYear> known;
    for (auto& entry : all) {
        known.push_back(std::move(entry.second));
    }
    return known;
}

base::WorkingCalendar calendar_of(db::Tx& tx)
{
    base::WorkingCalendar calendar;
    for (const auto& year : all_known_years(tx)) {
        take_up(calendar, year);
    }
    return calendar;
}

std::optional<CalendarYear> find_kept_year(db::Tx& tx, std::int64_t year)
{
    auto row = tx.one<YearRow>(std::string(years) + "WHERE year = $1", year);
    if (!row) {
        return std::nullopt;
    }
    return kept(*std::move(row),
        tx.all<MarkedDay>(std::string(days) + "WHERE year = $1 ORDER BY day", year));
}

CalendarYear find_year(db::Tx& tx, std::int64_t year)
{
    auto found = find_kept_year(tx, year);
    return found ? *std::move(found) : built_in_year(year);
}

std::vector<std::int64_t> kept_years(db::Tx& tx)
{
    return tx.all<std::int64_t>("SELECT year FROM calendar_year ORDER BY year");
}

base::Result<void> keep_year(db::Tx& tx, const CalendarYear& year, std::int64_t version_before)
{
    const auto changed = version_before == 0
        ? tx.execute("INSERT INTO calendar_year (year, complete, version, updated_at_ms, "
                     "updated_by, updated_by_name, reason) VALUES ($1, $2, $3, $4, $5, $6, $7) "
                     "ON CONFLICT (year) DO NOTHING",
            year.year, year.complete, year.version, year.updated_at, year.updated_by,
            year.updated_by_name, year.reason)
        : tx.execute("UPDATE calendar_year SET complete = $3, version = $4, updated_at_ms = $5, "
                     "updated_by = $6, updated_by_name = $7, reason = $8 "
                     "WHERE year = $1 AND version = $2",
            year.year, version_before, year.complete, year.version, year.updated_at,
            year.updated_by, year.updated_by_name, year.reason);
    if (changed == 0) {
        return base::trouble(
            base::Trouble::stale, "calendar.stale", {{"year", std::to_string(year.year)}});
    }
    tx.execute("DELETE FROM calendar_day WHERE year = $1", year.year);
    db::NewRows rows("calendar_day", {"day", "year", "kind", "name", "name_en"});
    for (const auto& day : year.days) {
        rows.add(day.day, year.year, day.kind, day.name, day.name_en);
    }
    rows.insert(tx);
    return {};
}

} // namespace xieshang::settings
