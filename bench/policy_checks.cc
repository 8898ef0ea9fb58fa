// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What one question to a policy costs: may this person use the operation, and what is seen of the
// object; for every role, on a policy of one row and on one of eight. Usage: policy_checks; prints
// JSON, medians in nanoseconds.
#include "features/members/policies.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <vector>

namespace {

using namespace xieshang;
using base::Relation;
using members::Role;
using members::those;

constexpr int rounds = 31;
constexpr int each = 20'000;

// The worst that a policy may be: eight rows, of which the last admits whoever is asked about.
constexpr base::Policy longest({
    {.who = those({Role::office})},
    {.who = members::everybody, .relations = {Relation::own}, .view = "own"},
    {.who = those({Role::chairperson}), .states = {"draft", "handed_in", "in_review"}},
    {.who = those({Role::party_group}), .states = {"draft", "handed_in", "in_review"}},
    {.who = members::everybody, .relations = {Relation::same_body}, .view = "register"},
    {.who = those({Role::secretary_general}), .states = {"draft", "handed_in", "in_review"}},
    {.who = those({Role::expert}), .relations = {Relation::other_term}},
    {.who = members::everybody, .states = {"kept", "agreed", "issued", "closed"}, .view = "public"},
});

std::vector<base::Actor> everybody()
{
    std::vector<base::Actor> actors;
    for (unsigned role = 0; role < 20; ++role) {
        actors.push_back({"p", "某", base::Roles{1} << role, base::Membership::active});
    }
    return actors;
}

std::size_t sink = 0; // so that nothing is left out

double check_ns(const base::Policy& policy)
{
    const auto actors = everybody();
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < each; ++i) {
            const auto& actor = actors[static_cast<std::size_t>(i) % actors.size()];
            sink += policy.allows(actor) ? 1 : 0;
            sink += policy.view(actor, Relation::other_body, "issued").value_or("").size();
        }
        const std::chrono::duration<double, std::nano> spent =
            std::chrono::steady_clock::now() - begin;
        times.push_back(spent.count() / each);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main()
{
    fmt::print("{{\"one_row_ns\":{:.1f},\"eight_rows_ns\":{:.1f}}}\n", check_ns(members::readers),
        check_ns(longest));
    return sink == 0 ? 1 : 0;
}
