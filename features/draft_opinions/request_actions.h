// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on requests for opinions: load → decide → record, one transaction each. Callers have
// checked that the actor may use the verb; the workflow table checks steps by itself.
#pragma once

#include "features/draft_opinions/opinion_shapes.h"
#include "features/draft_opinions/request_store.h"
#include "features/plan/plan.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::draft_opinions {

std::string today(services::Services& services); // the legal day

// Freezes the plan's text as it stands and sends it. Refusals: plan.not_found, those of may_send();
// opinion_request.invalid names /recipients/N opinion_request.no_such_recipient where the register
// has no such person, or no such body today.
base::Result<OpinionRequest> send_draft(services::Services& services, const base::Actor& actor,
    const plan::PlanId& id, const NewOpinionRequest& asked);

// Refusals: opinion_request.not_found, opinion_request.stale, those of take(), which name the field
// that the step lacks: /reason, /closes_on (with opinion_request.no_day, period.not_a_day); finish
// names each opinion that waits as /opinions/ID opinion_request.waits {who}; of add, those of
// send_draft() about whom it goes to, and of who has it already (opinion_request.h).
base::Result<OpinionRequest> take_request_step(services::Services& services,
    const base::Actor& actor, const RequestId& id, std::int64_t version_seen,
    const RequestStepRequest& asked);

// A request as the asker sees it: opinion_request.not_found also where he has no view of it.
struct SeenRequest {
    OpinionRequest request;
    std::vector<Recipient> recipients; // all of them
    std::vector<Recipient> own;
    std::string_view view;
};
base::Result<SeenRequest> seen_by(db::Tx& tx, const base::Asker& asker, const RequestId& id);
std::optional<std::string_view> view_of(const base::Asker& asker, bool is_own);

// What the step would need, but for what is said with it.
RequestFacts facts_about(db::Tx& tx, const OpinionRequest& request, const RequestStepRequest& asked,
    const std::string& day);

} // namespace xieshang::draft_opinions
