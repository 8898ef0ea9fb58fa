// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/plan_version.h"

#include <gmock/gmock.h>

namespace xieshang::amendments {
namespace {

using plan::PlanAction;
using plan::PlanState;
using testing::ElementsAre;

plan::PlanStep a_step(std::int64_t version, PlanAction action, PlanState to)
{
    return {.version = version, .at_ms = {version}, .action = action, .to_state = to};
}

Amendment decided_amendment(const std::string& id)
{
    Amendment amendment;
    amendment.id = AmendmentId{id};
    amendment.decision = Decision{"主席会议", "2022-06-20", "2022-06-20", "2022-06-21"};
    return amendment;
}

std::string named(const PlanVersion& one)
{
    const auto* action = one.action ? boost::describe::enum_to_string(*one.action, "")
        : one.amendment_id          ? one.amendment_id->text.c_str()
                                    : "now";
    return std::to_string(one.version) + " " + action + " " + std::to_string(one.nth);
}

std::string refusal(std::string_view asked)
{
    plan::Plan plan;
    plan.version = 9;
    const auto chosen = chosen_version(asked, plan, "2022-06-30");
    return chosen ? "" : chosen.error().code;
}

TEST(PlanVersion, IsMadeByEachStepAndEachAmendmentInTheirOrder)
{
    plan::Plan plan;
    plan.version = 12;
    plan.state = PlanState::in_force;
    const std::vector<plan::PlanStep> steps{a_step(1, PlanAction::save_draft, PlanState::draft),
        a_step(3, PlanAction::submit, PlanState::three_office_review),
        a_step(4, PlanAction::concur, PlanState::three_office_review),
        a_step(5, PlanAction::send_back, PlanState::draft),
        a_step(6, PlanAction::submit, PlanState::three_office_review),
        a_step(8, PlanAction::issue, PlanState::issued),
        a_step(10, PlanAction::bring_in_force, PlanState::in_force)};
    PlanPast past; // as they were proposed: the second was decided first
    past.decided = {decided_amendment("x"), decided_amendment("y")};
    past.events = {{1, {}, "p", {}, "plan.amend", 9, R"({"amendment_id":"y"})"},
        {2, {}, "p", {}, "plan.amend", 11, R"({"amendment_id":"x"})"}};
    std::vector<std::string> names;
    const auto versions = versions_of(plan, steps, past);
    for (const auto& one : versions) {
        names.push_back(named(one));
    }
    EXPECT_THAT(names,
        ElementsAre("1 save_draft 1", "3 submit 1", "5 send_back 1", "6 submit 2", "8 issue 1",
            "9 y 1", "10 bring_in_force 1", "11 x 2", "12 now 1"));
    EXPECT_EQ(versions[5].state, PlanState::issued);
    EXPECT_EQ(versions[7].state, PlanState::in_force);
    EXPECT_EQ(versions[7].effective_on, "2022-06-21");
}

TEST(PlanVersion, IsChosenByItsNumberOrByADayThatHasCome)
{
    plan::Plan plan;
    plan.version = 9;
    EXPECT_EQ(chosen_version("now", plan, "2022-06-30"), PastUntil{});
    EXPECT_EQ(chosen_version("9", plan, "2022-06-30"), PastUntil{.version = 9});
    EXPECT_EQ(chosen_version("2022-06-30", plan, "2022-06-30"), PastUntil{.day = "2022-06-30"});
    EXPECT_EQ(refusal("2022-07-01"), "amendment.day_to_come");
    EXPECT_EQ(refusal("2022-02-30"), "period.not_a_day");
    EXPECT_EQ(refusal("10"), "version.no_such_version");
    EXPECT_EQ(refusal("0"), "version.no_such_version");
    EXPECT_EQ(refusal("9x"), "version.not_a_choice");
    EXPECT_EQ(refusal(""), "version.not_a_choice");
}

} // namespace
} // namespace xieshang::amendments
