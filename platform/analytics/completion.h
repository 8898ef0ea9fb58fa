// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Equal Shares may leave slots empty, because those who still have money agree on too little. A
// completion (补足) fills them, one project after another, with what fits into its form and has the
// most supporters, whoever already got what; then the smaller cost, then the smaller number. It is
// no part of the method: what it adds follows the majority and is told apart for that reason. It
// takes nothing away, so EJR up to one stays. What nobody marked is not taken: its slot stays
// empty. Pure, any thread.
#pragma once

#include "platform/analytics/equal_shares.h"

namespace xieshang::analytics {

struct CompletionStep {
    std::size_t project = 0;
    std::uint64_t supporters = 0;
    std::uint64_t free_before = 0; // slots of its form
};

// `run`: of the same ballots, projects and slots.
std::vector<CompletionStep> completion(const EqualShares& run, std::span<const Project> projects);

} // namespace xieshang::analytics
