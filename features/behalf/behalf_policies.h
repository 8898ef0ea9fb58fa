// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who sees acts on behalf, and who answers objections. Whom an act was done for has it as his own,
// also when the membership is over (PIPL 45); for everybody else it is not there. The auditor sees
// in the record that there was an act, not what it says.
#pragma once

#include "features/people/people_policies.h"

namespace xieshang::behalf::policies {

using members::Role;
using members::those;

inline constexpr base::Who office = those({Role::office, Role::secretary_general});

inline constexpr base::Policy see_acts = office;
inline constexpr base::Policy see_own_acts({
    {.who = people::policies::readers,
        .memberships = people::policies::any_membership,
        .view = "own"},
});
inline constexpr base::Policy see_act({
    {.who = office, .view = "all"},
    people::policies::oneself,
});
// Which step each of them may take is said by behalf_workflow.cc.
inline constexpr base::Policy take_step = see_act;
inline constexpr base::Policy see_scan = see_act;
inline constexpr base::Policy keep_scans = members::office;

} // namespace xieshang::behalf::policies
