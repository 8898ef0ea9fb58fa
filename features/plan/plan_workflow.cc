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
constexpr auto party = members::bit(members::Role::party_committee);
// Who may review beside the bodies that the stages are named after.
constexpr auto leaders =
    members::bit(members::Role::secretary_general) | members::bit(members::Role::party_group);
constexpr auto offices = office | leaders | members::bit(members::Role::party_office)
    | members::bit(members::Role::government_office)
    | members::bit(members::Role::inspection_office);
constexpr auto chairpersons = leaders | members::bit(members::Role::chairperson);

constexpr auto always = workflow::always<PlanFacts>;

constexpr bool explained(const PlanFacts& facts) { return facts.has_reason; }
constexpr bool with_topics(const PlanFacts& facts) { return facts.has_topics; }
constexpr bool with_year(const PlanFacts& facts) { return facts.has_year; }
constexpr bool due(const PlanFacts& facts) { return facts.is_due && !facts.completes; }
constexpr bool last(const PlanFacts& facts) { return facts.is_due && facts.completes; }
// No approved plan without the chairpersons' and the party committee's decision.
constexpr bool after_chairpersons(const PlanFacts& facts)
{
    return last(facts) && facts.chairpersons_agreed;
}
constexpr bool all_over(const PlanFacts& facts) { return !facts.has_open_topics; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from, action, to, by, needs, or else
    {collecting, begin_draft, draft, office, always, ""},
    {collecting, discard, discarded, office, explained, "plan.no_reason"},
    {draft, discard, discarded, office, explained, "plan.no_reason"},
    {discarded, restore, draft, office, explained, "plan.no_reason"},
    {draft, submit, three_office_review, office, with_topics, "plan.no_topics"},
    {three_office_review, concur, three_office_review, offices, due, "plan.not_due"},
    {three_office_review, pass, chairpersons_review, offices, last, "plan.not_due"},
    {three_office_review, send_back, draft, offices, explained, "plan.no_reason"},
    {chairpersons_review, concur, chairpersons_review, chairpersons, due, "plan.not_due"},
    {chairpersons_review, pass, party_committee_review, chairpersons, last, "plan.not_due"},
    {chairpersons_review, send_back, draft, chairpersons, explained, "plan.no_reason"},
    {party_committee_review, concur, party_committee_review, party, due, "plan.not_due"},
    {party_committee_review, approve, approved, party, after_chairpersons, "plan.not_due"},
    {party_committee_review, send_back, draft, party, explained, "plan.no_reason"},
    {approved, send_back, draft, party, explained, "plan.no_reason"},
    {approved, issue, issued, office, with_year, "plan.no_year"},
    {issued, bring_in_force, in_force, office, always, ""},
    {in_force, close, closed, office, all_over, "plan.open_topics"},
});
// clang-format on
static_assert(workflow::is_sound(table));

} // namespace

base::Result<PlanWorkflowStep> take(
    const Plan& plan, PlanAction action, base::Roles roles, const PlanFacts& facts)
{
    auto step = workflow::take(table, plan.state, action, roles, facts);
    if (step && action == submit && !with_year(facts)) { // its row refuses for the topics
        return base::refuse("plan.no_year");
    }
    return step;
}

base::Roles may_review(PlanState stage)
{
    switch (stage) {
    case three_office_review:
        return offices;
    case chairpersons_review:
        return chairpersons;
    case party_committee_review:
        return party;
    default:
        return 0;
    }
}

bool is_review(PlanState state, PlanAction action)
{
    switch (state) {
    case three_office_review:
    case chairpersons_review:
    case party_committee_review:
        return true;
    default:
        return state == approved && action == send_back;
    }
}

std::vector<workflow::Offer<PlanAction>> offers(
    const Plan& plan, base::Roles roles, PlanFacts facts)
{
    facts.has_reason = true;
    auto open = workflow::offers(table, plan.state, roles, facts);
    for (auto& offer : open) {
        if (const auto taken = take(plan, offer.action, roles, facts); !taken) {
            offer.refusal = taken.error().code;
        }
    }
    return open;
}

std::vector<std::array<std::string, 5>> plan_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::plan
