// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of a membership as a table: each step is kept with its reason. Pure.
#pragma once

#include "features/people/membership.h"
#include "platform/workflow/workflow.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::people {

struct MembershipFacts {
    bool has_reason = false; // the step says why
};

using MembershipStep = workflow::Step<MembershipState, MembershipAction>;

// The step, or its refusal: membership.no_reason (422), workflow.wrong_role (403),
// workflow.no_such_step (409).
base::Result<MembershipStep> take(
    MembershipState from, MembershipAction action, base::Roles roles, const MembershipFacts& facts);

// Every action open in this state with the reason why this person may not take it. A reason is
// asked for when it is taken.
std::vector<workflow::Offer<MembershipAction>> offers(MembershipState from, base::Roles roles);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> membership_workflow_rows();

// The steps from one state to another; nothing: there is no way.
std::optional<std::vector<MembershipAction>> way_between(MembershipState from, MembershipState to);

} // namespace xieshang::people
