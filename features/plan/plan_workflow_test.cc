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

constexpr PlanFacts agreeing{.has_topics = true,
    .has_year = true,
    .is_due = true,
    .completes = true,
    .chairpersons_agreed = true,
    .has_open_topics = false};

std::string refusal(PlanState from, PlanAction action, base::Roles roles, const PlanFacts& facts)
{
    const auto step = take(a_plan(from), action, roles, facts);
    return step ? "" : step.error().code;
}

TEST(PlanWorkflow, IsApprovedByTheOfficesTheChairpersonsAndThenByThePartyCommittee)
{
    const auto to = [](PlanState from, PlanAction action, members::Role role) {
        return take(a_plan(from), action, members::bit(role), agreeing)->to;
    };
    using members::Role;
    EXPECT_EQ(to(PlanState::collecting, PlanAction::begin_draft, Role::office), PlanState::draft);
    EXPECT_EQ(
        to(PlanState::draft, PlanAction::submit, Role::office), PlanState::three_office_review);
    EXPECT_EQ(to(PlanState::three_office_review, PlanAction::pass, Role::government_office),
        PlanState::chairpersons_review);
    EXPECT_EQ(to(PlanState::chairpersons_review, PlanAction::pass, Role::chairperson),
        PlanState::party_committee_review);
    EXPECT_EQ(to(PlanState::party_committee_review, PlanAction::approve, Role::party_committee),
        PlanState::approved);
    EXPECT_EQ(to(PlanState::approved, PlanAction::issue, Role::office), PlanState::issued);
    EXPECT_EQ(to(PlanState::issued, PlanAction::bring_in_force, Role::office), PlanState::in_force);
    EXPECT_EQ(to(PlanState::in_force, PlanAction::close, Role::office), PlanState::closed);
}

TEST(PlanWorkflow, IsDecidedOnByNobodyElse)
{
    for (const auto other : {office, members::bit(members::Role::chairperson), reader}) {
        EXPECT_EQ(refusal(PlanState::party_committee_review, PlanAction::approve, other, agreeing),
            "workflow.wrong_role");
    }
    for (const auto state : {PlanState::draft, PlanState::three_office_review,
             PlanState::chairpersons_review, PlanState::approved}) {
        EXPECT_EQ(refusal(state, PlanAction::approve, members::bit(members::Role::party_committee),
                      agreeing),
            "workflow.no_such_step");
    }
}

TEST(PlanWorkflow, StaysInAReviewUntilAllOfItAgree)
{
    auto facts = agreeing;
    facts.completes = false;
    const auto first = members::bit(members::Role::party_office);
    EXPECT_EQ(
        refusal(PlanState::three_office_review, PlanAction::pass, first, facts), "plan.not_due");
    EXPECT_EQ(take(a_plan(PlanState::three_office_review), PlanAction::concur, first, facts)->to,
        PlanState::three_office_review);
    facts.is_due = false;
    EXPECT_EQ(
        refusal(PlanState::three_office_review, PlanAction::concur, first, facts), "plan.not_due");
    facts = agreeing;
    facts.chairpersons_agreed = false;
    EXPECT_EQ(refusal(PlanState::party_committee_review, PlanAction::approve,
                  members::bit(members::Role::party_committee), facts),
        "plan.not_due");
}

TEST(PlanWorkflow, IsReviewedOnlyWithTopicsAndClosedOnlyWhenNoneIsOpen)
{
    EXPECT_EQ(refusal(PlanState::draft, PlanAction::submit, office, {}), "plan.no_topics");
    EXPECT_EQ(refusal(PlanState::in_force, PlanAction::close, office, {}), "plan.open_topics");
}

TEST(PlanWorkflow, IsReviewedAndIssuedOnlyWithItsYear)
{
    auto facts = agreeing;
    facts.has_year = false;
    EXPECT_EQ(refusal(PlanState::draft, PlanAction::submit, office, facts), "plan.no_year");
    EXPECT_EQ(refusal(PlanState::draft, PlanAction::submit, reader, facts), "workflow.wrong_role");
    EXPECT_EQ(refusal(PlanState::approved, PlanAction::issue, office, facts), "plan.no_year");
    for (const auto& offer : offers(a_plan(PlanState::draft), office, facts)) {
        EXPECT_EQ(offer.refusal, offer.action == PlanAction::submit ? "plan.no_year" : "");
    }
}

TEST(PlanWorkflow, IsSentBackOnlyWithAReason)
{
    using members::Role;
    for (const auto& [state, body] : {std::pair(PlanState::three_office_review, Role::party_office),
             std::pair(PlanState::chairpersons_review, Role::chairperson),
             std::pair(PlanState::party_committee_review, Role::party_committee),
             std::pair(PlanState::approved, Role::party_committee)}) {
        const auto by = members::bit(body);
        EXPECT_EQ(refusal(state, PlanAction::send_back, by, agreeing), "plan.no_reason");
        EXPECT_EQ(take(a_plan(state), PlanAction::send_back, by, {.has_reason = true})->to,
            PlanState::draft);
        EXPECT_EQ(editable(a_plan(state)).error().code, "plan.not_a_draft");
        EXPECT_TRUE(is_review(state, PlanAction::send_back));
    }
    EXPECT_FALSE(is_review(PlanState::draft, PlanAction::discard));
}

TEST(PlanWorkflow, LetsAReaderTakeNoStep)
{
    for (const auto state : {PlanState::collecting, PlanState::draft, PlanState::discarded,
             PlanState::three_office_review, PlanState::chairpersons_review,
             PlanState::party_committee_review, PlanState::approved, PlanState::issued,
             PlanState::in_force}) {
        for (const auto& offer : offers(a_plan(state), reader, agreeing)) {
            EXPECT_EQ(offer.refusal, "workflow.wrong_role");
        }
    }
}

} // namespace
} // namespace xieshang::plan
