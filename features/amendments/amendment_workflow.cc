// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_workflow.h"

#include "features/members/workflow_rows.h"

namespace xieshang::amendments {
namespace {

using enum AmendmentState;
using enum AmendmentAction;
using Row = workflow::Row<AmendmentState, AmendmentAction, AmendmentFacts>;

constexpr auto office = members::bit(members::Role::office);
constexpr auto chairpersons = members::bit(members::Role::chairperson);

constexpr bool explained(const AmendmentFacts& facts) { return facts.has_reason; }
constexpr bool settled(const AmendmentFacts& facts) { return facts.is_decided; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from  action   to         by            needs      or else
    {draft,  decide,  decided,   chairpersons, settled,   "amendment.no_decision"},
    {draft,  discard, discarded, office,       explained, "amendment.no_reason"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<AmendmentStep> take(
    AmendmentState state, AmendmentAction action, base::Roles roles, const AmendmentFacts& facts)
{
    return workflow::take(table, state, action, roles, facts);
}

std::vector<workflow::Offer<AmendmentAction>> offers(AmendmentState state, base::Roles roles)
{
    return workflow::offers(table, state, roles, AmendmentFacts{true, true});
}

std::vector<std::array<std::string, 5>> amendment_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::amendments
