// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/issue_actions.h"

#include "features/people/period.h"
#include "features/plan/issue.h"
#include "features/plan/plan_store.h"
#include "features/plan/review_store.h"

namespace xieshang::plan {

base::Result<std::optional<std::string>> issue_day(services::Services& services, db::Tx& tx,
    const PlanId& id, PlanAction action, const std::optional<std::string>& asked)
{
    if (action != PlanAction::issue) {
        if (asked && !asked->empty()) {
            return tl::unexpected(base::Error{base::Trouble::refused, "plan.no_issue", {},
                {{"/issued_on", "plan.no_issue", {}}}});
        }
        return std::nullopt;
    }
    const auto round = reviews_of_round(tx, id, round_of(tx, id));
    return TRY(sound_issue(
        asked, {.approved_on = approved_on(round), .today = people::day_of(services.clock.now())}));
}

base::Result<void> first_of_its_year(db::Tx& tx, const Plan& plan, PlanAction action)
{
    if (action != PlanAction::issue || !plan.year) {
        return {};
    }
    if (const auto first = issued_plan_beside(tx, plan)) {
        return base::trouble(base::Trouble::conflict, "plan.year_is_issued",
            {{"year", std::to_string(*plan.year)}, {"title", first->title}});
    }
    return {};
}

} // namespace xieshang::plan
