// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The day on which a plan is issued, in the transaction of that step.
#pragma once

#include "features/plan/plan.h"
#include "platform/services/services.h"

namespace xieshang::plan {

// Of the step that issues the plan its day, of another none. Refusals: those of sound_issue();
// plan.no_issue (422, /issued_on) where another step names one.
base::Result<std::optional<std::string>> issue_day(services::Services& services, db::Tx& tx,
    const PlanId& id, PlanAction action, const std::optional<std::string>& asked);

} // namespace xieshang::plan
