// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ selection rounds with their steps, ballots and proposals, nothing else. Nothing is deleted.
// Absent rounds are selection.not_found.
#pragma once

#include "features/shortlists/proposal.h"
#include "features/shortlists/selection_workflow.h"
#include "platform/db/db.h"

namespace xieshang::shortlists {

struct KeptRoundStep {
    std::int64_t version{};
    base::Instant at;
    std::string by_id;
    std::string by_name;
    SelectionRoundAction action{};
    RoundState from_state{};
    RoundState to_state{};
    std::string reason;
    std::optional<SuggestionId> takes_in{}; // of a change
    std::optional<SuggestionId> takes_out{};
    std::optional<ChangeEffect> effect{};

    bool operator==(const KeptRoundStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptRoundStep, (),
    (version, at, by_id, by_name, action, from_state, to_state, reason, takes_in, takes_out,
        effect))

base::Result<SelectionRound> find_round(db::Tx& tx, const RoundId& id);
std::vector<SelectionRound> all_rounds(db::Tx& tx); // the newest first
std::vector<std::string> round_ids(db::Tx& tx);

// Refuses with selection.open_already (409) where another round of the year is open.
base::Result<void> insert_round(db::Tx& tx, const SelectionRound& round);
// The row must still have `version_before`, else selection.stale.
base::Result<void> update_round(
    db::Tx& tx, const SelectionRound& round, std::int64_t version_before);

void insert_step(db::Tx& tx, const RoundId& id, const KeptRoundStep& step);
std::vector<KeptRoundStep> steps_of(db::Tx& tx, const RoundId& id); // the oldest first

std::optional<SupportBallot> find_ballot(db::Tx& tx, const BallotId& id);
std::optional<SupportBallot> ballot_of(db::Tx& tx, const RoundId& id, std::string_view by_id);
std::vector<SupportBallot> ballots_of_round(db::Tx& tx, const RoundId& id);
std::vector<std::string> ballot_ids(db::Tx& tx);
// A ballot of version 1 is new. Refuses with selection.stale where somebody, by the same account,
// was there first.
base::Result<void> keep_ballot(db::Tx& tx, const SupportBallot& ballot);

void insert_proposal(db::Tx& tx, const RoundId& id, const std::string& content);
// As it was written; empty: there is none.
std::string proposal_content(db::Tx& tx, const RoundId& id);
std::optional<ShortlistProposal> find_proposal(db::Tx& tx, const RoundId& id);

} // namespace xieshang::shortlists
