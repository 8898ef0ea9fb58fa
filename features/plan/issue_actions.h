// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The issue of a plan: its day, and that no other of its year was issued. In the transaction of
// that step.
#pragma once

#include "features/plan/plan.h"
#include "platform/services/services.h"

namespace xieshang::plan {

// Of the step that issues the plan its day, of another none. Refusals: those of sound_issue();
// plan.no_issue (422, /issued_on) where another step names one.
base::Result<std::optional<std::string>> issue_day(services::Services& services, db::Tx& tx,
    const PlanId& id, PlanAction action, const std::optional<std::string>& asked);

// Of a committee's year one plan (年度协商工作计划) is issued: its calls, its balance and its close
// are the year's. Refuses the issue of a second one with plan.year_is_issued (409, {year, title}),
// also after the first was closed.
base::Result<void> first_of_its_year(db::Tx& tx, const Plan& plan, PlanAction action);

} // namespace xieshang::plan
