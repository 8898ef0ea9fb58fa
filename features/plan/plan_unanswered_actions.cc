// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_unanswered_actions.h"

#include "features/calls/unanswered_actions.h"
#include "features/members/policies.h"

namespace xieshang::plan {
namespace {

std::vector<calls::Suggestion> unanswered(db::Tx& tx, const Plan& plan)
{
    return plan.year ? calls::unanswered_of_year(tx, *plan.year) : std::vector<calls::Suggestion>();
}

} // namespace

base::Result<void> all_are_answered(db::Tx& tx, const Plan& plan, PlanAction action)
{
    base::Error error{base::Trouble::refused, "plan.unanswered", {}, {}};
    if (action == PlanAction::close) {
        for (const auto& one : unanswered(tx, plan)) {
            error.fields.push_back({"/suggestions/" + one.id.text, "plan.suggestion_unanswered",
                {{"title", one.words.title}}});
        }
    }
    return error.fields.empty() ? base::Result<void>() : tl::unexpected(std::move(error));
}

void add_unanswered(db::Tx& tx, const base::Actor& actor, PlanPage& page)
{
    const auto state = page.plan.state;
    const bool is_asked = state == PlanState::approved || state == PlanState::in_force;
    if (is_asked && members::is_office(actor.roles)) {
        page.unanswered = unanswered(tx, page.plan);
    }
}

} // namespace xieshang::plan
