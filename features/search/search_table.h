// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What was found as CSV, as the list of plans is exported (features/plan/plan_table.h). `more`: the
// last row says that there is more. Pure.
#pragma once

#include "features/search/search_shapes.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::search {

std::string search_table(const std::vector<HitView>& hits, bool more,
    const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::search
