// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The demo's draft plan out for opinions: one round that is answered, one that is open today, in
// which the member and the department have spoken and others are still asked.
#pragma once

#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::draft_opinions {

// Once: where a request is there already, or no plan is a draft, nothing is done. Needs the demo's
// people and register. `office`: who sends and answers. Refusals: those of the verbs.
base::Result<void> seed_demo_opinions(services::Services& services, const base::Actor& office);

} // namespace xieshang::draft_opinions
