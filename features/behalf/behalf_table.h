// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Acts on behalf as CSV (plan_table.h): no cell is ever a formula. Pure.
#pragma once

#include "features/behalf/behalf_shapes.h"

#include <functional>

namespace xieshang::behalf {

std::string behalf_table(
    const std::vector<BehalfLine>& acts, const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::behalf
