// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of a plan as a table. The source is docs/glossary.md's chain 征集 → 起草 → 审议 → 印发.
// A draft may be set aside and taken up again, never deleted (不丢一个字); the chairpersons'
// meeting reviews it, the party committee decides (domain.md §1.2: 主席会议审议,
// 报党委常委会会议确定).
#pragma once

#include "features/members/role.h"
#include "features/plan/plan.h"
#include "platform/workflow/workflow.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

struct PlanFacts {
    bool has_reason = false; // the step says why
};

using PlanWorkflowStep = workflow::Step<PlanState, PlanAction>;

// The step, or its refusal: plan.no_reason (422), workflow.wrong_role (403), workflow.no_such_step
// (409).
base::Result<PlanWorkflowStep> take(
    const Plan& plan, PlanAction action, base::Roles roles, const PlanFacts& facts);

// The body whose step that is, if it is not the office's: it takes it by itself, or, without an
// account, the office records it (features/behalf).
std::optional<members::Role> body_of(PlanState state, PlanAction action);

// Every action open in this state with the reason why this person may not take it; a reason is
// asked for when it is taken.
std::vector<workflow::Offer<PlanAction>> offers(const Plan& plan, base::Roles roles);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> plan_workflow_rows();

} // namespace xieshang::plan
