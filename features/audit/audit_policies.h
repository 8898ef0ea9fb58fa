// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may look at the record: the auditor alone, and of each event only the act. Of alarms the
// security administrator is told as well, who can act on them.
#pragma once

#include "features/members/policies.h"

namespace xieshang::audit {

inline constexpr base::Policy auditors{
    base::PolicyRow{.who = members::those({members::Role::auditor}), .view = "acts"}};

inline constexpr base::Policy alarm_watchers{base::PolicyRow{
    .who = members::those({members::Role::auditor, members::Role::security_administrator}),
    .view = "acts"}};

} // namespace xieshang::audit
