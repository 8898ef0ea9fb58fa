// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The steps that a suggestion takes with the topic that came of it, in the transaction of the
// topic's step.
#pragma once

#include "features/calls/suggestion_store.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// By the topic's table, by somebody with these roles; the reason is what its proposer reads.
// Refusals: topic.no_reason, workflow.wrong_role, workflow.no_such_step, suggestion.stale.
base::Result<void> move_suggestion(services::Services& services, db::Tx& tx,
    const base::Actor& actor, Suggestion& suggestion, TopicAction action, base::Roles roles,
    const std::string& reason);

} // namespace xieshang::calls
