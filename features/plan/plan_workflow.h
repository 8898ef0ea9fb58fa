// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of a plan as a table (domain.md §1.2): topics are asked for, the office drafts, the
// three offices go through it together, the chairpersons' meeting reviews it, the party committee
// decides (主席会议审议, 报党委常委会会议确定), it is issued, in force, and closed when none of its
// topics is open. Each review may send it back with its reason. A draft may be set aside and taken
// up again, never deleted (不丢一个字). After it was issued only amendments change its topics.
#pragma once

#include "features/members/role.h"
#include "features/plan/plan.h"
#include "platform/workflow/workflow.h"

#include <array>
#include <string>
#include <vector>

namespace xieshang::plan {

struct PlanFacts {
    bool has_reason = false; // the step says why
    bool has_topics = false; // nothing is reviewed that proposes nothing
    bool has_year = false;   // what a year owes is counted by it: answers, days, the balance
    bool is_due = false;     // the reviewer's turn has come (review.h)
    bool completes = false;  // and with him all of the stage agree
    bool chairpersons_agreed = false;
    bool has_open_topics = true; // a year is not closed over them
};

using PlanWorkflowStep = workflow::Step<PlanState, PlanAction>;

// The step, or its refusal: the row's own (422), workflow.wrong_role (403), workflow.no_such_step
// (409).
base::Result<PlanWorkflowStep> take(
    const Plan& plan, PlanAction action, base::Roles roles, const PlanFacts& facts);

// Whom the settings may name as reviewers of a stage, and whom alone the table lets agree in it;
// none: the state is no stage of review.
base::Roles may_review(PlanState stage);

// Whether a reviewer takes that step: he takes it by himself, or, without an account, the office
// records it (features/behalf).
bool is_review(PlanState state, PlanAction action);

// Every action open in this state with the reason why this person may not take it; what is written
// into the step (a reason, a number) is asked for when it is taken.
std::vector<workflow::Offer<PlanAction>> offers(
    const Plan& plan, base::Roles roles, PlanFacts facts);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> plan_workflow_rows();

} // namespace xieshang::plan
