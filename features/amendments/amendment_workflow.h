// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of an amendment as a table: the office proposes, the chairpersons' meeting decides
// (domain.md §1.2, ADR 0022), the program carries out on its day what holds from a day to come;
// until then whoever decided may withdraw it. Pure.
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
    bool is_due = false;     // it waits, and its day has come
};

using AmendmentStep = workflow::Step<AmendmentState, AmendmentAction>;

// Refusals: amendment.no_reason, amendment.no_decision, amendment.not_due (422),
// workflow.wrong_role (403), workflow.no_such_step, amendment.day_has_come (409).
base::Result<AmendmentStep> take(
    AmendmentState state, AmendmentAction action, base::Roles roles, const AmendmentFacts& facts);

// What a person may take: not what the program does by itself, nor how a decision is told apart.
std::vector<workflow::Offer<AmendmentAction>> offers(
    AmendmentState state, base::Roles roles, bool is_due);

// Whether the step is the chairpersons' own, which the office may record for them.
bool is_of_chairpersons(AmendmentAction action);

std::vector<std::array<std::string, 5>> amendment_workflow_rows();

} // namespace xieshang::amendments
