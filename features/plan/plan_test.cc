// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

Plan a_plan()
{
    Plan plan;
    plan.title = "河东区政协2023年协商工作计划";
    plan.committee = "河东区政协";
    plan.year = 2023;
    plan.version = 3;
    return plan;
}

TEST(Plan, AcceptsAnEditOfTheVersionThatWasSeen)
{
    EXPECT_TRUE(same_version(a_plan(), 3, {.title = "另一个标题"}));
}

TEST(Plan, NamesEachFieldThatSomebodyElseChanged)
{
    const auto stale =
        same_version(a_plan(), 2, {.title = "另一个标题", .committee = "河东区政协", .year = 2024});
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().trouble, base::Trouble::stale);
    ASSERT_EQ(stale.error().fields.size(), 2U);
    EXPECT_EQ(stale.error().fields[0],
        (base::FieldTrouble{
            "/title", "plan.changed_meanwhile", {{"now", "河东区政协2023年协商工作计划"}}}));
    EXPECT_EQ(stale.error().fields[1].pointer, "/year");
}

TEST(Plan, IsEditedOnlyAsADraft)
{
    auto plan = a_plan();
    EXPECT_TRUE(editable(plan));
    plan.state = PlanState::discarded;
    EXPECT_EQ(editable(plan).error().code, "plan.not_a_draft");
}

} // namespace
} // namespace xieshang::plan
