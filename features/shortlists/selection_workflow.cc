// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/selection_workflow.h"

#include "features/members/workflow_rows.h"

namespace xieshang::shortlists {
namespace {

using State = RoundState;
using Action = SelectionRoundAction;
using Row = workflow::Row<RoundState, SelectionRoundAction, RoundFacts>;

constexpr auto office = members::bit(members::Role::office);

constexpr bool always(const RoundFacts& facts) { return workflow::always(facts); }
constexpr bool explained(const RoundFacts& facts) { return facts.has_reason; }
constexpr bool over(const RoundFacts& facts) { return facts.is_over; }
constexpr bool closable(const RoundFacts& facts) { return facts.has_reason || facts.is_over; }
constexpr bool listed(const RoundFacts& facts) { return facts.has_list; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from           action           to               by      needs      or else
    {State::marking,  Action::edit,    State::marking,  office, explained, "selection.no_reason"},
    {State::marking,  Action::place,   State::marking,  office, always,    ""},
    {State::marking,  Action::close,   State::marked,   office, closable,  "selection.no_reason"},
    {State::marking,  Action::propose, State::proposed, office, over,      "selection.too_early"},
    {State::marked,   Action::place,   State::marked,   office, always,    ""},
    {State::marked,   Action::propose, State::proposed, office, always,    ""},
    {State::proposed, Action::change,  State::proposed, office, explained, "shortlist.no_reason"},
    {State::proposed, Action::decide,  State::decided,  office, listed,    "shortlist.empty"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<RoundStep> take(
    RoundState from, SelectionRoundAction action, base::Roles roles, const RoundFacts& facts)
{
    return workflow::take(table, from, action, roles, facts);
}

std::vector<workflow::Offer<SelectionRoundAction>> offers(
    RoundState from, base::Roles roles, RoundFacts facts)
{
    facts.has_reason = true;
    return workflow::offers(table, from, roles, facts);
}

std::vector<std::array<std::string, 5>> selection_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::shortlists
