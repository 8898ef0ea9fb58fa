// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ scoring rounds, their steps, what is scored, sheets with all their versions, comments.
// Nothing is deleted. An absent round is scoring.not_found.
#pragma once

#include "features/scoring/scoring_workflow.h"
#include "platform/db/db.h"

namespace xieshang::scoring {

using SheetId = base::Id<struct ScoringSheetTag>;
using CommentId = base::Id<struct ScoringCommentTag>;

struct KeptRoundStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    ScoringRoundAction action{};
    ScoringState from_state{};
    ScoringState to_state{};
    std::string reason;
    std::string closes_on; // the last day after this step

    bool operator==(const KeptRoundStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptRoundStep, (),
    (version, at_ms, by_id, by_name, action, from_state, to_state, reason, closes_on))

// One version of what a reviewer gave a suggestion; `version` counts from 1.
struct GivenSheet {
    SheetId id;
    RoundId round_id;
    SuggestionId suggestion_id;
    std::string reviewer_id;
    std::string reviewer_name;
    std::vector<std::int64_t> scores; // in the order of the round's criteria
    std::int64_t version{};
    base::Instant at;

    bool operator==(const GivenSheet&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    GivenSheet, (), (id, round_id, suggestion_id, reviewer_id, reviewer_name, scores, version, at))

struct ScoringComment {
    CommentId id;
    RoundId round_id;
    SuggestionId suggestion_id;
    std::string by_id;
    std::string by_name;
    base::Instant at_ms;
    std::string words;

    bool operator==(const ScoringComment&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    ScoringComment, (), (id, round_id, suggestion_id, by_id, by_name, at_ms, words))

base::Result<ScoringRound> find_round(db::Tx& tx, const RoundId& id);
std::vector<ScoringRound> all_rounds(db::Tx& tx); // the newest first
std::vector<std::string> round_ids(db::Tx& tx);
void insert_round(db::Tx& tx, const ScoringRound& round);
// The row must still have `version_before`, else scoring.stale.
base::Result<void> update_round(db::Tx& tx, const ScoringRound& round, std::int64_t version_before);

void insert_round_step(db::Tx& tx, const RoundId& id, const KeptRoundStep& step);
std::vector<KeptRoundStep> steps_of(db::Tx& tx, const RoundId& id); // the oldest first

void insert_items(db::Tx& tx, const RoundId& id, const std::vector<SuggestionId>& suggestions);
std::vector<SuggestionId> items_of(db::Tx& tx, const RoundId& id); // in their order

// The first version makes the sheet, each other one is added to it.
void add_sheet(db::Tx& tx, const GivenSheet& sheet);
// What the reviewer gave last; nothing: he has not scored it.
std::optional<GivenSheet> last_sheet(
    db::Tx& tx, const RoundId& round, const SuggestionId& suggestion, std::string_view reviewer_id);
// Of each sheet the last version; `reviewer_id`: his alone.
std::vector<GivenSheet> last_sheets(
    db::Tx& tx, const RoundId& round, const std::optional<std::string>& reviewer_id = {});
// Every version, by suggestion, reviewer and version.
std::vector<GivenSheet> all_sheets(
    db::Tx& tx, const RoundId& round, const std::optional<SuggestionId>& suggestion = {});
std::vector<std::string> sheet_ids(db::Tx& tx);
std::vector<GivenSheet> versions_of(db::Tx& tx, const SheetId& id); // the oldest first

void insert_comment(db::Tx& tx, const ScoringComment& comment);
// Of the round, the oldest first; `by_id`: his alone.
std::vector<ScoringComment> comments_of(
    db::Tx& tx, const RoundId& round, const std::optional<std::string>& by_id = {});
std::vector<std::string> comment_ids(db::Tx& tx);
base::Result<ScoringComment> find_comment(db::Tx& tx, const CommentId& id);

} // namespace xieshang::scoring
