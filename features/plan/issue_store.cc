// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/issue_store.h"

#include "features/people/period.h"
#include "features/plan/plan_store.h"

namespace xieshang::plan {

void insert_issue(db::Tx& tx, const PlanId& id, const std::string& issued_on)
{
    tx.execute("INSERT INTO plan_issue (plan_id, issued_on) VALUES ($1, $2)", id, issued_on);
}

std::optional<std::string> told_issue(db::Tx& tx, const PlanId& id)
{
    return tx.one<std::string>("SELECT issued_on FROM plan_issue WHERE plan_id = $1", id);
}

std::optional<std::string> issued_on(db::Tx& tx, const PlanId& id)
{
    if (auto told = told_issue(tx, id)) {
        return told;
    }
    for (const auto& step : steps_of(tx, id)) {
        if (step.action == PlanAction::issue) {
            return people::day_of(step.at_ms);
        }
    }
    return std::nullopt;
}

} // namespace xieshang::plan
