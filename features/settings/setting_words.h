// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Settings in words, and as CSV (plan_table.h): no cell is ever a formula. Pure.
#pragma once

#include "features/settings/setting_shapes.h"
#include "platform/texts/texts.h"

namespace xieshang::settings {

// "10 working days", "2/3", "no limit"; of a list its names.
std::string words_of(const SettingSpec& spec, const SettingValue& value, texts::Language language);

std::string name_of(const SettingSpec& spec, texts::Language language);

bool fits(const SettingView& setting, const SettingFilter& filter);

std::string setting_table(const std::vector<SettingView>& settings, texts::Language language);

// Parameters that name a setting ("key", "other") say its name in that language instead, at every
// field: a person does not know keys.
base::Error named(base::Error error, texts::Language language);

} // namespace xieshang::settings
