// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/setting_actions.h"
#include "features/settings/setting_words.h"
#include "features/settings/settings_policies.h"
#include "features/settings/settings_routes.h"

namespace xieshang::settings {
namespace {

SettingView view_of(const StandingSetting& standing, texts::Language language)
{
    const auto& spec = *standing.spec;
    const auto built_in = default_of(spec.key);
    const auto& columns = spec.columns;
    SettingView view{.key = std::string(spec.name), .group = spec.group, .kind = spec.kind};
    view.name = name_of(spec, language);
    view.why = texts::built_in().text(language, "settings.why." + view.key);
    view.source = spec.source;
    view.value = standing.value;
    view.shown = words_of(spec, standing.value, language);
    view.default_value = built_in;
    view.default_shown = words_of(spec, built_in, language);
    view.is_default = !standing.kept || standing.kept->by_default;
    view.least = spec.least;
    view.most = spec.most;
    view.may_be_empty = spec.may_be_empty;
    view.months = spec.months;
    view.columns = {columns.names, columns.frequency, columns.weight, columns.reviewers,
        columns.fixed, columns.closed};
    view.reviewer_roles = reviewer_roles(spec.key);
    if (const auto& kept = standing.kept) {
        view.changed = {kept->updated_at, kept->updated_by_name, kept->reason};
        view.version = kept->version;
    }
    return view;
}

std::vector<SettingView> views(http::Call& call, const SettingFilter& filter)
{
    std::vector<SettingView> found;
    for (const auto& standing : standing_settings(call.services())) {
        auto view = view_of(standing, call.language());
        if (fits(view, filter)) {
            found.push_back(std::move(view));
        }
    }
    return found;
}

base::Result<SettingList> list(http::Call& call, const http::Options<SettingFilter>& asked)
{
    return SettingList{views(call, asked.given)};
}

base::Result<http::Download> export_list(
    http::Call& call, const http::Options<SettingFilter>& asked)
{
    return http::Download{.text = setting_table(views(call, asked.given), call.language()),
        .file_name = texts::built_in().text(call.language(), "settings.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<SettingView> show(http::Call& call, const std::string& key)
{
    return view_of(TRY(standing_setting(call.services(), key)), call.language());
}

base::Result<SettingHistory> history(http::Call& call, const std::string& key)
{
    const auto told = TRY(history_of_setting(call.services(), key));
    const auto& spec = *setting_called(key);
    SettingHistory shown;
    for (const auto& [after, before, reason] : told) {
        shown.items.push_back({after.version, after.updated_at, after.updated_by_name, reason,
            after.by_default, words_of(spec, before, call.language()),
            words_of(spec, after.value, call.language())});
    }
    return shown;
}

base::Result<SettingView> set(http::Call& call, const std::string& key, const SettingRequest& body)
{
    const auto kept = set_setting(
        call.services(), call.actor(), {key, call.version_seen(), body.value, body.reason});
    if (!kept) {
        return tl::unexpected(named(kept.error(), call.language()));
    }
    return show(call, key);
}

base::Result<SettingView> reset(http::Call& call, const std::string& key, const SettingReset& body)
{
    const auto kept =
        reset_setting(call.services(), call.actor(), {key, call.version_seen(), {}, body.reason});
    if (!kept) {
        return tl::unexpected(named(kept.error(), call.language()));
    }
    return show(call, key);
}

constexpr auto if_match = "If-Match is the setting's version: \"v0\" where it was never changed";

} // namespace

void add_setting_routes(http::Api& api)
{
    api.get("/api/settings", list,
        {.name = "listSettings",
            .summary = "The settings that fit: value, default, explanation, who changed each last",
            .policy = policies::see_settings});
    api.get("/api/settings/export", export_list,
        {.name = "exportSettings",
            .summary = "The settings that fit as CSV",
            .policy = policies::see_settings,
            .exports = true});
    api.get("/api/settings/{key}", show,
        {.name = "findSetting",
            .summary = "A setting with its value, default, bounds and explanation",
            .policy = policies::see_settings});
    api.get("/api/settings/{key}/history", history,
        {.name = "findSettingHistory",
            .summary = "What a setting said before, who changed it, when and why",
            .policy = policies::see_settings});
    api.put("/api/settings/{key}", set,
        {.name = "setSetting",
            .summary = "Set a setting, with the reason",
            .policy = policies::keep_settings,
            .versioned = true,
            .description = if_match});
    api.post("/api/settings/{key}/reset", reset,
        {.name = "resetSetting",
            .summary = "Set a setting back to its default, with the reason",
            .policy = policies::keep_settings,
            .versioned = true});
}

} // namespace xieshang::settings
