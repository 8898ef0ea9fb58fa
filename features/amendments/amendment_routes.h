// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ verbs on amendments.
#pragma once

#include "platform/http/api.h"

namespace xieshang::amendments {

void add_amendment_routes(http::Api& api);

} // namespace xieshang::amendments
