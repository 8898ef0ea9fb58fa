// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/issue_actions.h"

#include "features/people/period.h"
#include "features/plan/issue.h"
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

} // namespace xieshang::plan
