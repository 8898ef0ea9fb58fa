// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The demo's selection round of this year: a call that is over, its suggestions screened, marks by
// the demo's accounts, a shortlist proposed, changed once with a reason, and decided.
#pragma once

#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::shortlists {

// Once: where a round is there already, nothing is done. Needs the demo's people (demo_actions.h).
// `office`: who runs the round. Refusals: those of the verbs.
base::Result<void> seed_demo_shortlist(services::Services& services, const base::Actor& office);

} // namespace xieshang::shortlists
