// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The table [sign_in] of xieshang.toml: what the house asks of those who sign in.
#pragma once

#include "features/members/sign_in_rules.h"
#include "platform/base/result.h"

#include <string>
#include <toml++/toml.h>
#include <vector>

namespace xieshang::app {

struct SignInChoice {
    members::PasswordProfile password_profile = members::PasswordProfile::asvs;
    members::SecondFactorUse second_factor = members::SecondFactorUse::offered;

    std::vector<std::string> house_words; // count for nothing in a password

    // As long as this lives.
    members::SignInRules rules() const { return {password_profile, second_factor, house_words}; }
};

// Refusals: config.unknown_key, config.wrong_type {key, line, reason}.
base::Result<SignInChoice> read_sign_in(const toml::node& table);

// As read_sign_in() reads it again.
std::string shown(const SignInChoice& choice);

} // namespace xieshang::app
