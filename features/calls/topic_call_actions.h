// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on calls for topics. Each takes one transaction and tells the record.
#pragma once

#include "features/calls/calls_shapes.h"
#include "features/calls/topic_call_store.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// Refusals: topic_call.invalid.
base::Result<TopicCall> make_call(
    services::Services& services, const base::Actor& actor, const CallWords& words);

// Of a draft. Refusals: topic_call.not_found, topic_call.stale, topic_call.invalid, those of the
// workflow.
base::Result<TopicCall> edit_call(services::Services& services, const base::Actor& actor,
    const CallId& id, std::int64_t version_seen, const CallWords& words);

// Opens, extends or closes it; closed early, its last day is today. With the public among those
// that are asked, opening makes the code of their form. Refusals: topic_call.not_found,
// topic_call.stale, topic_call.no_day and period.not_a_day (422, /closes_on), those of the
// workflow.
base::Result<TopicCall> take_call_step(services::Services& services, const base::Actor& actor,
    const CallId& id, std::int64_t version_seen, const CallStepRequest& asked);

struct CallPage {
    TopicCall call;
    CallPhase phase{};
    std::vector<KeptCallStep> steps; // of the view "all"
    std::vector<workflow::Offer<TopicCallAction>> offers;
    Belongings asked_as;      // as which of his the asker may hand in
    std::string refusal{};    // why he may not do so today: a code; empty: he may
    base::Params params{};    // of the refusal
    std::int64_t handed_in{}; // by him, or his body: the first that may hand in
    bool is_for_reviewers{};
};
// Refusal: topic_call.not_found, also where the asker has no view of it.
base::Result<CallPage> call_page(
    services::Services& services, const base::Asker& asker, const CallId& id);

// Those that the asker sees, the newest window first.
std::vector<CallPage> list_calls(services::Services& services, const base::Asker& asker);

// To whom somebody belongs today, by his roles and the bodies that he acts for.
Belongings belongings(db::Tx& tx, const base::Actor& actor);

} // namespace xieshang::calls
