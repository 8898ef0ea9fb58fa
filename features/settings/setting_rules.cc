// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/short_text.h"
#include "features/plan/plan_workflow.h"
#include "features/settings/setting.h"

#include <algorithm>

namespace xieshang::settings {
namespace {

using Troubles = std::vector<base::FieldTrouble>;

constexpr std::size_t id_most = 32;
constexpr std::int64_t frequency_most = 999;
constexpr std::int64_t weight_most = 100;
constexpr std::int64_t turn_most = 20;

base::Params bounds(std::int64_t least, std::int64_t most)
{
    return {{"least", std::to_string(least)}, {"most", std::to_string(most)}};
}

std::string tenths_text(std::int64_t tenths)
{
    return std::to_string(tenths / 10)
        + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10));
}

// ---- a word -------------------------------------------------------------------------------------

struct Meant {            // what lies within the bounds of the setting
    std::int64_t least{}; // both the same, but of a range
    std::int64_t most{};
};

template <class Value>
std::optional<Meant> meant(const std::optional<Value>& value)
{
    return value ? std::optional(Meant{}) : std::nullopt;
}

std::optional<Meant> one(const std::optional<std::int64_t>& number)
{
    return number ? std::optional(Meant{*number, *number}) : std::nullopt;
}

std::optional<Meant> meant_by(ValueKind kind, std::string_view text)
{
    switch (kind) {
    case ValueKind::month_day:
        return meant(month_day_in(text));
    case ValueKind::time_of_day:
        return meant(minutes_of_day_in(text));
    case ValueKind::duration: {
        const auto duration = duration_in(text);
        return duration ? std::optional(Meant{duration->count, duration->count}) : std::nullopt;
    }
    case ValueKind::minutes:
    case ValueKind::count:
        return one(number_in(text));
    case ValueKind::fraction:
        return meant(fraction_in(text));
    case ValueKind::percent:
        return one(tenths_in(text));
    case ValueKind::percent_range: {
        const auto range = tenths_range_in(text);
        return range ? std::optional(Meant{range->least, range->most}) : std::nullopt;
    }
    case ValueKind::list:
        break;
    }
    return text.empty() ? std::optional(Meant{}) : std::nullopt;
}

bool is_of_percents(ValueKind kind)
{
    return kind == ValueKind::percent || kind == ValueKind::percent_range;
}

void check_word(Troubles& troubles, const SettingSpec& spec, const std::string& text)
{
    if (text.empty()) {
        if (!spec.may_be_empty) {
            troubles.push_back({"/value/text", "settings.value.missing", {}});
        }
        return;
    }
    const auto value = meant_by(spec.kind, text);
    if (!value) {
        const auto* kind = boost::describe::enum_to_string(spec.kind, "");
        troubles.push_back({"/value/text", std::string("settings.value.") + kind, {}});
        return;
    }
    const bool bounded = spec.least != 0 || spec.most != 0;
    const bool is_share = spec.kind == ValueKind::fraction;
    if (bounded && !is_share && (value->least < spec.least || value->most > spec.most)) {
        troubles.push_back({"/value/text", "settings.value.bounds",
            is_of_percents(spec.kind)
                ? base::Params{{"least", tenths_text(spec.least)}, {"most", tenths_text(spec.most)}}
                : bounds(spec.least, spec.most)});
    }
    const auto duration = spec.kind == ValueKind::duration ? duration_in(text) : std::nullopt;
    if (duration && duration->unit == DurationUnit::months && !spec.months) {
        troubles.push_back({"/value/text", "settings.value.months", {}});
    }
}

// ---- a list -------------------------------------------------------------------------------------

bool is_id(std::string_view id)
{
    return !id.empty() && id.size() <= id_most && id[0] >= 'a' && id[0] <= 'z'
        && std::all_of(id.begin(), id.end(),
            [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

base::Roles reviewers_of(SettingKey key)
{
    switch (key) {
    case SettingKey::three_offices_reviewers:
        return plan::may_review(plan::PlanState::three_office_review);
    case SettingKey::chairpersons_reviewers:
        return plan::may_review(plan::PlanState::chairpersons_review);
    case SettingKey::party_committee_reviewers:
        return plan::may_review(plan::PlanState::party_committee_review);
    default:
        return 0;
    }
}

bool may_stand_in(SettingKey key, const std::string& id)
{
    members::Role role{};
    return boost::describe::enum_from_string(id.c_str(), role)
        && (members::bit(role) & reviewers_of(key)) != 0;
}

bool has(const std::vector<SettingItem>& items, std::string_view id)
{
    return std::any_of(
        items.begin(), items.end(), [&](const SettingItem& item) { return item.id == id; });
}

// The members that a list's rows do not have are absent, those that they have lie within.
void check_number(Troubles& troubles, std::string pointer, bool wanted, std::int64_t least,
    std::int64_t most, const std::optional<std::int64_t>& number)
{
    if (!wanted && number) {
        troubles.push_back({std::move(pointer), "settings.item.not_here", {}});
    } else if (wanted && (!number || *number < least || *number > most)) {
        troubles.push_back({std::move(pointer), "settings.item.number", bounds(least, most)});
    }
}

void check_frequency(
    Troubles& troubles, const std::string& at, const SettingItem& item, bool wanted)
{
    if (item.least || !wanted) {
        check_number(troubles, at + "/least", wanted, 0, frequency_most, item.least);
    }
    if (item.most || !wanted) {
        check_number(troubles, at + "/most", wanted, 0, frequency_most, item.most);
    }
    if (item.least && item.most && *item.least > *item.most) {
        troubles.push_back({at + "/most", "settings.item.frequency", {}});
    }
}

void check_names(Troubles& troubles, const std::string& at, const SettingItem& item, bool wanted)
{
    if (!wanted) {
        if (!item.name.empty() || !item.name_en.empty()) {
            troubles.push_back({at + "/name", "settings.item.not_here", {}});
        }
        return;
    }
    people::check_text(troubles, at + "/name", item.name);
    if (!item.name_en.empty()) {
        people::check_text(troubles, at + "/name_en", item.name_en);
    }
}

void check_item(
    Troubles& troubles, const std::string& at, const SettingSpec& spec, const SettingItem& item)
{
    const auto& columns = spec.columns;
    if (!is_id(item.id)) {
        troubles.push_back({at + "/id", "settings.item.id", {}});
    } else if (columns.reviewers && !may_stand_in(spec.key, item.id)) {
        troubles.push_back({at + "/id", "settings.item.role", {}});
    }
    check_names(troubles, at, item, columns.names);
    check_frequency(troubles, at, item, columns.frequency);
    check_number(troubles, at + "/weight", columns.weight, 1, weight_most, item.weight);
    check_number(troubles, at + "/turn", columns.reviewers, 1, turn_most, item.turn);
    check_number(troubles, at + "/count", columns.reviewers, 1, turn_most, item.count);
}

void check_list(Troubles& troubles, const SettingSpec& spec, const std::vector<SettingItem>& items)
{
    const auto count = static_cast<std::int64_t>(items.size());
    if (count < spec.least || count > spec.most) {
        troubles.push_back({"/value/items", "settings.items.count", bounds(spec.least, spec.most)});
        return;
    }
    const auto built_in = default_of(spec.key).items;
    for (const auto& item : built_in) {
        if (spec.columns.fixed && !has(items, item.id)) {
            troubles.push_back({"/value/items", "settings.items.left_out", {{"name", item.name}}});
        }
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto at = "/value/items/" + std::to_string(i);
        check_item(troubles, at, spec, items[i]);
        if (spec.columns.closed && !has(built_in, items[i].id)) {
            troubles.push_back({at + "/id", "settings.items.added", {}});
        }
        if (has({items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i)}, items[i].id)) {
            troubles.push_back({at + "/id", "settings.item.twice", {}});
        }
    }
}

// No approved plan without the decision of the chairpersons and of the party committee (意见五,
// 2015): a stage that left its body out could never be passed.
std::optional<members::Role> deciding_body(SettingKey key)
{
    switch (key) {
    case SettingKey::chairpersons_reviewers:
        return members::Role::chairperson;
    case SettingKey::party_committee_reviewers:
        return members::Role::party_committee;
    default:
        return std::nullopt;
    }
}

void check_deciding_body(Troubles& troubles, SettingKey key, const std::vector<SettingItem>& items)
{
    const auto body = deciding_body(key);
    if (!body) {
        return;
    }
    const std::string role = boost::describe::enum_to_string(*body, "");
    if (!has(items, role)) {
        troubles.push_back({"/value/items", "settings.items.deciding_body." + role, {}});
    }
}

} // namespace

std::vector<members::Role> reviewer_roles(SettingKey key)
{
    std::vector<members::Role> roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<members::Role>>([&](auto entry) {
        if ((members::bit(entry.value) & reviewers_of(key)) != 0) {
            roles.push_back(entry.value);
        }
    });
    return roles;
}

base::Result<void> acceptable(const SettingSpec& spec, const SettingValue& value)
{
    base::Error wrong{
        base::Trouble::refused, "settings.invalid", {{"key", std::string(spec.name)}}, {}};
    if (spec.kind == ValueKind::list) {
        check_list(wrong.fields, spec, value.items);
        check_deciding_body(wrong.fields, spec.key, value.items);
        if (!value.text.empty()) {
            wrong.fields.push_back({"/value/text", "settings.value.list", {}});
        }
    } else {
        check_word(wrong.fields, spec, value.text);
        if (!value.items.empty()) {
            wrong.fields.push_back({"/value/items", "settings.value.no_list", {}});
        }
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

} // namespace xieshang::settings
