// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The rows of the settings that are lists, until a district says otherwise. Pure.
//   plan_fields          the five fields 五位一体 over which a plan is balanced
//   topic_kinds          how often each form is usual in a year (domain.md §1.2): hints, no blocks
// The names of both are those that the texts have (given_names.h).
//   screening_criteria   what suggestions are scored by (定点小切口 …; domain.md §1.2)
//   *_reviewers          who reviews a plan within that stage, in which turn, and how many of them
#pragma once

#include "features/settings/setting_catalog.h"

namespace xieshang::settings {

std::vector<SettingItem> default_items(SettingKey key); // none where it is no list

} // namespace xieshang::settings
