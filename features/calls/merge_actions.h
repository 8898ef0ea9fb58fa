// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs by which two proposers are asked whether their suggestions become one. The step itself
// is the office's (suggestion_actions.h).
#pragma once

#include "features/calls/calls_shapes.h"
#include "features/calls/merge_store.h"
#include "features/calls/topic_call.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// Refusals: suggestion.not_found (of the target with /target_id), those of may_ask().
base::Result<SuggestionMerge> ask_merge(services::Services& services, const base::Actor& actor,
    const SuggestionId& id, const MergeRequest& asked);

// By a proposer for his own, or by the office for one without an account, in whose name it says how
// it asked. A no ends the question. Refusals: suggestion.merge_not_found, those of side_answered().
base::Result<SuggestionMerge> answer_merge(services::Services& services, const base::Asker& asker,
    const MergeId& id, const ConsentRequest& asked);

struct BothSides {
    Suggestion merged;
    Suggestion target;
};
base::Result<BothSides> sides_of(db::Tx& tx, const SuggestionMerge& merge);
// How somebody stands to it who would answer; what he says is the caller's to add.
Answering answering_of(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Belongings& belongs_to, const BothSides& both);

// The question that both answered with yes and that waits for its step.
std::optional<SuggestionMerge> agreed_merge(db::Tx& tx, const SuggestionId& merged);
void end(services::Services& services, db::Tx& tx, const base::Actor& actor, SuggestionMerge& merge,
    MergeEnd because);
// Those that are open, of both sides: its words are others now, and nobody consented to them.
void end_reworded_merges(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SuggestionId& reworded);
// Those that its new state has made vain.
base::Result<void> end_impossible_merges(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const Suggestion& suggestion);

} // namespace xieshang::calls
