// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on amendments: load → decide → record, one transaction each. Callers have checked that
// the actor may use the verb; the workflow table checks steps by itself.
#pragma once

#include "features/amendments/amendment_shapes.h"
#include "features/amendments/amendment_store.h"
#include "features/amendments/amendment_workflow.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::amendments {

struct AmendmentOffer {
    AmendmentAction action{};
    std::string refusal;                   // a code; empty: may
    std::optional<members::Role> behalf{}; // the body for which the office would record it
};

struct AmendmentPage {
    Amendment amendment;
    plan::Plan plan;
    std::vector<Topic> topics;
    std::vector<AmendmentOffer> offers;
    std::vector<PastStep> steps;
    bool can_edit = false;
    bool is_hindered = false; // its day has come, and it cannot be carried out any more
};

base::Result<AmendmentPage> amendment_page(
    services::Services& services, const base::Actor& actor, const AmendmentId& id);

struct PlanAmendments {
    plan::Plan plan;
    std::vector<Amendment> all; // oldest first
    std::vector<Topic> topics;
};
base::Result<PlanAmendments> amendments_of_plan(
    services::Services& services, const plan::PlanId& id);

// Refusals: plan.not_found, those of amendable(), sound() and leaves_alone() (waiting.h).
base::Result<Amendment> propose(services::Services& services, const base::Actor& actor,
    const plan::PlanId& plan, const AmendmentWords& words);

// While it is a draft: amendment.not_a_draft (409); amendment.stale; those of propose().
base::Result<Amendment> rewrite(services::Services& services, const base::Actor& actor,
    const AmendmentId& id, std::int64_t version_seen, const AmendmentWords& words);

// A decision is carried out in the same transaction: topics move, come and are renamed, the plan
// gets a new version. One that holds from a day to come waits for it (waiting_actions.h); it may be
// withdrawn before, with the reason, and also where it could not be carried out on its day.
// Refusals: those of take() and propose(); amendment.stale; of what the office records for the
// chairpersons, those of behalf::may_record_for_body().
base::Result<Amendment> take_step(services::Services& services, const base::Actor& actor,
    const AmendmentId& id, std::int64_t version_seen, const AmendmentStepRequest& asked);

} // namespace xieshang::amendments
