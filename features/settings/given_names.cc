// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/given_names.h"

namespace xieshang::settings {

const std::string& name_in(const SettingItem& item, texts::Language language)
{
    return language == texts::Language::en && !item.name_en.empty() ? item.name_en : item.name;
}

std::map<std::string, std::string, std::less<>> given_names(
    const Settings& settings, texts::Language language)
{
    std::map<std::string, std::string, std::less<>> names;
    for (const auto& item : settings.items(SettingKey::topic_kinds)) {
        names.emplace(std::string(kind_texts) + item.id, name_in(item, language));
    }
    for (const auto& item : settings.items(SettingKey::plan_fields)) {
        names.emplace(std::string(field_texts) + item.id, name_in(item, language));
    }
    return names;
}

} // namespace xieshang::settings
