// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A year is not closed while an amendment of its plan waits for its day: it would change a plan
// that is over. In the transaction of the caller.
#pragma once

#include "features/plan/plan.h"
#include "platform/db/db.h"

namespace xieshang::plan {

// Refuses with plan.amendment_waits (422), naming each, the step that closes the year:
// /amendments/ID plan.amendment_waits_for {day, reason}.
base::Result<void> no_amendment_waits(db::Tx& tx, const Plan& plan, PlanAction action);

} // namespace xieshang::plan
