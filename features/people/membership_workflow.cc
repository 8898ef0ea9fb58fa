// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_workflow.h"

#include "features/members/workflow_rows.h"

#include <algorithm>

namespace xieshang::people {
namespace {

using enum base::Membership;
using enum MembershipAction;
using Row = workflow::Row<MembershipState, MembershipAction, MembershipFacts>;

constexpr auto office = members::bit(members::Role::office);
constexpr auto always = workflow::always<MembershipFacts>;

constexpr bool explained(const MembershipFacts& facts) { return facts.has_reason; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from      action     to         by      needs      or else
    {none,       invite,    invited,   office, always,    ""},
    {invited,    move,      invited,   office, explained, "membership.no_reason"},
    {invited,    confirm,   active,    office, always,    ""},
    {invited,    leave,     former,    office, explained, "membership.no_reason"},
    {active,     move,      active,    office, explained, "membership.no_reason"},
    {active,     suspend,   suspended, office, explained, "membership.no_reason"},
    {active,     leave,     former,    office, explained, "membership.no_reason"},
    {suspended,  move,      suspended, office, explained, "membership.no_reason"},
    {suspended,  reinstate, active,    office, explained, "membership.no_reason"},
    {suspended,  leave,     former,    office, explained, "membership.no_reason"},
    {former,     invite,    invited,   office, explained, "membership.no_reason"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<MembershipStep> take(
    MembershipState from, MembershipAction action, base::Roles roles, const MembershipFacts& facts)
{
    return workflow::take(table, from, action, roles, facts);
}

std::vector<workflow::Offer<MembershipAction>> offers(MembershipState from, base::Roles roles)
{
    return workflow::offers(table, from, roles, MembershipFacts{.has_reason = true});
}

std::vector<std::array<std::string, 5>> membership_workflow_rows()
{
    return members::workflow_rows(table);
}

std::optional<std::vector<MembershipAction>> way_between(MembershipState from, MembershipState to)
{
    std::vector<std::pair<MembershipState, std::vector<MembershipAction>>> reached{{from, {}}};
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const auto [state, way] = reached[i];
        if (state == to) {
            return way;
        }
        if (i > 0 && state == MembershipState::former) {
            continue; // nobody leaves and comes back within one import
        }
        for (const auto action : {invite, confirm, suspend, reinstate, leave}) {
            const auto step = take(state, action, members::bit(members::Role::office),
                MembershipFacts{.has_reason = true});
            const bool is_new = step
                && std::none_of(reached.begin(), reached.end(),
                    [&](const auto& one) { return one.first == step->to; });
            if (is_new) {
                auto longer = way;
                longer.push_back(action);
                reached.emplace_back(step->to, std::move(longer));
            }
        }
    }
    return std::nullopt;
}

} // namespace xieshang::people
