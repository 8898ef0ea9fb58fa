// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The names that a district gives to forms of consultation and to fields (topic_kinds,
// plan_fields). They stand wherever such a form or field is named, in the place of the program's
// own words. Pure.
#pragma once

#include "features/settings/setting.h"
#include "platform/texts/texts.h"

#include <map>
#include <string>
#include <string_view>

namespace xieshang::settings {

// The codes of those words, each followed by the enumerator's name.
inline constexpr std::string_view kind_texts = "topics.web.kind.";
inline constexpr std::string_view field_texts = "suggestion.field.";

// In English the Chinese name where the row has no other.
const std::string& name_in(const SettingItem& item, texts::Language language);

// Code → name, of each form and field.
std::map<std::string, std::string, std::less<>> given_names(
    const Settings& settings, texts::Language language);

} // namespace xieshang::settings
