// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_workflow.h"

#include "features/members/workflow_rows.h"

namespace xieshang::people {
namespace {

using enum RosterState;
using enum RosterImportAction;
using Row = workflow::Row<RosterState, RosterImportAction, RosterFacts>;

constexpr auto office = members::bit(members::Role::office);

constexpr bool explained(const RosterFacts& facts) { return facts.has_reason; }
constexpr bool looked_at(const RosterFacts& facts) { return facts.is_looked_at; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from     action   to         by      needs      or else
    {open,      import,  imported,  office, looked_at, "roster.not_chosen"},
    {open,      discard, discarded, office, explained, "roster.no_reason"},
    {discarded, restore, open,      office, explained, "roster.no_reason"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<RosterStep> take(
    RosterState from, RosterImportAction action, base::Roles roles, const RosterFacts& facts)
{
    return workflow::take(table, from, action, roles, facts);
}

std::vector<workflow::Offer<RosterImportAction>> offers(
    RosterState from, base::Roles roles, bool is_looked_at)
{
    return workflow::offers(
        table, from, roles, RosterFacts{.has_reason = true, .is_looked_at = is_looked_at});
}

std::vector<std::array<std::string, 5>> roster_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::people
