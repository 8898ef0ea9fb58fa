// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The demo's scoring: a closed round of its call, scored by five of its people. Who gave what is
// invented by a rule, so that it comes out alike each time.
#pragma once

#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::scoring {

// Once: where a round is there already, or no call, nothing is done. Needs the demo's people and
// its call (demo_calls_actions.h). Refusals: those of the verbs.
base::Result<void> seed_demo_scoring(services::Services& services, const base::Actor& office);

} // namespace xieshang::scoring
