// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The HTTP side of acts on behalf.
#pragma once

#include "platform/http/api.h"

namespace xieshang::behalf {

void add_behalf_routes(http::Api& api);

} // namespace xieshang::behalf
