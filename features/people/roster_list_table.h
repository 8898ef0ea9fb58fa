// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The list of imports of rosters as CSV (RFC 4180). No cell is ever a formula. Pure.
#pragma once

#include "features/people/roster_shapes.h"

#include <functional>

namespace xieshang::people {

std::string roster_list_table(
    const std::vector<RosterLine>& lines, const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::people
