// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/request_workflow.h"

#include "features/members/workflow_rows.h"

namespace xieshang::draft_opinions {
namespace {

using State = RequestState;
using Action = OpinionRequestAction;
using Row = workflow::Row<RequestState, OpinionRequestAction, RequestFacts>;

constexpr auto office = members::bit(members::Role::office);

constexpr bool later(const RequestFacts& facts) { return facts.ends_later && facts.is_to_come; }
constexpr bool explained(const RequestFacts& facts)
{
    return facts.has_reason || facts.window_is_over;
}
constexpr bool running(const RequestFacts& facts) { return facts.is_running; }
constexpr bool all_answered(const RequestFacts& facts) { return facts.all_answered; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from, action, to, by, needs, or else
    {State::sent, Action::add, State::sent, office, running, "opinion_request.is_over"},
    {State::sent, Action::extend, State::sent, office, later, "opinion_request.not_later"},
    {State::sent, Action::close, State::closed, office, explained, "opinion_request.no_reason"},
    {State::closed, Action::extend, State::sent, office, later, "opinion_request.not_later"},
    {State::closed, Action::finish, State::answered, office, all_answered,
        "opinion_request.unanswered"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<RequestStep> take(
    RequestState from, OpinionRequestAction action, base::Roles roles, const RequestFacts& facts)
{
    auto step = workflow::take(table, from, action, roles, facts);
    if (step && action == OpinionRequestAction::extend && !facts.has_reason) {
        return base::refuse("opinion_request.no_reason");
    }
    if (step && action == OpinionRequestAction::add) {
        CHECK(takes_opinions(facts.plan_state));
    }
    return step;
}

std::vector<workflow::Offer<OpinionRequestAction>> offers(
    RequestState from, base::Roles roles, RequestFacts facts)
{
    facts.has_reason = true;
    facts.ends_later = true; // the day is chosen with it
    facts.is_to_come = true;
    auto open = workflow::offers(table, from, roles, facts);
    for (auto& offer : open) {
        if (const auto taken = take(from, offer.action, roles, facts); !taken) {
            offer.refusal = taken.error().code;
        }
    }
    return open;
}

std::vector<std::array<std::string, 5>> request_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::draft_opinions
