// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Imports and exports of rosters over HTTP: the office's alone.
#pragma once

#include "features/people/roster_actions.h"
#include "features/people/roster_views.h"
#include "platform/http/api.h"
#include "platform/http/recent.h"

#include <memory>

namespace xieshang::people {

// All rows of the two rosters that were looked at last, some 20 MB each at 20,000 rows: they are
// compared with the register once, and given page by page until something is written.
using RosterRows = std::vector<RosterRowSummary>;
using RecentRosters = std::shared_ptr<http::Recent<RosterRows>>;

std::shared_ptr<const RosterRows> rows_of(const RosterPreview& preview);

void add_roster_row_routes(http::Api& api, const RecentRosters& recent); // called by the last
void add_roster_list_routes(http::Api& api);                             // too
void add_roster_routes(http::Api& api);

} // namespace xieshang::people
