// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// GET /api/search: everything that the person may see, by the words in it.
#pragma once

#include "platform/http/api.h"

namespace xieshang::search {

void add_search_routes(http::Api& api);

} // namespace xieshang::search
