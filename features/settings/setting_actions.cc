// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/setting_actions.h"

#include "features/people/short_text.h"
#include "features/settings/settings_policies.h"
#include "platform/json/json.h"
#include "platform/record/audit.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::settings {
namespace {

base::Result<const SettingSpec*> spec_called(std::string_view name)
{
    const auto* spec = setting_called(name);
    if (spec == nullptr) {
        return base::trouble(base::Trouble::not_found, "settings.not_found");
    }
    return spec;
}

// What was seen is what stands there, and there is a reason.
base::Result<void> may_change(const std::optional<KeptSetting>& kept, const SettingChange& change)
{
    if ((kept ? kept->version : 0) != change.version_seen) {
        return base::trouble(base::Trouble::stale, "settings.stale");
    }
    if (!people::is_said(change.reason)) {
        return tl::unexpected(base::Error{base::Trouble::refused, "settings.invalid",
            {{"key", change.name}}, {{"/reason", "settings.no_reason", {}}}});
    }
    return {};
}

base::Result<KeptSetting> keep(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SettingChange& change, const SettingValue& before, KeptSetting setting)
{
    setting.name = change.name;
    setting.version = change.version_seen + 1;
    setting.updated_at = services.clock.now();
    setting.updated_by = actor.id;
    setting.updated_by_name = actor.name;
    setting.reason = change.reason;
    CHECK(keep_setting(tx, setting, change.version_seen));
    record::append(tx, actor, setting.updated_at, services.random,
        {setting.by_default ? "setting.reset" : "setting.set", "setting", setting.name,
            setting.version, json::write(ToldSetting{setting, before, change.reason})});
    return setting;
}

} // namespace

std::vector<StandingSetting> standing_settings(services::Services& services)
{
    return services.db.read([](db::Tx& tx) {
        const auto settings = settings_of(tx);
        auto kept = kept_settings(tx);
        std::vector<StandingSetting> standing;
        for (const auto& spec : all_settings()) {
            auto& one = standing.emplace_back(StandingSetting{&spec, settings.of(spec.key)});
            if (const auto found = kept.find(spec.name); found != kept.end()) {
                one.kept = std::move(found->second);
            }
        }
        return standing;
    });
}

base::Result<StandingSetting> standing_setting(services::Services& services, std::string_view name)
{
    const auto* spec = TRY(spec_called(name));
    return services.db.read([&](db::Tx& tx) -> base::Result<StandingSetting> {
        return StandingSetting{spec, settings_of(tx).of(spec->key), find_setting(tx, name)};
    });
}

base::Result<KeptSetting> set_setting(
    services::Services& services, const base::Actor& actor, const SettingChange& change)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<KeptSetting> {
        CHECK(policies::may_keep_settings(actor));
        const auto* spec = TRY(spec_called(change.name));
        CHECK(may_change(find_setting(tx, change.name), change));
        CHECK(acceptable(*spec, change.value));
        auto settings = settings_of(tx);
        const auto before = settings.of(spec->key);
        if (before == change.value) {
            return base::refuse("settings.not_changed", {{"key", change.name}});
        }
        settings.set(spec->key, change.value);
        CHECK(fit_together(settings, spec->key));
        return keep(services, tx, actor, change, before, {.value = change.value});
    });
}

base::Result<KeptSetting> reset_setting(
    services::Services& services, const base::Actor& actor, const SettingChange& change)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<KeptSetting> {
        CHECK(policies::may_keep_settings(actor));
        const auto* spec = TRY(spec_called(change.name));
        const auto kept = find_setting(tx, change.name);
        CHECK(may_change(kept, change));
        if (!kept || kept->by_default) {
            return base::refuse("settings.is_default", {{"key", change.name}});
        }
        auto settings = settings_of(tx);
        const auto before = settings.of(spec->key);
        settings.set(spec->key, default_of(spec->key));
        CHECK(fit_together(settings, spec->key));
        return keep(services, tx, actor, change, before,
            {.by_default = true, .value = default_of(spec->key)});
    });
}

base::Result<std::vector<ToldSetting>> history_of_setting(
    services::Services& services, std::string_view name)
{
    CHECK(spec_called(name));
    return services.db.read([&](db::Tx& tx) -> base::Result<std::vector<ToldSetting>> {
        std::vector<ToldSetting> told;
        for (const auto& event : record::events_about(tx, "setting", name)) {
            auto one = json::read_own<ToldSetting>(event.content.value_or(""));
            if (one) {
                told.push_back(*std::move(one));
            }
        }
        std::reverse(told.begin(), told.end());
        return told;
    });
}

} // namespace xieshang::settings
