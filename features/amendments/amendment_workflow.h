// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of an amendment as a table: the office proposes, the chairpersons' meeting decides
// (domain.md §1.2). Pure.
#pragma once

#include "features/amendments/amendment.h"
#include "features/members/role.h"
#include "platform/workflow/workflow.h"

#include <array>
#include <string>
#include <vector>

namespace xieshang::amendments {

struct AmendmentFacts {
    bool has_reason = false; // the step says why
    bool is_decided = false; // it names its meeting and its days
};

using AmendmentStep = workflow::Step<AmendmentState, AmendmentAction>;

// Refusals: amendment.no_reason, amendment.no_decision (422), workflow.wrong_role (403),
// workflow.no_such_step (409).
base::Result<AmendmentStep> take(
    AmendmentState state, AmendmentAction action, base::Roles roles, const AmendmentFacts& facts);

std::vector<workflow::Offer<AmendmentAction>> offers(AmendmentState state, base::Roles roles);

std::vector<std::array<std::string, 5>> amendment_workflow_rows();

} // namespace xieshang::amendments
