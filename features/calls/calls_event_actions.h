// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the record is told of calls and suggestions: each event holds the object as the change
// leaves it. In the transaction of the change; the rows are the caller's.
#pragma once

#include "features/calls/merging.h"
#include "features/calls/suggestion_store.h"
#include "features/calls/topic_call_store.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// Writes the step's row and its event.
void keep_call_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const TopicCall& call, const CallStep& step, const std::string& reason);

struct StepWords {
    std::string reason{};
    std::string passed_to{};
    std::optional<SuggestionId> target_id{};
};
void keep_suggestion_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Suggestion& suggestion, const topics::TopicWorkflowStep& step, const StepWords& words);

// Keeps the words as they stand now, and tells of them: the first ones, or an edit.
void keep_words(db::Tx& tx, const base::Actor& actor, const Suggestion& suggestion);
void tell_edit(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Suggestion& suggestion, const SuggestionWords& before);

void tell_comment(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Suggestion& suggestion, const SuggestionComment& comment);

// `version`: 1 when it is asked, one more for each answer and for its end.
void tell_merge(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SuggestionMerge& merge, const std::string& verb);

} // namespace xieshang::calls
