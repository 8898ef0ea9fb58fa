// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/request_workflow.h"

#include "features/members/role.h"

#include <gtest/gtest.h>

namespace xieshang::draft_opinions {
namespace {

using members::bit;
using members::Role;

std::string refusal(RequestState from, OpinionRequestAction action, const RequestFacts& facts,
    base::Roles roles = bit(Role::office))
{
    const auto step = take(from, action, roles, facts);
    return step ? "" : step.error().code;
}

TEST(RequestWorkflow, ClosesEarlyOnlyWithAReason)
{
    EXPECT_EQ(
        refusal(RequestState::sent, OpinionRequestAction::close, {}), "opinion_request.no_reason");
    EXPECT_EQ(refusal(RequestState::sent, OpinionRequestAction::close, {.has_reason = true}), "");
    EXPECT_EQ(
        refusal(RequestState::sent, OpinionRequestAction::close, {.window_is_over = true}), "");
    EXPECT_EQ(refusal(RequestState::sent, OpinionRequestAction::close, {.has_reason = true},
                  bit(Role::department_handler)),
        "workflow.wrong_role");
}

TEST(RequestWorkflow, IsNotAnsweredWhileAnOpinionWaits)
{
    EXPECT_EQ(refusal(RequestState::closed, OpinionRequestAction::finish, {}),
        "opinion_request.unanswered");
    EXPECT_EQ(
        refusal(RequestState::closed, OpinionRequestAction::finish, {.all_answered = true}), "");
    EXPECT_EQ(refusal(RequestState::sent, OpinionRequestAction::finish, {.all_answered = true}),
        "workflow.no_such_step");
    EXPECT_EQ(
        refusal(RequestState::answered, OpinionRequestAction::extend, {}), "workflow.no_such_step");
}

TEST(RequestWorkflow, GoesToMoreWhileItRunsAndThePlanIsADraft)
{
    const auto refused = [](RequestState from, const RequestFacts& facts,
                             base::Roles roles = bit(Role::office)) {
        return refusal(from, OpinionRequestAction::add, facts, roles);
    };
    EXPECT_EQ(refused(RequestState::sent, {.is_running = true}), "");
    EXPECT_EQ(refused(RequestState::sent, {}), "opinion_request.is_over");
    const RequestFacts reviewed{
        .is_running = true, .plan_state = plan::PlanState::three_office_review};
    EXPECT_EQ(refused(RequestState::sent, reviewed), "opinion_request.not_a_draft");
    EXPECT_EQ(refused(RequestState::closed, {}), "workflow.no_such_step");
    EXPECT_EQ(refused(RequestState::sent, {.is_running = true}, bit(Role::department_handler)),
        "workflow.wrong_role");
    const auto open = offers(RequestState::sent, bit(Role::office), reviewed);
    EXPECT_EQ(open.at(0).refusal, "opinion_request.not_a_draft");
}

TEST(RequestWorkflow, MovesTheLastDayOnlyLaterAndWithAReason)
{
    for (const auto from : {RequestState::sent, RequestState::closed}) {
        EXPECT_EQ(
            refusal(from, OpinionRequestAction::extend, {.ends_later = true, .is_to_come = true}),
            "opinion_request.no_reason");
        EXPECT_EQ(
            refusal(from, OpinionRequestAction::extend, {.has_reason = true, .ends_later = true}),
            "opinion_request.not_later");
        EXPECT_EQ(take(from, OpinionRequestAction::extend, bit(Role::office),
                      {.has_reason = true, .ends_later = true, .is_to_come = true})
                      ->to,
            RequestState::sent);
    }
}

} // namespace
} // namespace xieshang::draft_opinions
