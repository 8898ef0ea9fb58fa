// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Marks of support 支持标记: what somebody would see on the shortlist. Each who may suggest has one
// ballot a round, marks as much as he likes and takes it back while marks are taken. Where a
// suggestion went into another, the mark counts for that one, once a person. Who marked what is
// seen by nobody but himself. Types and rules; pure.
#pragma once

#include "features/shortlists/selection_round.h"

#include <map>

namespace xieshang::shortlists {

using BallotId = base::Id<struct SupportBallotTag>;

struct SupportBallot {
    BallotId id;
    RoundId round_id;
    std::string by_id;
    std::vector<SuggestionId> marks{}; // ascending, each once, as he made them
    std::int64_t version{};
    base::Instant updated_at;

    bool operator==(const SupportBallot&) const = default;
};
BOOST_DESCRIBE_STRUCT(SupportBallot, (), (id, round_id, by_id, marks, version, updated_at))

// Suggestions that went into another: id → that one's.
using WentInto = std::map<std::string, SuggestionId, std::less<>>;

// What a mark on it counts for today.
SuggestionId stands_for(const SuggestionId& id, const WentInto& went_into);

// His marks as they count today: ascending, each once.
std::vector<SuggestionId> marks_today(
    const std::vector<SuggestionId>& marks, const WentInto& went_into);

std::vector<SuggestionId> with_mark(std::vector<SuggestionId> marks, const SuggestionId& id);
// Without the mark on it, and those on what went into it.
std::vector<SuggestionId> without_mark(
    std::vector<SuggestionId> marks, const SuggestionId& id, const WentInto& went_into);

// Whether somebody who belongs there may mark today. Refuses with selection.marking_over (409),
// selection.not_asked (422).
base::Result<void> may_mark(
    const SelectionRound& round, std::string_view today, const calls::Belongings& belongs_to);

} // namespace xieshang::shortlists
