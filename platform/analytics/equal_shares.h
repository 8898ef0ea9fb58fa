// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A shortlist (入围名单) by the Method of Equal Shares (平等份额法): everybody who marked topics
// gets the same share of the slots, and topics are bought from the shares of those who support
// them. Source: D. Peters, G. Pierczyński, P. Skowron, Proportional Participatory Budgeting with
// Additive Utilities (2021); the plan's preface, 广泛征求…各方面的意见建议 (ADR 0020).
//
// Each person begins with (all slots ÷ people). In each round the project that is cheapest for its
// supporters is taken: its price is the least p at which they raise its cost when each gives p, or
// all he has left. It ends when no project left can be paid by its supporters.
//
// Utility: cardinality, a project is worth the same to each who marked it, whatever it costs. Among
// topics, which cost one slot each, that is the same as by cost.
// Ties: of equal prices the one with more supporters, then the one with the smaller number.
//
// Each project has a form (协商形式) and each form its slots. What no longer fits into its form
// drops out. That gives up the guarantee: EJR up to one (a group that could pay for projects which
// all of it support has somebody who gets as many, up to one) holds on unconstrained runs, where
// nothing dropped out so; with forms it need not. `is_unconstrained` says which it was.
//
// Pure; prices are exact rationals, and so are all comparisons (purses.h): the same on each
// machine. Throws std::invalid_argument for a cost of 0, std::out_of_range for a form or a project
// that is not there.
#pragma once

#include "platform/analytics/ballots.h"

#include <string>

namespace xieshang::analytics {

struct Project {
    std::uint64_t cost = 1; // slots, or whatever finer unit the slots are counted in
    std::size_t form = 0;
};

struct Amount {         // of slots
    std::string exact;  // "3" or "22/7", in lowest terms
    double rounded = 0; // for showing only
};

struct SharesRound {
    std::size_t project = 0;
    Amount price;                     // what a supporter pays
    std::uint64_t supporters = 0;     // people
    std::uint64_t pay_in_full = 0;    // of these: who pay the price
    std::uint64_t pay_the_rest = 0;   // of these: who have less, and pay that; others have nothing
    std::uint64_t spent = 0;          // of all people: who have nothing left after this round
    double supporters_keep = 0;       // what its supporters have left together, rounded
    std::uint64_t left = 0;           // what all people have left together, exactly
    std::vector<std::size_t> tied;    // what cost the same and went after it, ascending
    std::vector<std::size_t> dropped; // what its form has no room for any more, ascending
};

enum class Unchosen : std::uint8_t {
    larger_than_its_form, // costs more than all slots of its form
    unsupported,          // nobody marked it
    form_full,            // dropped out when its form had no room for it
    unaffordable,         // its supporters have less left than it costs
};

struct UnchosenProject {
    std::size_t project = 0;
    Unchosen why = Unchosen::unaffordable;
    std::uint64_t supporters = 0;
    double supporters_hold = 0; // what they have left together, rounded
};

struct EqualShares {
    Amount share;                          // what each person begins with
    std::vector<SharesRound> rounds;       // in the order in which projects were taken
    std::vector<UnchosenProject> unchosen; // ascending
    std::uint64_t left = 0;                // what was not spent
    std::vector<std::uint64_t> free_slots; // by form
    bool is_unconstrained = true;

    std::vector<std::size_t> winners() const; // in the order in which they were taken
};

// `slots`: of each form, in the unit of the costs; fewer than 2⁶⁴ in all, else std::length_error.
EqualShares equal_shares(const Ballots& ballots, std::span<const Project> projects,
    std::span<const std::uint64_t> slots);

} // namespace xieshang::analytics
