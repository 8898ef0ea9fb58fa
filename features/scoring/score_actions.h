// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a reviewer does: reads what he is asked about, scores it, scores it again, comments on it.
// Nothing that others gave is in it, nor who proposed anything.
#pragma once

#include "features/scoring/round_actions.h"

namespace xieshang::scoring {

struct BallotItem {
    calls::Suggestion suggestion; // whose proposer the view leaves out
    std::optional<GivenSheet> sheet{};
    std::vector<ScoringComment> comments; // his own
    std::optional<base::Error> cannot_score{};
};
struct Ballot {
    ScoringRound round;
    std::string call_title;
    std::vector<BallotItem> items;
    Progress progress;
    std::optional<base::Error> cannot_score{}; // none of them
};
// Refusal: scoring.not_found, also of who is not named.
base::Result<Ballot> ballot(
    services::Services& services, const base::Asker& asker, const RoundId& id);

// Keeps another version where it differs from the last. Refusals: scoring.not_found, those of
// may_score() and on_scale().
base::Result<GivenSheet> give_scores(services::Services& services, const base::Asker& asker,
    const RoundId& id, const ScoresRequest& asked);

// Refusals: scoring.not_found, those of may_score().
base::Result<ScoringComment> give_comment(services::Services& services, const base::Asker& asker,
    const RoundId& id, const CommentRequest& asked);

} // namespace xieshang::scoring
