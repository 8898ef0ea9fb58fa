// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on suggestions. Each takes one transaction, keeps a step or the words, and tells the
// record; none takes anything away.
#pragma once

#include "features/calls/calls_shapes.h"
#include "features/calls/suggestion_store.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::calls {

struct Suggested {
    Suggestion suggestion;
    bool is_new = true;        // false: the same text of the same proposer was there before
    std::string answer_code{}; // of what came on paper: its writer reads the answer by it
};

// Refusals: topic_call.not_found, those of asked_as() and may_suggest().
base::Result<Suggested> suggest(services::Services& services, const base::Actor& actor,
    const CallId& call, const NewSuggestion& asked);

// By its proposer; what came on paper by the office. Other words end the questions about merging
// that are open. Refusals: suggestion.not_found, suggestion.stale, topic_call.too_long, those of
// may_edit().
base::Result<Suggestion> edit_suggestion(services::Services& services, const base::Asker& asker,
    const SuggestionId& id, std::int64_t version_seen, const SuggestionWords& words);

// A step of the topic's workflow up to the pool. Refusals: suggestion.not_found, suggestion.stale,
// suggestion.not_here (409) of the steps that a plan or the shortlist takes, those of the workflow
// with /reason or /passed_to; those of is_free_for(); of merge suggestion.not_a_target
// where the other one is open no more.
base::Result<Suggestion> take_suggestion_step(services::Services& services,
    const base::Asker& asker, const SuggestionId& id, std::int64_t version_seen,
    const SuggestionStepRequest& asked);

base::Result<void> add_comment(services::Services& services, const base::Asker& asker,
    const SuggestionId& id, const NewComment& comment);

// One that the asker has a view of, and which; else suggestion.not_found.
struct SeenSuggestion {
    Suggestion suggestion;
    bool is_own{};
    std::string_view view;
};
base::Result<SeenSuggestion> seen_by(db::Tx& tx, const base::Asker& asker, const SuggestionId& id);
std::optional<std::string_view> view_of(
    const base::Asker& asker, const Suggestion& suggestion, bool is_own);

// Whether who sees it so may change its words now; what the office typed it corrects at any time.
// Refuses with suggestion.not_yours (403), and as editable() and may_reword().
base::Result<void> may_edit(
    const SeenSuggestion& seen, const TopicCall& call, std::string_view today);

// The facts of the topic's table about it, and the roles by which its proposer acts: also those of
// a membership that is over, for what is his own.
topics::TopicFacts facts_about(
    db::Tx& tx, const SeenSuggestion& seen, const SuggestionStepRequest& asked);
base::Roles roles_of(const base::Actor& actor);
// What the table does not see: what was merged into it, and the topic that it became. Refuses as
// may_withdraw() and may_unlist().
base::Result<void> is_free_for(db::Tx& tx, const Suggestion& suggestion, TopicAction action);

// Inserts it with its first words and its first step. For the ways in.
Suggestion begin_suggestion(
    services::Services& services, db::Tx& tx, const base::Actor& actor, Suggestion suggestion);

} // namespace xieshang::calls
