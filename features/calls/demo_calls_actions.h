// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The demo's call for topics of the year to come: open today, with some thirty invented suggestions
// of every constituency in different states, one merged with the consent of both, some waiting.
#pragma once

#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// Once: where a call is there already, nothing is done. Needs the demo's people (demo_actions.h).
// `office`: who screens. Refusals: those of the verbs.
base::Result<void> seed_demo_calls(services::Services& services, const base::Actor& office);

} // namespace xieshang::calls
