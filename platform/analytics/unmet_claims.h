// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who could say of a list that it passes them over: people who all marked a project that is not on
// it, who are enough for n of its slots (n · all people ÷ slots), and each of whom has fewer than n
// projects on it. A list without such people satisfies EJR+, and so EJR. Source: M. Brill, J.
// Peters, Robust and Verifiable Proportionality Axioms for Multiwinner Voting (2023). Unlike EJR it
// can be looked up for any list, however it was made. Equal Shares leaves nobody with a claim where
// each project costs one slot and the run was unconstrained. Pure, exact, any thread.
#pragma once

#include "platform/analytics/ballots.h"

namespace xieshang::analytics {

struct UnmetClaim {
    std::size_t project = 0;    // not on the list
    std::uint64_t people = 0;   // who marked it, and each of whom has fewer than `entitled`
    std::uint64_t entitled = 0; // slots that so many people are worth

    bool operator==(const UnmetClaim&) const = default;
};

struct ListedSlots {
    std::span<const std::size_t> listed; // projects, each once, one slot each
    std::uint64_t slots = 0;             // all, the empty ones, too
};

// By project, ascending; of several claims of one project that with the most people beyond what is
// needed, then that to fewer slots. Throws std::out_of_range for projects that are not there.
std::vector<UnmetClaim> unmet_claims(
    const Ballots& ballots, const Supporters& supporters, const ListedSlots& list);

} // namespace xieshang::analytics
