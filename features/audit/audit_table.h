// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Acts as CSV, as the list of plans is exported (features/plan/plan_table.h). `more`: the last row
// says that there is more. Pure.
#pragma once

#include "features/audit/audit_shapes.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::audit {

std::string act_table(const std::vector<ActView>& acts, bool more,
    const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::audit
