// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The directory as CSV (plan_table.h): no cell is ever a formula; columns that the caller does not
// see are not there. Pure.
#pragma once

#include "features/people/people_shapes.h"

#include <functional>

namespace xieshang::people {

std::string directory_table(const std::vector<RegisteredPersonLine>& lines,
    const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::people
