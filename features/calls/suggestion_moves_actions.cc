// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/suggestion_moves_actions.h"

#include "features/calls/calls_event_actions.h"
#include "features/calls/merge_actions.h"
#include "features/people/short_text.h"

namespace xieshang::calls {

base::Result<void> move_suggestion(services::Services& services, db::Tx& tx,
    const base::Actor& actor, Suggestion& suggestion, TopicAction action, base::Roles roles,
    const std::string& reason)
{
    const auto step =
        TRY(topics::take(suggestion.state, action, roles, {.has_reason = people::is_said(reason)}));
    const auto before = suggestion.version++;
    suggestion.merged_into = std::nullopt;
    suggestion.passed_to.clear();
    suggestion.answer = reason;
    suggestion.state = step.to;
    suggestion.updated_at = services.clock.now();
    CHECK(update_suggestion(tx, suggestion, before));
    keep_suggestion_step(services, tx, actor, suggestion, step, {reason, {}, {}});
    return end_impossible_merges(services, tx, actor, suggestion);
}

} // namespace xieshang::calls
