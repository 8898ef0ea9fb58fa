// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The list of imports as CSV, as the list of plans is exported (plan_table.h). Pure.
#pragma once

#include "features/plan/import_line.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

std::string import_table(const std::vector<ImportLine>& imports,
    const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::plan
