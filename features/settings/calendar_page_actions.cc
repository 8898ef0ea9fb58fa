// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/calendar_page_actions.h"

#include "platform/json/json.h"
#include "platform/record/audit.h"

#include <algorithm>
#include <map>

namespace xieshang::settings {
namespace {

CalendarSource source_of(const CalendarYear& year)
{
    if (year.version > 0) {
        return CalendarSource::handed_in;
    }
    return year.complete ? CalendarSource::built_in : CalendarSource::none;
}

base::WorkingCalendar calendar_with(const CalendarYear& year)
{
    base::WorkingCalendar calendar;
    take_up(calendar, year);
    return calendar;
}

CalendarDayKind kind_of(base::DayKind kind)
{
    switch (kind) {
    case base::DayKind::weekend:
        return CalendarDayKind::weekend;
    case base::DayKind::holiday:
        return CalendarDayKind::holiday;
    case base::DayKind::adjusted_workday:
        return CalendarDayKind::adjusted_workday;
    case base::DayKind::workday:
        break;
    }
    return CalendarDayKind::workday;
}

std::vector<CalendarDayView> days_of(const CalendarYear& year)
{
    const auto calendar = calendar_with(year);
    std::vector<CalendarDayView> days;
    auto marked = year.days.begin();
    const auto last = base::last_day_of(static_cast<int>(year.year));
    for (auto day = base::first_day_of(static_cast<int>(year.year)); day <= last;
         day += std::chrono::days(1)) {
        auto& view =
            days.emplace_back(CalendarDayView{base::text_of(day), kind_of(calendar.kind_of(day))});
        if (marked != year.days.end() && marked->day == view.day) {
            view.name = marked->name;
            view.name_en = marked->name_en;
            ++marked;
        }
    }
    return days;
}

// The days whose mark is another in `after`, and those that have none there any more.
struct Difference {
    std::vector<std::string> added;
    std::vector<std::string> dropped;
};

Difference between(const std::vector<MarkedDay>& before, const std::vector<MarkedDay>& after)
{
    std::map<std::string_view, const MarkedDay*> left;
    for (const auto& day : before) {
        left[day.day] = &day;
    }
    Difference difference;
    for (const auto& day : after) {
        const auto found = left.find(day.day);
        if (found == left.end() || *found->second != day) {
            difference.added.push_back(day.day);
        }
        if (found != left.end()) {
            left.erase(found);
        }
    }
    for (const auto& [day, mark] : left) {
        difference.dropped.emplace_back(day);
    }
    return difference;
}

std::vector<PastCalendar> history_of(db::Tx& tx, std::int64_t year)
{
    std::vector<PastCalendar> history;
    for (const auto& event : record::events_about(tx, "calendar_year", std::to_string(year))) {
        auto told = json::read_own<ToldYear>(event.content.value_or(""));
        if (!told) {
            continue; // erased by law
        }
        auto [days, dropped] = between(told->before, told->after.days);
        days.insert(days.end(), dropped.begin(), dropped.end());
        std::sort(days.begin(), days.end());
        history.push_back({event.version, event.at, std::move(told->after.updated_by_name),
            event.action, std::move(told->reason), std::move(days)});
    }
    std::reverse(history.begin(), history.end());
    return history;
}

} // namespace

CalendarLine line_of(const CalendarYear& year)
{
    const auto number = static_cast<int>(year.year);
    const auto worked = calendar_with(year).count_between(
        base::first_day_of(number) - std::chrono::days(1), base::last_day_of(number));
    const auto holidays = std::count_if(year.days.begin(), year.days.end(),
        [](const MarkedDay& day) { return day.kind == CalendarMark::holiday; });
    return {year.year, source_of(year), !year.complete, holidays,
        static_cast<std::int64_t>(year.days.size()) - holidays, worked.days, year.version};
}

CalendarLines calendar_lines(services::Services& services)
{
    return services.db.read([&](db::Tx& tx) {
        const std::int64_t this_year = base::year_of(base::day_in_china(services.clock.now()));
        std::map<std::int64_t, CalendarYear> years{
            {this_year, {this_year}}, {this_year + 1, {this_year + 1}}}; // asked for next
        for (auto& year : all_known_years(tx)) {
            const auto number = year.year;
            years[number] = std::move(year);
        }
        CalendarLines lines;
        for (auto year = years.rbegin(); year != years.rend(); ++year) {
            lines.items.push_back(line_of(year->second));
        }
        return lines;
    });
}

base::Result<CalendarView> calendar_page(
    services::Services& services, std::optional<std::int64_t> year)
{
    const std::int64_t number =
        year.value_or(base::year_of(base::day_in_china(services.clock.now())));
    if (!is_year(number)) { // of an address
        return base::trouble(base::Trouble::not_found, "calendar.not_a_year");
    }
    return services.db.read([&](db::Tx& tx) -> base::Result<CalendarView> {
        const auto found = find_year(tx, number);
        return CalendarView{line_of(found), days_of(found), history_of(tx, number), found.version};
    });
}

std::vector<PreviewedYear> preview_of(
    services::Services& services, const std::vector<MarkedDay>& days)
{
    std::map<std::int64_t, std::vector<MarkedDay>> by_year;
    for (const auto& day : days) {
        by_year[base::year_of(base::day_called(day.day).value())].push_back(day);
    }
    return services.db.read([&](db::Tx& tx) {
        std::vector<PreviewedYear> years;
        for (auto& [number, marked] : by_year) {
            const auto now = find_year(tx, number);
            const auto then = line_of({number, true, marked});
            auto [added, dropped] = between(now.days, marked);
            const bool whole = is_whole(marked);
            const bool same = added.empty() && dropped.empty() && whole == now.complete;
            years.push_back({number, now.version, source_of(now), whole, same, then.holidays,
                then.adjusted_workdays, std::move(added), std::move(dropped), std::move(marked)});
        }
        return years;
    });
}

} // namespace xieshang::settings
