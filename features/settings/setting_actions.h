// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is done with settings. Each change is told to the record with what was before and why.
#pragma once

#include "features/settings/setting_shapes.h"
#include "features/settings/setting_store.h"
#include "platform/services/services.h"

namespace xieshang::settings {

struct StandingSetting {
    const SettingSpec* spec{};
    SettingValue value;
    std::optional<KeptSetting> kept{};
};

std::vector<StandingSetting> standing_settings(services::Services& services);
base::Result<StandingSetting> standing_setting(
    services::Services& services, std::string_view name); // or settings.not_found

struct SettingChange {
    std::string name;
    std::int64_t version_seen{}; // 0: it was never changed
    SettingValue value{};
    std::string reason;
};

// Refuses with settings.not_found, settings.stale (412), settings.no_reason at /reason,
// settings.not_changed {key}, and what acceptable() and fit_together() of setting.h refuse.
base::Result<KeptSetting> set_setting(
    services::Services& services, const base::Actor& actor, const SettingChange& change);
// Back to the default, also of later versions of the program; `value` is not looked at. Refuses as
// set_setting(), and with settings.is_default {key}.
base::Result<KeptSetting> reset_setting(
    services::Services& services, const base::Actor& actor, const SettingChange& change);

// What the record tells of a change.
struct ToldSetting {
    KeptSetting after;
    SettingValue before;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ToldSetting, (), (after, before, reason))

// The newest first; what is told of a content that was erased by law is left out.
base::Result<std::vector<ToldSetting>> history_of_setting(
    services::Services& services, std::string_view name); // or settings.not_found

} // namespace xieshang::settings
