// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/setting_store.h"

#include "platform/json/json.h"

namespace xieshang::settings {
namespace {

struct SettingRow {
    std::string name;
    bool by_default{};
    std::string text;
    std::string items; // JSON
    std::int64_t version{};
    base::Instant updated_at;
    std::string updated_by;
    std::string updated_by_name;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SettingRow, (),
    (name, by_default, text, items, version, updated_at, updated_by, updated_by_name, reason))

constexpr std::string_view rows = "SELECT name, by_default, text, items, version, updated_at_ms AS "
                                  "updated_at, updated_by, updated_by_name, reason FROM setting ";

KeptSetting kept(SettingRow row)
{
    auto items = json::read_own<std::vector<SettingItem>>(row.items).value();
    return {std::move(row.name), row.by_default, {std::move(row.text), std::move(items)},
        row.version, row.updated_at, std::move(row.updated_by), std::move(row.updated_by_name),
        std::move(row.reason)};
}

} // namespace

Settings settings_of(db::Tx& tx)
{
    Settings settings;
    for (auto& [name, setting] : kept_settings(tx)) {
        const auto* spec = setting_called(name); // null: of another version of the program
        if (spec != nullptr && !setting.by_default) {
            settings.set(spec->key, std::move(setting.value));
        }
    }
    return settings;
}

std::optional<KeptSetting> find_setting(db::Tx& tx, std::string_view name)
{
    auto row = tx.one<SettingRow>(std::string(rows) + "WHERE name = $1", name);
    return row ? std::optional(kept(*std::move(row))) : std::nullopt;
}

std::map<std::string, KeptSetting, std::less<>> kept_settings(db::Tx& tx)
{
    std::map<std::string, KeptSetting, std::less<>> settings;
    for (auto& row : tx.all<SettingRow>(std::string(rows) + "ORDER BY name")) {
        auto name = row.name;
        settings.emplace(std::move(name), kept(std::move(row)));
    }
    return settings;
}

base::Result<void> keep_setting(db::Tx& tx, const KeptSetting& setting, std::int64_t version_before)
{
    const auto items = json::write(setting.value.items);
    const auto changed = version_before == 0
        ? tx.execute("INSERT INTO setting (name, by_default, text, items, version, updated_at_ms, "
                     "updated_by, updated_by_name, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
                     "$9) ON CONFLICT (name) DO NOTHING",
            setting.name, setting.by_default, setting.value.text, items, setting.version,
            setting.updated_at, setting.updated_by, setting.updated_by_name, setting.reason)
        : tx.execute("UPDATE setting SET by_default = $3, text = $4, items = $5, version = $6, "
                     "updated_at_ms = $7, updated_by = $8, updated_by_name = $9, reason = $10 "
                     "WHERE name = $1 AND version = $2",
            setting.name, version_before, setting.by_default, setting.value.text, items,
            setting.version, setting.updated_at, setting.updated_by, setting.updated_by_name,
            setting.reason);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "settings.stale");
    }
    return {};
}

} // namespace xieshang::settings
