// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ the issue of plans, nothing else.
#pragma once

#include "features/plan/plan.h"
#include "platform/db/db.h"

namespace xieshang::plan {

void insert_issue(db::Tx& tx, const PlanId& id, const std::string& issued_on);
std::optional<std::string> told_issue(db::Tx& tx, const PlanId& id); // as it was said, if it was

// The day that was said; of a plan that was issued before it was asked for, the day of that step;
// none: not issued.
std::optional<std::string> issued_on(db::Tx& tx, const PlanId& id);

} // namespace xieshang::plan
