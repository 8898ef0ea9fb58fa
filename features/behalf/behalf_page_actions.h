// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on acts on behalf: looking, objecting, answering. Whoever is not told of an act and is
// not of the office hears behalf.not_found, as of one that is not there.
#pragma once

#include "features/behalf/behalf_shapes.h"
#include "features/behalf/behalf_store.h"
#include "features/behalf/behalf_workflow.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::behalf {

// An act with what the caller may do with it now; the refusals are codes.
struct BehalfPage {
    BehalfAct act;
    bool is_mine{};
    bool reachable{};
    std::optional<BehalfScan> scan{};
    std::vector<KeptBehalfStep> steps;
    std::vector<workflow::Offer<BehalfAction>> offers;
};
base::Result<BehalfPage> act_page(
    services::Services& services, const base::Asker& asker, const ActId& id);

std::vector<BehalfLine> list_acts(services::Services& services, const BehalfSearch& search);
std::int64_t count_unopened(services::Services& services, const base::Actor& actor);

// Refusals: behalf.not_found, behalf.stale, those of the workflow.
base::Result<void> take_step(services::Services& services, const base::Asker& asker,
    const ActId& id, std::int64_t version_seen, const BehalfStepRequest& asked);

// Refuses with behalf.not_found, also where the act has none.
base::Result<BehalfScan> scan_of(
    services::Services& services, const base::Asker& asker, const ActId& id);

} // namespace xieshang::behalf
