// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/document.h"

namespace xieshang::plan {

std::string_view state_name(const Document& document, bool has_plan)
{
    return has_plan ? "planned" : boost::describe::enum_to_string(document.state, "");
}

base::Result<void> may_go_on(const Document& document)
{
    if (document.state == DocumentState::discarded) {
        return base::trouble(base::Trouble::conflict, "document.discarded");
    }
    return {};
}

} // namespace xieshang::plan
