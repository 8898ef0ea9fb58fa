// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review.h"

#include "features/plan/plan_workflow.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

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
    const auto sound = sound_review(std::move(words), stage, verdict, {"2022-01-20", "2022-01-10"});
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
    const auto today =
        sound_review({}, PlanState::three_office_review, Verdict::agreed, {"2022-01-20"});
    EXPECT_EQ(today->decided_on, "2022-01-20");
    EXPECT_EQ(wrong({" \u3000", "2022-01-18", "2022-01-19", ""}, PlanState::chairpersons_review),
        "/review/meeting plan.review_no_meeting");
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

TEST(PlanReview, IsNotDatedBeforeTheStageBeforeIt)
{
    EXPECT_EQ(
        wrong({"常委会会议", "2022-01-05", "2022-01-09", ""}, PlanState::party_committee_review),
        "/review/decided_on plan.review_before_stage");
    EXPECT_EQ(
        wrong({"常委会会议", "2022-01-05", "2022-01-10", ""}, PlanState::party_committee_review),
        "");
    auto first = agreed(PlanState::three_office_review, Role::office, "o");
    first.words.decided_on = "2022-01-03";
    auto second = agreed(PlanState::chairpersons_review, Role::chairperson, "c");
    second.words.decided_on = "2022-01-08";
    auto returned = second;
    returned.verdict = Verdict::returned;
    returned.words.decided_on = "2022-01-30";
    const std::vector<Review> round{second, first, returned};
    EXPECT_EQ(agreed_before(round, PlanState::three_office_review), "");
    EXPECT_EQ(agreed_before(round, PlanState::chairpersons_review), "2022-01-03");
    EXPECT_EQ(agreed_before(round, PlanState::party_committee_review), "2022-01-08");
}

TEST(PlanReview, CountsThePersonsForWhomTheOfficeRecordedIt)
{
    ReviewChain chain = usual_reviews();
    chain.chairpersons = {{Role::chairperson, 1, 2}};
    const auto stage = PlanState::chairpersons_review;
    auto first = agreed(stage, Role::chairperson, "clerk");
    first.for_id = "li";
    EXPECT_FALSE(is_due(chain, stage, {first}, Role::chairperson, "li")) << "by whichever clerk";
    EXPECT_FALSE(completes(chain, stage, {first}, Role::chairperson, "li"));
    EXPECT_TRUE(is_due(chain, stage, {first}, Role::chairperson, "zhao"));
    EXPECT_TRUE(completes(chain, stage, {first}, Role::chairperson, "zhao")) << "the same clerk";
    EXPECT_FALSE(is_due(chain, stage, {}, Role::party_group, "zhao"));
    EXPECT_TRUE(counts_persons(chain, stage, Role::chairperson));
    EXPECT_FALSE(counts_persons(usual_reviews(), stage, Role::chairperson));
}

TEST(PlanReview, LeavesOutReviewersWhoCouldNeverPass)
{
    ReviewChain chain;
    chain.three_offices = {{Role::special_committee}};
    chain.chairpersons = {{Role::chairperson, 2, 2}, {Role::government_office, 1, 1}};
    chain.party_committee = {{Role::party_committee}, {Role::party_office}};
    const auto passable_chain = passable(chain);
    EXPECT_EQ(passable_chain.three_offices, usual_reviews().three_offices);
    EXPECT_THAT(passable_chain.chairpersons, ElementsAre(Reviewer{Role::chairperson, 2, 2}));
    EXPECT_THAT(passable_chain.party_committee, ElementsAre(Reviewer{Role::party_committee}));
    EXPECT_EQ(passable(usual_reviews()), usual_reviews());
}

// Whoever tries whatever, with whatever chain the settings hold; the same over a database stands in
// review_property_routes_test.cc.
class AnyLife {
public:
    AnyLife()
    {
        vary(chain_.three_offices, {Role::office, Role::party_office, Role::secretary_general});
        vary(chain_.chairpersons, {Role::secretary_general, Role::party_group, Role::chairperson});
        vary(chain_.party_committee, {Role::party_committee, Role::chairperson});
        chain_ = passable(chain_);
        plan_.state = PlanState::draft;
    }

    // Whether it was approved, and rightly so.
    bool run()
    {
        for (int i = *rc::gen::inRange(40, 90); i > 0; --i) {
            step();
        }
        return was_approved_;
    }

private:
    static void vary(std::vector<Reviewer>& stage, const std::vector<Role>& those)
    {
        for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
            stage.push_back(
                {*rc::gen::elementOf(those), *rc::gen::inRange(1, 3), *rc::gen::inRange(1, 3)});
        }
    }

    void step()
    {
        const std::vector<Role> roles{Role::office, Role::party_office, Role::government_office,
            Role::secretary_general, Role::party_group, Role::chairperson, Role::party_committee,
            Role::reader};
        const auto due = due_reviewers(chain_, plan_.state, round_);
        const bool likely = *rc::gen::inRange(0, 8) > 0; // else nothing gets far
        const auto by = std::to_string(*rc::gen::inRange(0, 4));
        const auto role = *rc::gen::elementOf(likely && !due.empty() ? due : roles);
        const bool last = completes(chain_, plan_.state, round_, role, by);
        const auto consent = plan_.state == PlanState::draft   ? PlanAction::submit
            : !last                                            ? PlanAction::concur
            : plan_.state == PlanState::party_committee_review ? PlanAction::approve
                                                               : PlanAction::pass;
        const auto action = likely ? consent : static_cast<PlanAction>(*rc::gen::inRange(0, 13));
        const auto as = likely && plan_.state == PlanState::draft ? Role::office : role;
        const PlanFacts facts{.has_reason = true,
            .has_topics = true,
            .has_year = true,
            .is_due = is_due(chain_, plan_.state, round_, as, by),
            .completes = last,
            .chairpersons_agreed = has_agreed(round_, Role::chairperson),
            .has_open_topics = *rc::gen::arbitrary<bool>()};
        if (const auto taken = take(plan_, action, members::bit(as), facts)) {
            follow(*taken, as, by);
        }
    }

    void follow(const PlanWorkflowStep& taken, Role as, const std::string& by)
    {
        auto review = agreed(taken.from, as, by);
        review.verdict =
            taken.action == PlanAction::send_back ? Verdict::returned : Verdict::agreed;
        if (taken.to == PlanState::draft) {
            round_.clear();
        } else if (is_review(taken.from, taken.action)) {
            round_.push_back(review);
        }
        if (taken.to == PlanState::approved) {
            RC_ASSERT(has_agreed(round_, Role::chairperson));
            RC_ASSERT(has_agreed(round_, Role::party_committee));
            RC_ASSERT(due_reviewers(chain_, taken.from, round_).empty());
            was_approved_ = true;
        }
        plan_.state = taken.to;
    }

    ReviewChain chain_;
    Plan plan_;
    std::vector<Review> round_;
    bool was_approved_ = false;
};

TEST(PlanReview, NeverApprovesWithoutTheChairpersonsAndTheParty)
{
    int lives = 0;
    int approved = 0;
    EXPECT_TRUE(rc::check([&] {
        ++lives;
        approved += AnyLife().run() ? 1 : 0;
    }));
    EXPECT_GT(approved * 4, lives) << "too few got that far to say anything";
}

} // namespace
} // namespace xieshang::plan
