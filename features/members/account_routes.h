// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ one's own account, and the accounts of others for the administrators.
#pragma once

#include "features/members/password_rules.h"
#include "platform/http/api.h"

namespace xieshang::members {

void add_account_routes(http::Api& api, PasswordProfile profile);
void add_administration_routes(http::Api& api, PasswordProfile profile);

} // namespace xieshang::members
