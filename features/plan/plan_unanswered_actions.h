// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The suggestions of a plan's year that have no answer: named to the office before it issues the
// plan, and a year is not closed over them. In the transaction of the caller.
#pragma once

#include "features/plan/plan_actions.h"

namespace xieshang::plan {

// Refuses with plan.unanswered (422), naming each, the step that closes the year.
base::Result<void> all_are_answered(db::Tx& tx, const Plan& plan, PlanAction action);

// To the page.
void add_unanswered(db::Tx& tx, const base::Actor& actor, PlanPage& page);

} // namespace xieshang::plan
