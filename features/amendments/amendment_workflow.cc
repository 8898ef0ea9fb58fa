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
constexpr bool has_come(const AmendmentFacts& facts) { return facts.is_due; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from   action        to         by            needs      or else
    {draft,   decide,       decided,   chairpersons, settled,   "amendment.no_decision"},
    {draft,   decide_ahead, waiting,   chairpersons, settled,   "amendment.no_decision"},
    {draft,   discard,      discarded, office,       explained, "amendment.no_reason"},
    {waiting, take_effect,  decided,   office,       has_come,  "amendment.not_due"},
    {waiting, withdraw,     withdrawn, chairpersons, explained, "amendment.no_reason"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<AmendmentStep> take(
    AmendmentState state, AmendmentAction action, base::Roles roles, const AmendmentFacts& facts)
{
    const auto step = workflow::take(table, state, action, roles, facts);
    if (step && action == withdraw && facts.is_due) {
        return base::trouble(base::Trouble::conflict, "amendment.day_has_come");
    }
    return step;
}

std::vector<workflow::Offer<AmendmentAction>> offers(
    AmendmentState state, base::Roles roles, bool is_due)
{
    const AmendmentFacts facts{true, true, is_due};
    auto open = workflow::offers(table, state, roles, facts);
    std::erase_if(open, [](const auto& offer) {
        return offer.action == decide_ahead || offer.action == take_effect;
    });
    for (auto& offer : open) {
        if (const auto taken = take(state, offer.action, roles, facts); !taken) {
            offer.refusal = taken.error().code;
        }
    }
    return open;
}

bool is_of_chairpersons(AmendmentAction action)
{
    return action == decide || action == decide_ahead || action == withdraw;
}

std::vector<std::array<std::string, 5>> amendment_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::amendments
