// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A shortlist that lacks a field (领域: 经济 政治 文化 社会 生态文明) is balanced by the fewest
// exchanges (调换), each of which says who leaves, who enters, why, and what it costs. Each project
// takes one slot of its form; no form gets more than its slots. Source: ADR 0020.
//
// A field wants a number of places. In this order: as many wanted places are filled as can be
// together; as few projects enter as that allows; as few leave; the list then has the most
// supporters, and what is still equal is settled by smaller numbers. What leaves makes room in its
// own form for what enters; where the form has an empty slot nobody leaves. A balanced list stays
// as it is.
//
// What it gives up: a list by Equal Shares promises EJR up to one on unconstrained runs; the
// promise ends with the first project that leaves. What became of it is looked up after each
// exchange: whose claims (unmet_claims.h) the list met before and meets no more.
//
// Pure, any thread. Throws std::out_of_range for a project, a field or a form that is not there,
// std::invalid_argument for a list that names a project twice or overfills a form.
#pragma once

#include "platform/analytics/unmet_claims.h"

#include <optional>

namespace xieshang::analytics {

struct Place {
    std::size_t form = 0;
    std::size_t field = 0;
};

struct BalanceRules {
    std::vector<std::uint64_t> slots;  // by form
    std::vector<std::uint64_t> wanted; // places, by field
};

// One place for each field in which there is a project.
std::vector<std::uint64_t> one_for_each(std::span<const Place> places, std::size_t fields);

enum class WhyEnters : std::uint8_t {
    field_lacks, // the list had fewer of its field than wanted
    replaces,    // its field would lack, because a project of it leaves for another field
};

enum class GivenUp : std::uint8_t {
    nothing, // nobody left the list
    promise, // EJR up to one is no longer promised, but nobody has a claim that was met before
    claims,  // somebody has
};

struct Exchange {
    std::optional<std::size_t> leaves; // of the same form; none: into an empty slot
    std::size_t enters = 0;
    WhyEnters why = WhyEnters::field_lacks;
    std::uint64_t lose = 0; // people who marked what leaves and not what enters
    std::uint64_t gain = 0; // people who marked what enters and not what leaves
    GivenUp gives_up = GivenUp::nothing;
    std::vector<UnmetClaim> claims; // that the list before this exchange met
};

struct Shortfall { // a field that has fewer places than wanted, though all was tried
    std::size_t field = 0;
    std::uint64_t wanted = 0;
    std::uint64_t has = 0;
    std::uint64_t projects = 0; // of this field, listed or not
};

struct Standing {
    std::uint64_t marks = 0;          // of all people, on listed projects
    std::uint64_t people_without = 0; // who marked something, of which nothing is listed
    std::vector<UnmetClaim> claims;
};

struct BalancedShortlist {
    std::vector<std::size_t> listed; // who enters stands where the other left, or at the end
    std::vector<Exchange> exchanges; // by form, then by number of who enters
    std::vector<Shortfall> short_of; // by field
    Standing before;
    Standing after;
    GivenUp gives_up = GivenUp::nothing; // by all exchanges together
};

// `listed`: the list as proposed, in its order. `places`: by project.
BalancedShortlist balanced(const Ballots& ballots, std::span<const Place> places,
    const std::vector<std::size_t>& listed, const BalanceRules& rules);

} // namespace xieshang::analytics
