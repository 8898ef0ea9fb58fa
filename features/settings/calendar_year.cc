// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/calendar_year.h"

#include "features/people/short_text.h"
#include "platform/base/embedded.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace xieshang::settings {
namespace {

std::string_view cut(std::string_view& text, char at)
{
    const auto end = std::min(text.find(at), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::map<std::int64_t, CalendarYear> read_built_in()
{
    std::map<std::int64_t, CalendarYear> years;
    auto lines = embedded::calendar().front().bytes;
    while (!lines.empty()) {
        auto line = cut(lines, '\n');
        MarkedDay day{std::string(cut(line, '\t'))};
        if (!boost::describe::enum_from_string(std::string(cut(line, '\t')).c_str(), day.kind)) {
            throw std::logic_error("the calendar that was built in cannot be read");
        }
        day.name = cut(line, '\t');
        day.name_en = cut(line, '\t');
        const std::int64_t number = base::year_of(base::day_called(day.day).value());
        auto& year = years[number];
        year.year = number;
        year.complete = true;
        year.days.push_back(std::move(day));
    }
    return years;
}

bool is_name(const std::string& name)
{
    std::vector<base::FieldTrouble> troubles;
    if (!name.empty()) {
        people::check_text(troubles, "", name);
    }
    return troubles.empty();
}

} // namespace

const std::map<std::int64_t, CalendarYear>& built_in_years()
{
    static const auto years = read_built_in();
    return years;
}

bool is_whole(const std::vector<MarkedDay>& days)
{
    const auto holidays = std::count_if(days.begin(), days.end(),
        [](const MarkedDay& day) { return day.kind == CalendarMark::holiday; });
    return static_cast<std::size_t>(holidays) >= fewest_holidays;
}

base::Result<void> is_year(std::int64_t year)
{
    if (year < base::first_year || year > base::last_year) {
        return base::refuse("calendar.not_a_year",
            {{"least", std::to_string(base::first_year)},
                {"most", std::to_string(base::last_year)}});
    }
    return {};
}

std::string wrong_with(const MarkedDay& day)
{
    const auto legal = base::day_called(day.day);
    if (!legal) {
        return "calendar.not_a_day";
    }
    if (day.kind == CalendarMark::adjusted_workday && !base::is_weekend(*legal)) {
        return "calendar.no_weekend";
    }
    return is_name(day.name) && is_name(day.name_en) ? "" : "calendar.no_name";
}

void check_days(
    std::vector<base::FieldTrouble>& troubles, const std::string& pointer, const CalendarYear& year)
{
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < year.days.size(); ++i) {
        const auto& day = year.days[i];
        const auto at = pointer + "/days/" + std::to_string(i);
        const auto wrong = wrong_with(day);
        if (wrong == "calendar.no_name") {
            troubles.push_back({at + "/name", wrong, {}});
        } else if (!wrong.empty()) {
            troubles.push_back({at + "/day", wrong, {}});
        } else if (base::year_of(*base::day_called(day.day)) != year.year) {
            troubles.push_back(
                {at + "/day", "calendar.other_year", {{"year", std::to_string(year.year)}}});
        } else if (!seen.insert(day.day).second) {
            troubles.push_back({at + "/day", "calendar.twice", {}});
        }
    }
}

std::vector<MarkedDay> sorted(std::vector<MarkedDay> days)
{
    std::sort(days.begin(), days.end(),
        [](const MarkedDay& one, const MarkedDay& other) { return one.day < other.day; });
    return days;
}

std::vector<MarkedDay> with_mark(std::vector<MarkedDay> days, const MarkedDay& mark)
{
    days = without_mark(std::move(days), mark.day);
    days.push_back(mark);
    return sorted(std::move(days));
}

std::vector<MarkedDay> without_mark(std::vector<MarkedDay> days, std::string_view day)
{
    days.erase(std::remove_if(days.begin(), days.end(),
                   [&](const MarkedDay& marked) { return marked.day == day; }),
        days.end());
    return days;
}

void take_up(base::WorkingCalendar& calendar, const CalendarYear& year)
{
    if (year.complete) {
        calendar.know(static_cast<int>(year.year));
    }
    for (const auto& day : year.days) {
        calendar.mark(base::day_called(day.day).value(),
            day.kind == CalendarMark::holiday ? base::DayKind::holiday
                                              : base::DayKind::adjusted_workday);
    }
}

} // namespace xieshang::settings
