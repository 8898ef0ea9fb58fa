// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which statements speak for a group, and which for all. Statements go by their place in the table.
// Pure, any thread.
#pragma once

#include "platform/analytics/answer_table.h"

#include <cstddef>
#include <vector>

namespace xieshang::analytics {

struct RepresentativeStatement {
    std::size_t statement = 0;
    bool agrees = false;         // what the group says of it; a tie is a no
    std::uint32_t successes = 0; // who say so
    std::uint32_t trials = 0;    // who answered
    double share = 0;            // smoothed
    double share_test = 0;       // against a half
    double ratio = 0;            // of the shares inside and outside of the group
    double ratio_test = 0;
    bool is_best_agreed = false;
    std::uint32_t agreeing = 0; // in the group
};

struct ConsensusStatement {
    std::size_t statement = 0;
    std::uint32_t successes = 0;
    std::uint32_t trials = 0;
    double share = 0;
    double share_test = 0;
};

struct ListRules {
    double z = 0;                   // what exceeds it is sure
    std::vector<std::size_t> order; // in which statements are looked at, those left out missing
    std::size_t most = 5;
    // Sure statements are listed although none is the best agreed. red-dwarf 0.4.0 lists none then.
    bool lists_without_best = true;
    // What no more than half of those who answered say is listed, too: where nothing is sure, or
    // where the best agreed statement is more often disagreed with than elsewhere. The references
    // do so.
    bool lists_minorities = true;
    // The last of equals is taken where nothing is sure (Polis compares with single precision).
    bool last_of_equals = false;
};

// `own` and `others`: answers of the group and of all other groups together, by statement.
std::vector<RepresentativeStatement> representatives(
    const std::vector<Tally>& own, const std::vector<Tally>& others, const ListRules& rules);

struct Consensus {
    std::vector<ConsensusStatement> agree;
    std::vector<ConsensusStatement> disagree;
};

Consensus consensus(const std::vector<Tally>& everybody, const ListRules& rules);

} // namespace xieshang::analytics
