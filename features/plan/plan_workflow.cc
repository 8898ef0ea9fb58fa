// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_workflow.h"

#include "features/members/workflow_rows.h"

namespace xieshang::plan {
namespace {

using enum PlanState;
using enum PlanAction;
using Row = workflow::Row<PlanState, PlanAction, PlanFacts>;

constexpr auto office = members::bit(members::Role::office);
constexpr auto chairpersons = members::bit(members::Role::chairperson);
constexpr auto party_committee = members::bit(members::Role::party_committee);
constexpr auto always = workflow::always<PlanFacts>;

constexpr bool explained(const PlanFacts& facts) { return facts.has_reason; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from     action   to         by      needs      or else
    {draft,     discard, discarded, office, explained, "plan.no_reason"},
    {discarded, restore, draft,     office, explained, "plan.no_reason"},
    {draft,     submit,  chairpersons_review, office, always, ""},
    {chairpersons_review,    pass,      party_committee_review, chairpersons, always, ""},
    {chairpersons_review,    send_back, draft, chairpersons, explained, "plan.no_reason"},
    {party_committee_review, approve,   approved, party_committee, always, ""},
    {party_committee_review, send_back, draft, party_committee, explained, "plan.no_reason"},
    {approved,               send_back, draft, party_committee, explained, "plan.no_reason"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<PlanWorkflowStep> take(
    const Plan& plan, PlanAction action, base::Roles roles, const PlanFacts& facts)
{
    return workflow::take(table, plan.state, action, roles, facts);
}

std::optional<members::Role> body_of(PlanState state, PlanAction action)
{
    for (const auto& row : table) {
        if (row.from != state || row.action != action) {
            continue;
        }
        for (const auto body : {members::Role::chairperson, members::Role::party_committee}) {
            if (row.by == members::bit(body)) {
                return body;
            }
        }
    }
    return std::nullopt;
}

std::vector<workflow::Offer<PlanAction>> offers(const Plan& plan, base::Roles roles)
{
    return workflow::offers(table, plan.state, roles, PlanFacts{.has_reason = true});
}

std::vector<std::array<std::string, 5>> plan_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::plan
