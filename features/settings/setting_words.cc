// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/setting_words.h"

#include "features/people/roster_words.h"
#include "features/plan/plan_table.h"
#include "features/settings/given_names.h"

namespace xieshang::settings {
namespace {

std::string counted(const char* unit, std::int64_t count, texts::Language language)
{
    return texts::built_in().text(
        language, std::string("settings.unit.") + unit, {{"count", std::to_string(count)}});
}

std::string item_words(const SettingSpec& spec, const SettingItem& item, texts::Language language)
{
    if (spec.columns.reviewers) {
        const auto role = texts::built_in().text(language, "members.web.role." + item.id);
        return item.count.value_or(1) == 1 ? role : role + " × " + std::to_string(*item.count);
    }
    return name_in(item, language);
}

std::string list_words(
    const SettingSpec& spec, const std::vector<SettingItem>& items, texts::Language language)
{
    std::string words;
    for (const auto& item : items) {
        const auto* comma = language == texts::Language::en ? ", " : "、";
        words += (words.empty() ? "" : comma) + item_words(spec, item, language);
    }
    return words;
}

std::string group_name(SettingGroup group, texts::Language language)
{
    return texts::built_in().text(
        language, std::string("settings.group.") + boost::describe::enum_to_string(group, ""));
}

void say_names(base::Params& params, texts::Language language)
{
    for (const auto* which : {"key", "other"}) {
        const auto found = params.find(which);
        const auto* spec = found == params.end() ? nullptr : setting_called(found->second);
        if (spec != nullptr) {
            found->second = name_of(*spec, language);
        }
    }
}

} // namespace

std::string name_of(const SettingSpec& spec, texts::Language language)
{
    return texts::built_in().text(language, "settings.name." + std::string(spec.name));
}

std::string words_of(const SettingSpec& spec, const SettingValue& value, texts::Language language)
{
    if (spec.kind == ValueKind::list) {
        return list_words(spec, value.items, language);
    }
    if (value.text.empty()) {
        return texts::built_in().text(language, "settings.unit.no_limit");
    }
    if (const auto duration = duration_in(value.text);
        spec.kind == ValueKind::duration && duration) {
        return counted(
            boost::describe::enum_to_string(duration->unit, ""), duration->count, language);
    }
    if (const auto minutes = number_in(value.text); spec.kind == ValueKind::minutes && minutes) {
        return counted("minutes", *minutes, language);
    }
    if (spec.kind == ValueKind::percent || spec.kind == ValueKind::percent_range) {
        return texts::built_in().text(language, "settings.unit.percent", {{"value", value.text}});
    }
    return value.text;
}

bool fits(const SettingView& setting, const SettingFilter& filter)
{
    const auto sought = people::plain_words(filter.q.value_or(""));
    const auto says = [&](std::string_view words) {
        return people::plain_words(words).find(sought) != std::string::npos;
    };
    return (!filter.group || setting.group == *filter.group)
        && (!filter.changed.value_or(false) || !setting.is_default)
        && (says(setting.name) || says(setting.why) || says(setting.key) || says(setting.shown));
}

std::string setting_table(const std::vector<SettingView>& settings, texts::Language language)
{
    std::vector<std::string> head;
    for (const auto* column :
        {"group", "name", "value", "default", "why", "source", "by", "at", "reason"}) {
        head.push_back(texts::built_in().text(language, std::string("settings.export.") + column));
    }
    auto table = std::string(plan::csv_mark) + plan::csv_row(head);
    for (const auto& setting : settings) {
        const auto changed = setting.changed.value_or(SettingChanged());
        table += plan::csv_row({group_name(setting.group, language), setting.name, setting.shown,
            setting.default_shown, setting.why, setting.source, changed.by_name,
            setting.changed ? plan::csv_instant(changed.at) : std::string(), changed.reason});
    }
    return table;
}

base::Error named(base::Error error, texts::Language language)
{
    say_names(error.params, language);
    for (auto& field : error.fields) {
        say_names(field.params, language);
    }
    return error;
}

} // namespace xieshang::settings
