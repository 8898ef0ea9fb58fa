// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ one's own account, and the accounts of others for the administrators.
#pragma once

#include "features/members/sign_in_rules.h"
#include "platform/http/api.h"

namespace xieshang::members {

void add_account_routes(http::Api& api, const SignInRules& rules);
void add_factor_routes(http::Api& api, const SignInRules& rules);
void add_administration_routes(http::Api& api, const SignInRules& rules);

} // namespace xieshang::members
