// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_due.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

std::optional<PlanDue> due_in(
    PlanState state, const settings::Settings& days = {}, std::optional<std::int64_t> year = 2027)
{
    Plan plan;
    plan.state = state;
    plan.year = year;
    return due_of(plan, days);
}

TEST(PlanDue, IsTheDayOfTheStageInThePlansYearAndOfItsDraftInTheYearBefore)
{
    EXPECT_EQ(due_in(PlanState::collecting), (PlanDue{DueStage::draft, "2026-12-15"}));
    EXPECT_EQ(due_in(PlanState::draft), (PlanDue{DueStage::draft, "2026-12-15"}));
    const PlanDue chairpersons{DueStage::chairpersons_review, "2027-01-31"};
    EXPECT_EQ(due_in(PlanState::three_office_review), chairpersons);
    EXPECT_EQ(due_in(PlanState::chairpersons_review), chairpersons);
    EXPECT_EQ(due_in(PlanState::party_committee_review),
        (PlanDue{DueStage::party_committee, "2027-03-31"}));
}

TEST(PlanDue, IsAsTheSettingsSay)
{
    settings::Settings days;
    days.set(settings::SettingKey::party_committee_due, {"04-15"});
    EXPECT_EQ(due_in(PlanState::party_committee_review, days)->day, "2027-04-15");
}

TEST(PlanDue, IsNoneOfAPlanThatIsDecidedOrOfNoYear)
{
    for (const auto state : {PlanState::approved, PlanState::issued, PlanState::in_force,
             PlanState::closed, PlanState::discarded}) {
        EXPECT_EQ(due_in(state), std::nullopt);
    }
    EXPECT_EQ(due_in(PlanState::draft, {}, std::nullopt), std::nullopt);
}

} // namespace
} // namespace xieshang::plan
