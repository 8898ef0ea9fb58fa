// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Conversations that are made up, with groups that are known: for tests and benchmarks. Pure.
#pragma once

#include "platform/analytics/answers.h"

#include <cstddef>

namespace xieshang::analytics {

struct SyntheticConversation {
    std::uint32_t participants = 0;
    std::uint32_t statements = 0;
    std::uint64_t votes = 0; // at most participants × statements
    std::uint32_t groups = 1;
    std::uint64_t seed = 0;
};

// Exactly that many answers, no two of one person to one statement, in random order. Participants
// are 0, 1, …; who thinks like whom is their number modulo `groups`. How much people answer, and
// how often a statement is met, differs as widely as in real conversations (log-normal). Throws
// std::invalid_argument when there are more votes than places for them.
Answers synthesize(const SyntheticConversation& asked);

} // namespace xieshang::analytics
