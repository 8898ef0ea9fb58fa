// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a closed round came to: with no name beside a score for all who see results, and with the
// names for whom see_names says.
#pragma once

#include "features/scoring/round_actions.h"
#include "features/scoring/tally.h"

namespace xieshang::scoring {

struct ResultLine {
    calls::Suggestion suggestion; // whose proposer the view leaves out
    std::int64_t place{};         // as they were handed in, from 1
    std::int64_t rank{};          // by the mean, from 1, alike ones share it; 0: nobody scored it
    Tally tally;
    std::vector<std::string> comments; // by nobody's name
};
struct Results {
    ScoringRound round;
    std::vector<ResultLine> lines; // all that the filter lets through, in its order
};
// Refusal: scoring.not_found, also of what is not closed.
base::Result<Results> results(services::Services& services, const base::Asker& asker,
    const RoundId& id, const ResultFilter& filter);

struct NamedSheet {
    GivenSheet sheet;
    std::optional<std::string> title; // none in the view "numbers"
    std::int64_t points{};
    bool is_last{};  // what counted; else another one came after it
    bool is_ended{}; // his role had ended when the round was closed
};
struct NamedSheets {
    ScoringRound round;
    std::vector<NamedSheet> sheets;
};
// Every version of every sheet, or of those on one suggestion. Refusal: as above.
base::Result<NamedSheets> named_sheets(services::Services& services, const base::Asker& asker,
    const RoundId& id, const std::optional<SuggestionId>& suggestion);

} // namespace xieshang::scoring
