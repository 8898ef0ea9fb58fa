// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a decided amendment does to the plan and its topics, in the transaction of the decision.
#pragma once

#include "features/amendments/amendment.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

#include <vector>

namespace xieshang::amendments {

// Refusals: those of the topics' table; topic.stale.
base::Result<std::vector<Applied>> carry_out(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const Amendment& amendment);

} // namespace xieshang::amendments
