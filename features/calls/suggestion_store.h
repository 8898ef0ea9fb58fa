// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ suggestions, with all words that they ever had, their steps, comments and answer codes.
// Nothing is deleted. Absent rows are suggestion.not_found.
#pragma once

#include "features/calls/suggestion_search.h"
#include "platform/db/db.h"

namespace xieshang::calls {

struct KeptSuggestionStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    TopicAction action{};
    TopicState from_state{};
    TopicState to_state{};
    std::string reason;
    std::string passed_to;
    std::optional<SuggestionId> target_id;

    bool operator==(const KeptSuggestionStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptSuggestionStep, (),
    (version, at_ms, by_id, by_name, action, from_state, to_state, reason, passed_to, target_id))

struct KeptWords { // as they stood from this version on
    std::int64_t version{};
    base::Instant at;
    std::string by_id;
    std::string by_name;
    SuggestionWords words;

    bool operator==(const KeptWords&) const = default;
};

struct SuggestionComment {
    std::string id;
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    std::string words;

    bool operator==(const SuggestionComment&) const = default;
};
BOOST_DESCRIBE_STRUCT(SuggestionComment, (), (id, at_ms, by_id, by_name, words))

base::Result<Suggestion> find_suggestion(db::Tx& tx, const SuggestionId& id);
std::vector<std::string> suggestion_ids(db::Tx& tx);
std::vector<Suggestion> merged_into(db::Tx& tx, const SuggestionId& id);
std::vector<Suggestion> search_suggestions(db::Tx& tx, const SuggestionSearch& search);
// Of the published calls of a year those that wait, were screened or shortlisted, the oldest first.
std::vector<Suggestion> open_suggestions_of_year(db::Tx& tx, std::int64_t year);
// As texts are compared: traditional → simplified, full → half width, capital → small.
std::u32string folded_text(std::string_view text);
std::int64_t sort_value(const Suggestion& suggestion, SuggestionOrder order);

// Whose suggestions count together under a call: those of a body, else of a person whom the house
// knows, by himself and on paper; else of a name, with the body as it was named.
struct Proposer {
    SuggestionChannel channel{};
    std::string by_id{}; // of the account; of a paper the person's of the register; empty: a name
    std::string name{};
    Belonging as{};
};
// Those that were not withdrawn.
std::vector<Suggestion> standing_of(db::Tx& tx, const CallId& call, const Proposer& proposer);

void insert_suggestion(db::Tx& tx, const Suggestion& suggestion);
// Writes words, state and what explains it; the row must still have `version_before`, else
// suggestion.stale.
base::Result<void> update_suggestion(
    db::Tx& tx, const Suggestion& suggestion, std::int64_t version_before);

void insert_words(db::Tx& tx, const SuggestionId& id, const KeptWords& words);
std::vector<KeptWords> words_of(db::Tx& tx, const SuggestionId& id); // the oldest first

void insert_step(db::Tx& tx, const SuggestionId& id, const KeptSuggestionStep& step);
std::vector<KeptSuggestionStep> steps_of(db::Tx& tx, const SuggestionId& id); // the oldest first

void insert_comment(db::Tx& tx, const SuggestionId& id, const SuggestionComment& comment);
std::vector<SuggestionComment> comments_of(db::Tx& tx, const SuggestionId& id);

void insert_code(
    db::Tx& tx, std::string_view code_sha256, const SuggestionId& id, base::Instant at);
base::Result<Suggestion> find_by_code(db::Tx& tx, std::string_view code_sha256);

} // namespace xieshang::calls
