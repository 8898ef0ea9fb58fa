// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ settings; nothing else.
#pragma once

#include "features/settings/setting.h"
#include "platform/db/db.h"

#include <map>

namespace xieshang::settings {

// A setting that somebody set, or set back.
struct KeptSetting {
    std::string name;     // of the catalog
    bool by_default{};    // set back: the value is the program's, whatever stands here
    SettingValue value{}; // of a setting that was set back: the default of that day
    std::int64_t version{};
    base::Instant updated_at{};
    std::string updated_by{};
    std::string updated_by_name{};
    std::string reason{};

    bool operator==(const KeptSetting&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptSetting, (),
    (name, by_default, value, version, updated_at, updated_by, updated_by_name, reason))

// What verbs decide by: each as it was set, or the default. One query.
Settings settings_of(db::Tx& tx);

std::optional<KeptSetting> find_setting(db::Tx& tx, std::string_view name);
std::map<std::string, KeptSetting, std::less<>> kept_settings(db::Tx& tx);

// Writes the row, which must have `version_before` still (0: there is none), else settings.stale.
base::Result<void> keep_setting(
    db::Tx& tx, const KeptSetting& setting, std::int64_t version_before);

} // namespace xieshang::settings
