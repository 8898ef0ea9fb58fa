// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/sign_in_choice.h"

#include "app/config_trouble.h"

#include <algorithm>
#include <array>
#include <utility>

namespace xieshang::app {
namespace {

using members::PasswordProfile;

constexpr std::array<std::pair<std::string_view, PasswordProfile>, 2> profiles{
    {{"asvs", PasswordProfile::asvs}, {"cn-djbh", PasswordProfile::cn_djbh}}};

} // namespace

base::Result<SignInChoice> read_sign_in(const toml::node& node)
{
    const auto* table = node.as_table();
    if (table == nullptr) {
        return wrong_value(node, "sign_in", "allowed.table");
    }
    SignInChoice choice;
    for (const auto& [key, value] : *table) {
        if (key != "password_profile") {
            return wrong_config(value, "config.unknown_key", key.str());
        }
        const auto asked = value.value_exact<std::string>().value_or("");
        const auto* found = std::find_if(profiles.begin(), profiles.end(),
            [&](const auto& profile) { return profile.first == asked; });
        if (found == profiles.end()) {
            return wrong_value(value, key.str(), "allowed.password_profile");
        }
        choice.password_profile = found->second;
    }
    return choice;
}

std::string shown(const SignInChoice& choice)
{
    for (const auto& [name, profile] : profiles) {
        if (profile == choice.password_profile) {
            return "\n[sign_in]\npassword_profile = \"" + std::string(name) + "\"\n";
        }
    }
    return {};
}

} // namespace xieshang::app
