// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_waiting_actions.h"

#include "features/amendments/amendment_store.h"

namespace xieshang::plan {

base::Result<void> no_amendment_waits(db::Tx& tx, const Plan& plan, PlanAction action)
{
    base::Error error{base::Trouble::refused, "plan.amendment_waits", {}, {}};
    if (action == PlanAction::close) {
        for (const auto& one : amendments::amendments_of(tx, plan.id)) {
            if (one.state == amendments::AmendmentState::waiting) {
                error.fields.push_back({"/amendments/" + one.id.text, "plan.amendment_waits_for",
                    {{"day", one.decision->effective_on}, {"reason", one.reason}}});
            }
        }
    }
    return error.fields.empty() ? base::Result<void>() : tl::unexpected(std::move(error));
}

} // namespace xieshang::plan
