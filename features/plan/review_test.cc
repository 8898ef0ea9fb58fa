// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review.h"

#include "features/plan/plan_workflow.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace xieshang::plan {
namespace {

using members::Role;
using testing::ElementsAre;
using testing::IsEmpty;

Review agreed(PlanState stage, Role role, const std::string& by)
{
    Review review;
    review.stage = stage;
    review.role = role;
    review.by_id = by;
    return review;
}

std::string wrong(ReviewWords words, PlanState stage, Verdict verdict = Verdict::agreed)
{
    const auto sound = sound_review(std::move(words), stage, verdict, "2022-01-20");
    std::string text;
    if (!sound) {
        for (const auto& field : sound.error().fields) {
            text += (text.empty() ? "" : " ") + field.pointer + " " + field.code;
        }
    }
    return text;
}

TEST(PlanReview, IsOfTheThreeOfficesSideBySide)
{
    const auto chain = usual_reviews();
    const auto stage = PlanState::three_office_review;
    EXPECT_THAT(due_reviewers(chain, stage, {}),
        ElementsAre(Role::party_office, Role::government_office, Role::office));
    std::vector<Review> round{agreed(stage, Role::government_office, "g")};
    EXPECT_THAT(due_reviewers(chain, stage, round), ElementsAre(Role::party_office, Role::office));
    EXPECT_FALSE(completes(chain, stage, round, Role::office, "o"));
    round.push_back(agreed(stage, Role::office, "o"));
    EXPECT_TRUE(completes(chain, stage, round, Role::party_office, "p"));
    EXPECT_THAT(due_reviewers(chain, PlanState::draft, {}), IsEmpty());
}

TEST(PlanReview, GoesInTheOrderAndNumberThatTheSettingsSay)
{
    ReviewChain chain = usual_reviews();
    chain.chairpersons = {{Role::chairperson, 2, 2}, {Role::secretary_general, 1, 1}};
    const auto stage = PlanState::chairpersons_review;
    std::vector<Review> round;
    EXPECT_THAT(due_reviewers(chain, stage, round), ElementsAre(Role::secretary_general));
    round.push_back(agreed(stage, Role::secretary_general, "s"));
    EXPECT_THAT(due_reviewers(chain, stage, round), ElementsAre(Role::chairperson));
    round.push_back(agreed(stage, Role::chairperson, "one"));
    EXPECT_FALSE(completes(chain, stage, round, Role::chairperson, "one")) << "counts once";
    EXPECT_TRUE(completes(chain, stage, round, Role::chairperson, "another"));
}

TEST(PlanReview, CountsNoReturnAsConsent)
{
    auto returned = agreed(PlanState::chairpersons_review, Role::chairperson, "c");
    returned.verdict = Verdict::returned;
    EXPECT_FALSE(has_agreed({returned}, Role::chairperson));
    EXPECT_THAT(due_reviewers(usual_reviews(), PlanState::chairpersons_review, {returned}),
        ElementsAre(Role::chairperson));
}

TEST(PlanReview, NamesItsMeetingWhereOneDecides)
{
    const ReviewWords full{"主席会议", "2022-01-18", "2022-01-19", ""};
    for (const auto stage : {PlanState::chairpersons_review, PlanState::party_committee_review}) {
        EXPECT_EQ(wrong({}, stage),
            "/review/meeting plan.review_no_meeting /review/meeting_day "
            "plan.review_no_meeting_day");
        EXPECT_EQ(wrong({}, stage, Verdict::returned), "");
        EXPECT_EQ(wrong(full, stage), "");
    }
    EXPECT_EQ(wrong({}, PlanState::three_office_review), "");
    EXPECT_EQ(
        sound_review({}, PlanState::three_office_review, Verdict::agreed, "2022-01-20")->decided_on,
        "2022-01-20");
}

TEST(PlanReview, IsNotDatedBeforeItsMeetingNorInTheFuture)
{
    const auto stage = PlanState::chairpersons_review;
    EXPECT_EQ(wrong({"主席会议", "2022-01-18", "2022-01-17", ""}, stage),
        "/review/decided_on plan.review_before_meeting");
    EXPECT_EQ(wrong({"主席会议", "2022-01-18", "2022-01-21", ""}, stage),
        "/review/decided_on plan.review_to_come");
    EXPECT_EQ(wrong({"主席会议", "2022-02-30", "2022-01-19", ""}, stage),
        "/review/meeting_day period.not_a_day /review/decided_on plan.review_before_meeting");
    EXPECT_EQ(wrong({"", "2022-01-18", "2022-01-19", ""}, PlanState::three_office_review),
        "/review/meeting plan.review_no_meeting");
}

// Whoever tries whatever, with whatever chain the settings hold.
RC_GTEST_PROP(PlanReview, NeverApprovesWithoutTheChairpersonsAndTheParty, ())
{
    auto chain = usual_reviews();
    const std::vector<PlanAction> onward{
        PlanAction::submit, PlanAction::concur, PlanAction::pass, PlanAction::approve};
    const std::vector<Role> roles{Role::office, Role::party_office, Role::government_office,
        Role::secretary_general, Role::party_group, Role::chairperson, Role::party_committee,
        Role::reader};
    const auto vary = [](std::vector<Reviewer>& stage, const std::vector<Role>& those) {
        if (*rc::gen::arbitrary<bool>()) {
            stage.clear();
        }
        for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
            stage.push_back(
                {*rc::gen::elementOf(those), *rc::gen::inRange(1, 3), *rc::gen::inRange(1, 3)});
        }
    };
    vary(chain.three_offices, {Role::office, Role::party_office, Role::secretary_general});
    vary(chain.chairpersons, {Role::secretary_general, Role::party_group, Role::chairperson});
    vary(chain.party_committee, {Role::party_committee, Role::chairperson});
    Plan plan;
    plan.state = PlanState::draft;
    std::vector<Review> round;
    for (int i = *rc::gen::inRange(1, 80); i > 0; --i) {
        const auto due = due_reviewers(chain, plan.state, round);
        const bool likely = *rc::gen::inRange(0, 4) > 0; // else nothing gets far
        const auto role = *rc::gen::elementOf(likely && !due.empty() ? due : roles);
        const auto by = std::to_string(*rc::gen::inRange(0, 3));
        const auto action = likely ? *rc::gen::elementOf(onward)
                                   : static_cast<PlanAction>(*rc::gen::inRange(0, 13));
        const PlanFacts facts{.has_reason = true,
            .has_topics = true,
            .is_due = std::find(due.begin(), due.end(), role) != due.end(),
            .completes = completes(chain, plan.state, round, role, by),
            .chairpersons_agreed = has_agreed(round, Role::chairperson),
            .has_open_topics = *rc::gen::arbitrary<bool>()};
        const auto step = take(plan, action, members::bit(role), facts);
        if (!step) {
            continue;
        }
        auto review = agreed(step->from, role, by);
        review.verdict = action == PlanAction::send_back ? Verdict::returned : Verdict::agreed;
        if (step->to == PlanState::draft) {
            round.clear();
        } else {
            round.push_back(review);
        }
        if (step->to == PlanState::approved) {
            RC_ASSERT(has_agreed(round, Role::chairperson));
            RC_ASSERT(has_agreed(round, Role::party_committee));
        }
        plan.state = step->to;
    }
}

} // namespace
} // namespace xieshang::plan
