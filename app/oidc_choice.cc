// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/oidc_choice.h"

#include "app/config_trouble.h"
#include "app/system_words.h"

#include <cerrno>
#include <fstream>
#include <sstream>

namespace xieshang::app {
namespace {

constexpr std::size_t secret_most = 4096;

struct TextSetting {
    std::string_view key;
    std::string OidcChoice::*file = nullptr;
    std::string oidc::Settings::*text = nullptr;
    const char* allowed = "allowed.text";
};

constexpr TextSetting text_settings[]{
    {.key = "issuer", .text = &oidc::Settings::issuer, .allowed = "allowed.issuer"},
    {.key = "client_id", .text = &oidc::Settings::client_id},
    {.key = "client_secret_file",
        .file = &OidcChoice::client_secret_file,
        .allowed = "allowed.file"},
    {.key = "name", .text = &oidc::Settings::name},
    {.key = "subject_claim", .text = &oidc::Settings::subject_claim},
    {.key = "login_claim", .text = &oidc::Settings::login_claim},
    {.key = "proxy", .text = &oidc::Settings::proxy},
};

std::string& target_of(const TextSetting& setting, OidcChoice& choice)
{
    return setting.file != nullptr ? choice.*setting.file : choice.settings.*setting.text;
}

bool fits(const TextSetting& setting, const std::string& text)
{
    if (setting.key == "issuer") {
        return oidc::origin_of(text).has_value() && text.find('?') == text.npos;
    }
    return !text.empty() && text.size() <= 600;
}

base::Result<void> take_hosts(const toml::node& node, std::vector<std::string>& hosts)
{
    const auto* list = node.as_array();
    if (list == nullptr) {
        return wrong_value(node, "hosts", "allowed.hosts");
    }
    for (const auto& item : *list) {
        const auto host = item.value_exact<std::string>().value_or("");
        const auto origin = oidc::origin_of("https://" + host + "/");
        if (!origin || origin->host != host) {
            return wrong_value(node, "hosts", "allowed.hosts");
        }
        hosts.push_back(host);
    }
    return {};
}

base::Result<void> take(std::string_view key, const toml::node& node, OidcChoice& choice)
{
    if (key == "hosts") {
        return take_hosts(node, choice.settings.hosts);
    }
    for (const auto& setting : text_settings) {
        if (setting.key == key) {
            const auto text = node.value_exact<std::string>().value_or("");
            if (!fits(setting, text)) {
                return wrong_value(node, key, setting.allowed);
            }
            target_of(setting, choice) = text;
            return {};
        }
    }
    return wrong_config(node, "config.unknown_key", key);
}

} // namespace

base::Result<OidcChoice> read_oidc(const toml::node& node)
{
    const auto* table = node.as_table();
    if (table == nullptr) {
        return wrong_value(node, "oidc", "allowed.table");
    }
    OidcChoice choice;
    for (const auto& [key, value] : *table) {
        CHECK(take(key.str(), value, choice));
    }
    const auto& settings = choice.settings;
    if (settings.issuer.empty() || settings.client_id.empty() || settings.name.empty()) {
        return wrong_config(node, "config.oidc_incomplete", "oidc");
    }
    return choice;
}

base::Result<oidc::Settings> provider_of(const OidcChoice& choice)
{
    auto settings = choice.settings;
    const auto& path = choice.client_secret_file;
    if (path.empty()) {
        return settings;
    }
    std::ifstream file(path);
    std::string rest;
    if (!file || !std::getline(file, settings.client_secret)) {
        const auto error = errno != 0 ? errno : EIO;
        return base::refuse("config.oidc_no_secret",
            {{"file", path},
                {"reason", reason_of(std::error_code(error, std::generic_category()))}});
    }
    const bool more = static_cast<bool>(std::getline(file, rest));
    if (more || settings.client_secret.empty() || settings.client_secret.size() > secret_most) {
        return base::refuse("config.oidc_bad_secret", {{"file", path}});
    }
    return settings;
}

std::string shown(const OidcChoice& choice)
{
    if (!choice.settings.on()) {
        return {};
    }
    std::ostringstream out;
    out << "\n[oidc]\n";
    auto copy = choice;
    for (const auto& setting : text_settings) {
        if (const auto& text = target_of(setting, copy); !text.empty()) {
            out << setting.key << " = " << toml::value<std::string>(text) << "\n";
        }
    }
    toml::array hosts;
    for (const auto& host : choice.settings.hosts) {
        hosts.push_back(host);
    }
    out << "hosts = " << hosts << "\n";
    return out.str();
}

} // namespace xieshang::app
