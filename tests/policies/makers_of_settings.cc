// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

namespace xieshang::policies {
namespace {

constexpr std::int64_t changed_once = 1; // the version (VisitedHouse::make_settings)

const std::string setting = "/api/settings/";
const std::string year = "/api/calendar/years/";

// Of a setting that there is, and of one that there is not.
Cases there_and_not(const std::function<Ask(const std::string&)>& ask)
{
    return {one("a setting", ask("thematic_notice")), nothing(ask("no_such_setting"))};
}

void add_makers_of_calendars(Makers& makers)
{
    for (const auto& [name, path] :
        {std::pair<std::string, std::string>{"findThisYearsCalendar", "/api/calendar"},
            {"listCalendarYears", "/api/calendar/years"}}) {
        makers[name] = [path = path](const Things&) { return Cases{one("a year", {path})}; };
    }
    for (const auto& [name, rest] : {std::pair<std::string, std::string>{"findCalendarYear", ""},
             {"exportCalendarYear", "/export"}}) {
        makers[name] = [rest = rest](const Things&) {
            return Cases{one("a year", {year + "2099" + rest}), nothing({year + "1066" + rest})};
        };
    }
    makers["completeCalendarYear"] = [](const Things&) {
        const auto ask = [](const std::string& one_year) {
            return Ask{.path = year + one_year + "/completeness",
                .body = R"({"complete":true,"reason":"已核对"})",
                .version = changed_once};
        };
        return Cases{one("a year", ask("2099")), nothing(ask("1066"))};
    };
    makers["markCalendarDay"] = [](const Things&) {
        const auto ask = [](const std::string& day) {
            return Ask{.path = "/api/calendar/days/" + day,
                .body = R"({"kind":"holiday","name":"元旦","reason":"补登"})",
                .version = changed_once};
        };
        return Cases{one("a day", ask("2099-01-02")), nothing(ask("2099-02-30"))};
    };
    makers["previewCalendar"] = [](const Things&) {
        return Cases{one("a file",
            {.path = "/api/calendar/previews",
                .body = "2099-01-01,放假,元旦\n元旦,放假\n",
                .content_type = "application/octet-stream"})};
    };
    makers["importCalendar"] = [](const Things&) {
        return Cases{one("a year",
            {.path = "/api/calendar/imports",
                .body = R"({"years":[{"year":2099,"version":1,"days":[{"day":"2099-01-02",
                           "kind":"holiday","name":"元旦","name_en":""}]}],"reason":"通知"})"},
            201)};
    };
}

} // namespace

void add_makers_of_settings(Makers& makers)
{
    for (const auto& [name, path] :
        {std::pair{"listSettings", "/api/settings"}, {"exportSettings", "/api/settings/export"}}) {
        makers[name] = [path = std::string(path)](
                           const Things&) { return Cases{one("all", {path})}; };
    }
    makers["findSetting"] = [](const Things&) {
        return there_and_not([](const std::string& key) { return Ask{setting + key}; });
    };
    makers["findSettingHistory"] = [](const Things&) {
        return there_and_not(
            [](const std::string& key) { return Ask{setting + key + "/history"}; });
    };
    makers["setSetting"] = [](const Things&) {
        return there_and_not([](const std::string& key) {
            return Ask{.path = setting + key,
                .body = R"({"value":{"text":"15wd","items":[]},"reason":"区委要求"})",
                .version = changed_once};
        });
    };
    makers["resetSetting"] = [](const Things&) {
        return there_and_not([](const std::string& key) {
            return Ask{.path = setting + key + "/reset",
                .body = R"({"reason":"恢复"})",
                .version = changed_once};
        });
    };
    add_makers_of_calendars(makers);
}

} // namespace xieshang::policies
