// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_workflow.h"

#include "features/members/policies.h"
#include "features/members/workflow_rows.h"

#include <algorithm>

namespace xieshang::topics {
namespace {

using enum TopicState;
using enum TopicAction;
using Row = workflow::Row<TopicState, TopicAction, TopicFacts>;

constexpr auto anybody = members::everybody.roles();
constexpr auto office = members::bit(members::Role::office);
constexpr auto committee = office | members::bit(members::Role::special_committee);
constexpr auto party = members::bit(members::Role::party_committee);

constexpr bool own(const TopicFacts& facts) { return facts.is_own; }
constexpr bool explained(const TopicFacts& facts) { return facts.has_reason; }
constexpr bool agreed(const TopicFacts& facts) { return facts.has_reason && facts.has_consent; }
constexpr bool led_on(const TopicFacts& facts) { return facts.has_reason && facts.has_channel; }
constexpr bool decided(const TopicFacts& facts) { return facts.plan_approved; }
constexpr bool sent_back(const TopicFacts& facts) { return !facts.plan_approved; }
constexpr bool issued(const TopicFacts& facts) { return facts.plan_issued; }
constexpr bool amended(const TopicFacts& facts) { return facts.by_amendment; }
constexpr bool arranged(const TopicFacts& facts) { return facts.arranged; }
// 五(二) 坚持"先调研、后协商"的原则
constexpr bool researched(const TopicFacts& facts) { return facts.research_reports > 0; }
constexpr bool concluded(const TopicFacts& facts) { return facts.was_consulted; }
constexpr bool submitted(const TopicFacts& facts) { return facts.has_outcome; }
constexpr bool landed(const TopicFacts& facts) { return facts.outcomes_followed_up; }

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from       action          to           by         needs       or else
    {suggested,   withdraw,       withdrawn,   anybody,   own,        "topic.not_own"},
    {suggested,   screen,         screened,    office,    explained,  "topic.no_reason"},
    {suggested,   merge,          merged,      office,    agreed,     "topic.no_consent"},
    {suggested,   reject,         rejected,    office,    explained,  "topic.no_reason"},
    {suggested,   reserve,        reserved,    office,    explained,  "topic.no_reason"},
    {suggested,   pass_on,        passed_on,   office,    led_on,     "topic.no_channel"},
    {screened,    shortlist,      shortlisted, office,    explained,  "topic.no_reason"},
    {screened,    merge,          merged,      office,    agreed,     "topic.no_consent"},
    {screened,    reject,         rejected,    office,    explained,  "topic.no_reason"},
    {screened,    reserve,        reserved,    office,    explained,  "topic.no_reason"},
    {screened,    pass_on,        passed_on,   office,    led_on,     "topic.no_channel"},
    {reserved,    shortlist,      shortlisted, office,    explained,  "topic.no_reason"},
    {reserved,    reopen,         screened,    office,    explained,  "topic.no_reason"},
    {merged,      reopen,         screened,    office,    explained,  "topic.no_reason"},
    {rejected,    reopen,         screened,    office,    explained,  "topic.no_reason"},
    {passed_on,   reopen,         screened,    office,    explained,  "topic.no_reason"},
    {shortlisted, unlist,         screened,    office,    explained,  "topic.no_reason"},
    {shortlisted, approve,        approved,    party,     decided,    "topic.plan_not_approved"},
    {approved,    unapprove,      shortlisted, party,     sent_back,  "topic.plan_approved"},
    {approved,    plan,           planned,     office,    issued,     "topic.plan_not_issued"},
    {planned,     start_research, research,    committee, arranged,   "topic.no_arrangement"},
    {research,    consult,        consulted,   office,    researched, "topic.no_research"},
    {consulted,   report,         reported,    office,    concluded,  "topic.not_consulted"},
    {reported,    track,          adoption_tracking, office,    submitted,  "topic.no_outcome"},
    {adoption_tracking, close,          closed,      office,    landed,     "topic.not_landed"},
    {planned,     postpone,       postponed,   office,    amended,    "topic.only_by_amendment"},
    {planned,     cancel,         cancelled,   office,    amended,    "topic.only_by_amendment"},
    {planned,     replace,        replaced,    office,    amended,    "topic.only_by_amendment"},
    {research,    postpone,       postponed,   office,    amended,    "topic.only_by_amendment"},
    {research,    cancel,         cancelled,   office,    amended,    "topic.only_by_amendment"},
    {research,    replace,        replaced,    office,    amended,    "topic.only_by_amendment"},
    {postponed,   resume,         planned,     office,    amended,    "topic.only_by_amendment"},
    {postponed,   cancel,         cancelled,   office,    amended,    "topic.only_by_amendment"},
    {postponed,   replace,        replaced,    office,    amended,    "topic.only_by_amendment"},
});
// clang-format on
static_assert(workflow::is_sound(table));

constexpr std::array before_the_plan{
    suggested, withdrawn, screened, merged, rejected, reserved, passed_on};

constexpr std::array over{
    withdrawn, merged, rejected, reserved, passed_on, closed, postponed, cancelled, replaced};

} // namespace

base::Result<TopicWorkflowStep> take(
    TopicState state, TopicAction action, base::Roles roles, const TopicFacts& facts)
{
    return workflow::take(table, state, action, roles, facts);
}

std::vector<workflow::Offer<TopicAction>> offers(
    TopicState state, base::Roles roles, const TopicFacts& facts)
{
    return workflow::offers(table, state, roles, facts);
}

bool stands_in_plan(TopicState state)
{
    return std::find(before_the_plan.begin(), before_the_plan.end(), state)
        == before_the_plan.end();
}

bool is_issued(TopicState state)
{
    return stands_in_plan(state) && state != shortlisted && state != approved;
}

bool is_step_of_draft(TopicAction action) { return action == unlist || action == shortlist; }

bool is_over(TopicState state) { return std::find(over.begin(), over.end(), state) != over.end(); }

std::vector<std::array<std::string, 5>> topic_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::topics
