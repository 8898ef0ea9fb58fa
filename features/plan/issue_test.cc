// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/issue.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

Review decision(PlanState stage, const std::string& day, Verdict verdict = Verdict::agreed)
{
    Review review;
    review.stage = stage;
    review.verdict = verdict;
    review.words.decided_on = day;
    return review;
}

// The day as it would be kept, or why it is refused.
std::string kept(const std::optional<std::string>& asked)
{
    const auto day = sound_issue(asked, {.approved_on = "2022-03-10", .today = "2022-03-14"});
    return day ? *day : day.error().fields.at(0).pointer + " " + day.error().code;
}

TEST(Issue, BearsTheDayThatIsSaidElseToday)
{
    EXPECT_EQ(kept({}), "2022-03-14");
    EXPECT_EQ(kept(""), "2022-03-14");
    EXPECT_EQ(kept("2022-03-10"), "2022-03-10");
}

TEST(Issue, IsNeitherToComeNorBeforeThePartyCommitteesDecision)
{
    EXPECT_EQ(kept("2022-03-15"), "/issued_on plan.issue_to_come");
    EXPECT_EQ(kept("2022-03-09"), "/issued_on plan.issued_before_decision");
    EXPECT_EQ(kept("2022-02-30"), "/issued_on period.not_a_day");
}

TEST(Issue, FollowsTheLastOfThosePartyCommitteesReviewsThatAgreed)
{
    const std::vector<Review> round{decision(PlanState::chairpersons_review, "2022-03-12"),
        decision(PlanState::party_committee_review, "2022-03-09"),
        decision(PlanState::party_committee_review, "2022-03-10"),
        decision(PlanState::party_committee_review, "2022-03-11", Verdict::returned)};
    EXPECT_EQ(approved_on(round), "2022-03-10");
    EXPECT_EQ(approved_on({}), "");
}

} // namespace
} // namespace xieshang::plan
