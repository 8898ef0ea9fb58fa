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

constexpr bool needs_file(RosterImportAction action)
{
    return action == restore || action == erase;
}
constexpr bool explained(const RosterFacts& facts) { return facts.has_reason; }
constexpr bool looked_at(const RosterFacts& facts) { return facts.is_looked_at; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from     action   to         by      needs      or else
    {open,      import,  imported,  office, looked_at, "roster.not_chosen"},
    {open,      discard, discarded, office, explained, "roster.no_reason"},
    {discarded, restore, open,      office, explained, "roster.no_reason"},
    {imported,  erase,   imported,  office, explained, "roster.no_reason"},
    {discarded, erase,   discarded, office, explained, "roster.no_reason"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<RosterStep> take(
    RosterState from, RosterImportAction action, base::Roles roles, const RosterFacts& facts)
{
    auto step = TRY(workflow::take(table, from, action, roles, facts));
    if (needs_file(action) && !facts.is_file_kept) {
        return base::trouble(base::Trouble::conflict, "roster.file_erased");
    }
    return step;
}

std::vector<workflow::Offer<RosterImportAction>> offers(
    RosterState from, base::Roles roles, RosterFacts facts)
{
    facts.has_reason = true;
    auto open = workflow::offers(table, from, roles, facts);
    if (!facts.is_file_kept) {
        std::erase_if(open, [](const auto& offer) { return offer.action == erase; });
        for (auto& offer : open) {
            offer.refusal = needs_file(offer.action) ? "roster.file_erased" : offer.refusal;
        }
    }
    return open;
}

std::vector<std::array<std::string, 5>> roster_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::people
