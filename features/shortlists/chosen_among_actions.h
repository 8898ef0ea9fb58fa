// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a round chooses among: the suggestions of its year, as they stand. Only reads.
#pragma once

#include "features/shortlists/selection_store.h"
#include "platform/base/actor.h"

namespace xieshang::shortlists {

class ChosenAmong {
public:
    ChosenAmong(db::Tx& tx, const SelectionRound& round);

    // Screened and not answered yet, in the order in which they came in.
    std::vector<ShortlistCandidate> candidates() const;
    // Those of them and of the reserve may come onto a list.
    bool may_enter(const SuggestionId& id) const;
    const calls::Suggestion* find(const SuggestionId& id) const; // null: of another year
    ShortlistCandidate candidate(const calls::Suggestion& suggestion) const;
    WentInto went_into() const;
    const std::vector<calls::Suggestion>& all() const { return all_; }

    // `candidates`, with the ballots as they count today.
    ProposalInput input(db::Tx& tx, std::vector<ShortlistCandidate> candidates) const;

private:
    const SelectionRound& round_;
    std::vector<calls::Suggestion> all_;
};

} // namespace xieshang::shortlists
