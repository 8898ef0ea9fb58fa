// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What each person still has in a run of Equal Shares, and the exact price of a project. Used by
// equal_shares.cc alone; includes Boost.Multiprecision. One thread.
//
// Everybody begins with share = budget ÷ people. The price of a project is the least p for which
// its supporters, each with min(what he has, p), raise its cost. Money is known twice:
//
// - Exactly. Who has anything left paid the full price of each project on his ballot that was
//   taken, so he has share − (the sum of their prices), and nothing else needs to be kept. Prices
//   have one denominator, which grows by at most a factor "payers" a round; sums over many
//   people are sums over prices, each times the number of people who paid it.
// - Within bounds: whole numbers of 2⁻³⁰ share, `lower_` ≤ exact ≤ `upper_`, since a price is taken
// off
//   rounded up from the one and down from the other. upper = 0 is exactly nothing.
//
// A bound on a price follows by Newton's steps: min(has, p) is concave in p, so that steps from
// below never overshoot, and what upper bounds raise is no less than what is raised. Integers
// throughout: a bound never errs, and what bounds leave open is settled by exact numbers.
#pragma once

#include "platform/analytics/ballots.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>

namespace xieshang::analytics {

using Integer = boost::multiprecision::cpp_int;

struct Price {
    Integer over;             // price = over ÷ payers, in the unit of the moment
    std::uint64_t payers = 0; // people who pay it in full
    std::uint64_t rest_payers = 0;
    std::vector<std::uint32_t> spent; // ballots that have nothing left afterwards
    std::int64_t units = 0;           // rounded down

    bool operator<(const Price& other) const { return over * other.payers < other.over * payers; }
};

class Purses {
public:
    static constexpr std::int64_t share_units = std::int64_t{1} << 30;
    static constexpr std::int64_t unaffordable = share_units + 1;

    // `costs` > 0, by project; `budget` > 0, in the same unit; no cost exceeds the budget unless it
    // is never asked for. At least one person.
    Purses(const Ballots& ballots, const Supporters& supporters,
        const std::vector<std::uint64_t>& costs, const Integer& budget);

    // No more than the price, no less than `bound`, which is no more than the price, either. The
    // same again: no better bound is to be had. `unaffordable`: the supporters cannot raise the
    // cost, and never will again.
    std::int64_t better_bound(std::size_t project, std::int64_t bound) const;

    // `bound`: as above. Nothing where the supporters cannot raise the cost.
    std::optional<Price> price(std::size_t project, std::int64_t bound) const;

    // Takes the price from the supporters. Prices from before are void.
    void pay(std::size_t project, const Price& price);

    // Of the payment before, in the unit of costs; numerator, denominator.
    std::pair<Integer, Integer> last_price() const;
    // What the supporters of a project have, about, in shares.
    double held_by_supporters(std::size_t project) const;

private:
    struct Near { // supporters whose bounds do not tell whether they can pay
        Integer money;
        std::uint64_t people = 0;
        std::vector<std::uint32_t> ballots;
    };
    // People by what they marked, and all of them; each has something left.
    struct Crowd {
        std::vector<std::uint64_t> marks; // by project
        std::uint64_t people = 0;
    };

    Crowd nobody() const;
    void join(Crowd& crowd, std::uint32_t ballot, std::uint64_t people) const;
    bool marks_alike(std::uint32_t one, std::uint32_t other) const;
    std::vector<std::uint32_t> taken_marks(std::uint32_t ballot) const;
    std::int64_t upper_bound(std::size_t project, std::int64_t bound) const;
    Integer left_of(const Crowd& crowd) const;
    void settle(Price& price, std::vector<Near> near) const;
    void take(std::uint32_t ballot, std::int64_t down, std::int64_t up);

    const Ballots& ballots_;
    const Supporters& supporters_;
    std::vector<std::uint64_t> costs_;
    std::vector<std::int64_t> cost_units_; // rounded down
    std::vector<std::int32_t> lower_;      // by ballot
    std::vector<std::int32_t> upper_;
    std::vector<std::size_t> taken_;     // projects, in order
    std::vector<std::uint8_t> is_taken_; // by project
    std::vector<Integer> prices_; // of those taken, × 1/(people · scale_) of the unit of costs
    Integer share_;               // in the same
    Integer scale_ = 1;
};

} // namespace xieshang::analytics
