// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What hinders a step of a plan beside its own table and its topics: suggestions without an answer,
// an amendment that waits, another plan of its year. In the transaction of the caller.
#pragma once

#include "features/plan/plan.h"
#include "features/plan/review_actions.h"

namespace xieshang::plan {

// Refusals: those of all_are_answered() (plan_unanswered_actions.h), no_amendment_waits()
// (plan_waiting_actions.h) and first_of_its_year() (issue_actions.h).
base::Result<void> unhindered(db::Tx& tx, const Plan& plan, PlanAction action);

// To the offers of steps that somebody may take otherwise.
void add_hindrances(db::Tx& tx, const Plan& plan, std::vector<PlanOffer>& offers);

} // namespace xieshang::plan
