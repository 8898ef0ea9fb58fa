// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/document.h"

#include "features/members/role.h"

namespace xieshang::plan {

base::Result<void> may_see(bool has_plan, base::Roles roles)
{
    if (has_plan || members::is_office(roles)) {
        return {};
    }
    return base::trouble(base::Trouble::not_found, "document.not_found");
}

base::Result<void> may_go_on(const Document& document)
{
    if (document.state == DocumentState::discarded) {
        return base::trouble(base::Trouble::conflict, "document.discarded");
    }
    return {};
}

} // namespace xieshang::plan
