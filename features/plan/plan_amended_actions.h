// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What an amendment does to its plan, in the transaction of its decision.
#pragma once

#include "features/plan/plan.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

#include <string>

namespace xieshang::plan {

// A new version of the plan, which the record is told with the amendment's id; the search hears of
// its topics. Refusals: plan.not_found, plan.stale.
base::Result<void> amended(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const PlanId& id, const std::string& amendment_id);

} // namespace xieshang::plan
