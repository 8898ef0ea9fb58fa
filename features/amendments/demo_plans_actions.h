// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The demo's plans beside the one that is imported: last year's, which is closed; this year's,
// which went round, was issued and changed once by an amendment; and next year's, begun out of it,
// for which topics are asked. Each step is dated back to when it would have been taken.
#pragma once

#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::amendments {

// After the demo's people and its call for topics; what is there already stays as it is. Refusals:
// none that its own data would give.
base::Result<void> seed_demo_plans(services::Services& services, const base::Actor& office);

} // namespace xieshang::amendments
