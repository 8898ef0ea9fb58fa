// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/settings_audit_actions.h"

#include "features/settings/calendar_store.h"
#include "features/settings/setting_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

namespace xieshang::settings {
namespace {

using Misfits = std::vector<record::Misfit>;

// The row is what the newest event of the subject tells of it.
template <class Row>
Misfits audit(
    db::Tx& tx, const std::string& table, const std::string& id, const std::optional<Row>& row)
{
    if (!row) {
        return {{"check.no_row", table, id}};
    }
    const auto events = record::events_about(tx, table, id);
    if (events.empty()) {
        return {{"check.no_event", table, id}};
    }
    const auto content = json::Document::parse(events.back().content.value_or(""));
    if (!content) {
        return {}; // told already, where the record is inspected
    }
    const auto* told = json::member_of(content->root(), "after");
    if (told == nullptr) {
        return {{"check.row_differs", table, id, {{"field", "event"}}}};
    }
    const auto written = json::Document::parse(json::write(*row)).value();
    Misfits misfits;
    for (auto& field : json::differing_members(*told, written.root())) {
        misfits.push_back({"check.row_differs", table, id, {{"field", std::move(field)}}});
    }
    return misfits;
}

std::optional<std::int64_t> year_called(const std::string& text)
{
    const auto day = base::day_called(text + "-01-01");
    return day ? std::optional<std::int64_t>(base::year_of(*day)) : std::nullopt;
}

} // namespace

std::vector<std::string> settings_to_audit(db::Tx& tx)
{
    std::vector<std::string> names;
    for (const auto& [name, setting] : kept_settings(tx)) {
        names.push_back(name);
    }
    return record::subjects(tx, "setting", std::move(names));
}

std::vector<std::string> calendar_years_to_audit(db::Tx& tx)
{
    std::vector<std::string> years;
    for (const auto year : kept_years(tx)) {
        years.push_back(std::to_string(year));
    }
    return record::subjects(tx, "calendar_year", std::move(years));
}

Misfits audit_setting(db::Tx& tx, const std::string& name)
{
    return audit(tx, "setting", name, find_setting(tx, name));
}

Misfits audit_calendar_year(db::Tx& tx, const std::string& year)
{
    const auto number = year_called(year);
    return audit(tx, "calendar_year", year,
        number ? find_kept_year(tx, *number) : std::optional<CalendarYear>());
}

} // namespace xieshang::settings
