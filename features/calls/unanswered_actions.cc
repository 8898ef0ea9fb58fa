// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/unanswered_actions.h"

#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"

namespace xieshang::calls {
namespace {

bool is_decided(plan::PlanState state)
{
    using plan::PlanState;
    return state == PlanState::approved || state == PlanState::issued
        || state == PlanState::in_force || state == PlanState::closed;
}

bool is_in_a_plan(db::Tx& tx, const Suggestion& suggestion)
{
    const auto taken = topics::taken_of(tx, suggestion.id.text);
    if (!taken) {
        return false;
    }
    const auto topic = topics::find_topic(tx, taken->topic_id).value();
    return is_decided(plan::find_plan(tx, plan::PlanId{topic.plan_id}).value().state);
}

} // namespace

std::vector<Suggestion> unanswered_of_year(db::Tx& tx, std::int64_t year)
{
    std::vector<Suggestion> found;
    for (auto& one : open_suggestions_of_year(tx, year)) {
        if (found.size() == most_unanswered) {
            break;
        }
        if (one.state != TopicState::shortlisted || !is_in_a_plan(tx, one)) {
            found.push_back(std::move(one));
        }
    }
    return found;
}

} // namespace xieshang::calls
