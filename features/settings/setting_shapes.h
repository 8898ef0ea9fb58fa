// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of settings, and the limits of what it takes. Pure.
#pragma once

#include "features/members/role.h"
#include "features/settings/setting_catalog.h"
#include "platform/base/clock.h"
#include "platform/json/rules.h"

namespace xieshang::settings {

struct SettingColumns { // which members the rows of a list have beside id
    bool names{};
    bool frequency{}; // least, most
    bool weight{};
    bool reviewers{}; // turn, count; the id is a role
    bool fixed{};     // rows of the default cannot be left out
    bool closed{};    // none can be added
};
BOOST_DESCRIBE_STRUCT(SettingColumns, (), (names, frequency, weight, reviewers, fixed, closed))

struct SettingChanged {
    base::Instant at;
    std::string by_name;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SettingChanged, (), (at, by_name, reason))

struct SettingView {
    std::string key;
    SettingGroup group{};
    ValueKind kind{};
    std::string name; // in the caller's language, as is `why`
    std::string why;
    std::string source; // the clause that the default comes from
    SettingValue value;
    std::string shown; // the value in words of the caller's language
    SettingValue default_value;
    std::string default_shown;
    bool is_default{};
    std::int64_t least{}; // of the number; of percents in tenths; both 0: no bounds
    std::int64_t most{};
    bool may_be_empty{}; // no limit
    bool months{};       // of a duration: whether months may be chosen
    SettingColumns columns{};
    std::vector<members::Role> reviewer_roles{}; // that its rows may name
    std::optional<SettingChanged> changed{};     // last
    std::int64_t version{};                      // 0: never changed
};
BOOST_DESCRIBE_STRUCT(SettingView, (),
    (key, group, kind, name, why, source, value, shown, default_value, default_shown, is_default,
        least, most, may_be_empty, months, columns, reviewer_roles, changed, version))

struct SettingList {
    std::vector<SettingView> items; // group by group
};
BOOST_DESCRIBE_STRUCT(SettingList, (), (items))

struct SettingRequest {
    SettingValue value;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SettingRequest, (), (value, reason))

struct SettingReset {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SettingReset, (), (reason))

struct PastSetting {
    std::int64_t version{};
    base::Instant at;
    std::string by_name;
    std::string reason;
    bool is_default{};  // set back
    std::string before; // in words of the caller's language
    std::string after;
};
BOOST_DESCRIBE_STRUCT(PastSetting, (), (version, at, by_name, reason, is_default, before, after))

struct SettingHistory {
    std::vector<PastSetting> items; // the newest first
};
BOOST_DESCRIBE_STRUCT(SettingHistory, (), (items))

struct SettingFilter {
    std::optional<SettingGroup> group{};
    std::optional<std::string> q{}; // of the name, the explanation or the key
    std::optional<bool> changed{};  // only those that are not the default
};
BOOST_DESCRIBE_STRUCT(SettingFilter, (), (group, q, changed))

} // namespace xieshang::settings

namespace xieshang::json {

template <>
inline constexpr auto rules<settings::SettingValue> = std::to_array<Rule>({
    {.member = "text", .least = 0, .most = 32},
    {.member = "items", .least = 0, .most = 100},
});

template <>
inline constexpr auto rules<settings::SettingItem> = std::to_array<Rule>({
    {.member = "id", .least = 0, .most = 64},
    {.member = "name", .least = 0, .most = 200},
    {.member = "name_en", .least = 0, .most = 200},
});

template <>
inline constexpr auto rules<settings::SettingRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 1, .most = 500},
});

template <>
inline constexpr auto rules<settings::SettingReset> = std::to_array<Rule>({
    {.member = "reason", .least = 1, .most = 500},
});

template <>
inline constexpr auto rules<settings::SettingFilter> = std::to_array<Rule>({
    {.member = "q", .least = 0, .most = 100},
});

} // namespace xieshang::json
