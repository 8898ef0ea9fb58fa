// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON and redirects ⇄ signing in at a provider. The routes are always there; without a configured
// provider they refuse with oidc.off.
#pragma once

#include "features/members/sign_in_rules.h"
#include "platform/http/api.h"
#include "platform/oidc/client.h"

namespace xieshang::members {

// `client` null: no provider is configured. It must outlive the Api.
void add_oidc_routes(http::Api& api, oidc::Client* client, const SignInRules& rules = {});

} // namespace xieshang::members
