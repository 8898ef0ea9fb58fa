// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Imports and exports of rosters over HTTP: the office's alone.
#pragma once

#include "platform/http/api.h"

namespace xieshang::people {

// The first is called by the second.
void add_roster_row_routes(http::Api& api);
void add_roster_routes(http::Api& api);

} // namespace xieshang::people
