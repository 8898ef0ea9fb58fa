// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ verbs on amendments and on the versions of a plan.
#pragma once

#include "platform/http/api.h"

namespace xieshang::amendments {

void add_amendment_routes(http::Api& api);
void add_plan_version_routes(http::Api& api); // which the first adds, too

} // namespace xieshang::amendments
