// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The demo's oldest plan: a year that is over. Its topics were researched, consulted on, reported,
// followed up and closed, one was put off by an amendment; then the office closed the plan.
#pragma once

#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::amendments {

// Where the year has a plan nothing is made. Refusals: none that its own data would give.
base::Result<void> seed_closed_plan(
    services::Services& services, db::Tx& tx, const base::Actor& office, std::int64_t year);

} // namespace xieshang::amendments
