// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may look at the record: the auditor alone, and of each event only the act.
#pragma once

#include "features/members/policies.h"

namespace xieshang::audit {

inline constexpr base::Policy auditors{
    base::PolicyRow{.who = members::those({members::Role::auditor}), .view = "acts"}};

} // namespace xieshang::audit
