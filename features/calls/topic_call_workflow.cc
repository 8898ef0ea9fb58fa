// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/topic_call_workflow.h"

#include "features/members/workflow_rows.h"

namespace xieshang::calls {
namespace {

using State = CallState;
using Action = TopicCallAction;
using Row = workflow::Row<CallState, TopicCallAction, CallFacts>;

constexpr auto office = members::bit(members::Role::office);

constexpr bool always(const CallFacts& facts) { return workflow::always(facts); }
constexpr bool to_come(const CallFacts& facts) { return facts.is_to_come; }
constexpr bool later(const CallFacts& facts) { return facts.ends_later && facts.is_to_come; }
constexpr bool explained(const CallFacts& facts)
{
    return facts.has_reason || facts.window_is_over;
}

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from         action          to             by      needs      or else
    {State::draft,  Action::edit,   State::draft,  office, always,    ""},
    {State::draft,  Action::open,   State::open,   office, to_come,   "topic_call.window_over"},
    {State::open,   Action::extend, State::open,   office, later,     "topic_call.not_later"},
    {State::open,   Action::close,  State::closed, office, explained, "topic_call.no_reason"},
    {State::closed, Action::extend, State::open,   office, later,     "topic_call.not_later"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<CallStep> take(
    CallState from, TopicCallAction action, base::Roles roles, const CallFacts& facts)
{
    auto step = workflow::take(table, from, action, roles, facts);
    if (step && action == TopicCallAction::extend && !facts.has_reason) {
        return base::refuse("topic_call.no_reason");
    }
    return step;
}

std::vector<workflow::Offer<TopicCallAction>> offers(
    CallState from, base::Roles roles, CallFacts facts)
{
    facts.has_reason = true;
    facts.ends_later = true;
    auto open = workflow::offers(table, from, roles, facts);
    for (auto& offer : open) {
        if (offer.action == TopicCallAction::extend && offer.refusal == "topic_call.not_later") {
            offer.refusal.clear(); // the day is chosen with it
        }
    }
    return open;
}

std::vector<std::array<std::string, 5>> call_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::calls
