// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_offers.h"

namespace xieshang::topics {
namespace {

TopicFacts facts_in(plan::PlanState state)
{
    const bool issued = state == plan::PlanState::issued || state == plan::PlanState::in_force
        || state == plan::PlanState::closed;
    return {.has_reason = true,
        .plan_approved = issued || state == plan::PlanState::approved,
        .plan_issued = issued};
}

} // namespace

base::Result<void> taken_by_hand(const plan::Plan& plan, TopicAction action)
{
    if (!is_step_of_draft(action)) {
        return base::trouble(base::Trouble::conflict, "topic.not_here");
    }
    return plan::editable(plan);
}

std::vector<workflow::Offer<TopicAction>> topic_offers(
    const plan::Plan& plan, TopicState state, base::Roles roles)
{
    auto open = offers(state, roles, facts_in(plan.state));
    if (!stands_in_plan(state)) { // the others are a suggestion's
        std::erase_if(open, [](const auto& offer) { return !is_step_of_draft(offer.action); });
    }
    for (auto& offer : open) {
        const auto by_hand = taken_by_hand(plan, offer.action);
        if (offer.refusal.empty() && !by_hand) {
            offer.refusal = by_hand.error().code;
        }
    }
    return open;
}

} // namespace xieshang::topics
