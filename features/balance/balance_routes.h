// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ the balance of plans.
#pragma once

#include "platform/http/api.h"

namespace xieshang::balance {

void add_balance_routes(http::Api& api);

} // namespace xieshang::balance
