// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_workflow.h"

#include "features/members/role.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

constexpr auto office = members::bit(members::Role::office);
constexpr auto reader = members::bit(members::Role::reader);

Plan a_plan(PlanState state)
{
    Plan plan;
    plan.state = state;
    return plan;
}

TEST(PlanWorkflow, DiscardsADraftOnlyWithAReason)
{
    const auto draft = a_plan(PlanState::draft);
    EXPECT_EQ(take(draft, PlanAction::discard, office, {.has_reason = false}).error().code,
        "plan.no_reason");
    EXPECT_EQ(take(draft, PlanAction::discard, office, {.has_reason = true}),
        (PlanWorkflowStep{PlanState::draft, PlanState::discarded, PlanAction::discard}));
}

TEST(PlanWorkflow, RestoresWhatWasDiscarded)
{
    EXPECT_EQ(
        take(a_plan(PlanState::discarded), PlanAction::restore, office, {.has_reason = true})->to,
        PlanState::draft);
    EXPECT_EQ(take(a_plan(PlanState::draft), PlanAction::restore, office, {.has_reason = true})
                  .error()
                  .code,
        "workflow.no_such_step");
}

TEST(PlanWorkflow, LetsAReaderTakeNoStep)
{
    for (const auto state : {PlanState::draft, PlanState::discarded}) {
        for (const auto& offer : offers(a_plan(state), reader)) {
            EXPECT_EQ(offer.refusal, "workflow.wrong_role");
        }
    }
}

} // namespace
} // namespace xieshang::plan
