// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The table [oidc] of xieshang.toml: a provider where people can sign in, too. Off unless it is
// there. The secret stands in a file of its own and is shown nowhere.
#pragma once

#include "platform/base/result.h"
#include "platform/oidc/provider.h"

#include <string>
#include <toml++/toml.h>

namespace xieshang::app {

struct OidcChoice {
    oidc::Settings settings;        // without the secret
    std::string client_secret_file; // empty: a public client, by PKCE alone
};

// Refusals: config.unknown_key, config.wrong_type {key, line, reason}, config.oidc_incomplete
// {line}.
base::Result<OidcChoice> read_oidc(const toml::node& table);

// With the secret. Refusals: config.oidc_no_secret {file, reason}, config.oidc_bad_secret {file}.
base::Result<oidc::Settings> provider_of(const OidcChoice& choice);

// As read_oidc() reads it again; nothing when it is off.
std::string shown(const OidcChoice& choice);

} // namespace xieshang::app
