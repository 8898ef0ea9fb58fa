// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The page for assessors: which policy each operation of this very API declares.
#pragma once

#include "platform/http/api.h"

namespace xieshang::app {

void add_policy_routes(http::Api& api); // tells of whatever is registered when it is asked

} // namespace xieshang::app
