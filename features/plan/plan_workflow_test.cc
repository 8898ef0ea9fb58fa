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

TEST(PlanWorkflow, IsApprovedByTheChairpersonsAndThenByThePartyCommittee)
{
    const auto to = [](PlanState from, PlanAction action, base::Roles roles) {
        return take(a_plan(from), action, roles, {.has_reason = false});
    };
    const auto chairpersons = members::bit(members::Role::chairperson);
    const auto party = members::bit(members::Role::party_committee);
    EXPECT_EQ(to(PlanState::draft, PlanAction::submit, office)->to, PlanState::chairpersons_review);
    EXPECT_EQ(to(PlanState::chairpersons_review, PlanAction::pass, chairpersons)->to,
        PlanState::party_committee_review);
    EXPECT_EQ(
        to(PlanState::party_committee_review, PlanAction::approve, party)->to, PlanState::approved);
    for (const auto other : {office, chairpersons, reader}) {
        EXPECT_EQ(to(PlanState::party_committee_review, PlanAction::approve, other).error().code,
            "workflow.wrong_role");
    }
    for (const auto state : {PlanState::draft, PlanState::chairpersons_review}) {
        EXPECT_EQ(to(state, PlanAction::approve, party).error().code, "workflow.no_such_step");
    }
}

TEST(PlanWorkflow, IsSentBackByTheBodyThatHasItAndOnlyWithAReason)
{
    for (const auto state :
        {PlanState::chairpersons_review, PlanState::party_committee_review, PlanState::approved}) {
        const auto body = members::bit(body_of(state, PlanAction::send_back).value());
        EXPECT_EQ(
            take(a_plan(state), PlanAction::send_back, body, {}).error().code, "plan.no_reason");
        EXPECT_EQ(take(a_plan(state), PlanAction::send_back, body, {.has_reason = true})->to,
            PlanState::draft);
        EXPECT_EQ(editable(a_plan(state)).error().code, "plan.not_a_draft");
    }
    EXPECT_EQ(body_of(PlanState::draft, PlanAction::discard), std::nullopt);
    EXPECT_EQ(body_of(PlanState::chairpersons_review, PlanAction::approve), std::nullopt);
}

TEST(PlanWorkflow, LetsAReaderTakeNoStep)
{
    for (const auto state : {PlanState::draft, PlanState::discarded, PlanState::chairpersons_review,
             PlanState::party_committee_review, PlanState::approved}) {
        for (const auto& offer : offers(a_plan(state), reader)) {
            EXPECT_EQ(offer.refusal, "workflow.wrong_role");
        }
    }
}

} // namespace
} // namespace xieshang::plan
