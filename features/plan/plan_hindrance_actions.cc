// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_hindrance_actions.h"

#include "features/plan/issue_actions.h"
#include "features/plan/plan_unanswered_actions.h"
#include "features/plan/plan_waiting_actions.h"

namespace xieshang::plan {

base::Result<void> unhindered(db::Tx& tx, const Plan& plan, PlanAction action)
{
    CHECK(all_are_answered(tx, plan, action));
    CHECK(no_amendment_waits(tx, plan, action));
    return first_of_its_year(tx, plan, action);
}

void add_hindrances(db::Tx& tx, const Plan& plan, std::vector<PlanOffer>& offers)
{
    for (auto& offer : offers) {
        if (!offer.refusal.empty()) {
            continue;
        }
        if (const auto may = unhindered(tx, plan, offer.action); !may) {
            offer.refusal = may.error().code;
            offer.params = may.error().params;
        }
    }
}

} // namespace xieshang::plan
