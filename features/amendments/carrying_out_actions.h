// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a decided amendment does to the plan, its topics and the suggestions that those came of, in
// the transaction of the decision. The suggestion of a topic that is dropped or replaced is let go
// with the reason of the change, else of the amendment; that of a postponed one stays with it.
#pragma once

#include "features/amendments/amendment.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

#include <vector>

namespace xieshang::amendments {

// Refusals: those of the topics' table; topic.stale, suggestion.stale.
base::Result<std::vector<Applied>> carry_out(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const Amendment& amendment);

} // namespace xieshang::amendments
