// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review_desk_test.h"

#include "features/topics/topic_history_actions.h"
#include "features/topics/topic_step_actions.h"

#include <gmock/gmock.h>

#include <thread>

namespace xieshang::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

class ReviewRoutes : public ReviewHouse {};
ON_EVERY_DATABASE(ReviewRoutes);

TEST_P(ReviewRoutes, TakeAPlanThroughItsThreeReviews)
{
    ASSERT_EQ(take("office", "submit").status, 201);
    EXPECT_EQ(state(), "three_office_review");
    EXPECT_EQ(take("party_office", "pass").status, 201);
    EXPECT_EQ(state(), "three_office_review") << "the others are still to review";
    EXPECT_EQ(take("party_office", "pass").code(), "plan.not_due");
    EXPECT_EQ(take("office", "pass").status, 201);
    EXPECT_EQ(take("government_office", "pass").status, 201);
    EXPECT_EQ(state(), "chairpersons_review");
    EXPECT_EQ(take("chairperson", "pass", met()).status, 201);
    EXPECT_EQ(topic_state(), "shortlisted");
    EXPECT_EQ(take("party_committee", "approve", met()).status, 201);
    EXPECT_EQ(state(), "approved");
    EXPECT_EQ(topic_state(), "approved");

    const auto steps = send(http::Method::get, path() + "/steps", "reader").body.at("items");
    const auto& review = steps.at(5).at("review");
    EXPECT_EQ(steps.at(2).at("action"), "concur");
    EXPECT_EQ(review.at("reviewer"), "chairperson");
    EXPECT_EQ(review.at("meeting"), "主席会议");
    EXPECT_EQ(review.at("decided_on"), "2022-03-14");
    EXPECT_EQ(review.at("papers"), "计划（送审稿）");
    EXPECT_THAT(content_of_newest("plan.approve"), HasSubstr(R"("meeting":"主席会议")"));
}

TEST_P(ReviewRoutes, RefuseADecisionWithoutItsMeetingOrDatedBeforeIt)
{
    agree_in_the_offices();
    EXPECT_EQ(field(take("chairperson", "pass")), "/review/meeting plan.review_no_meeting");
    EXPECT_EQ(field(take("chairperson", "pass", met("2022-03-14", "2022-03-13"))),
        "/review/decided_on plan.review_before_meeting");
    EXPECT_EQ(field(take("chairperson", "pass", met("2022-03-14", "2022-03-15"))),
        "/review/decided_on plan.review_to_come");
    EXPECT_EQ(field(take("chairperson", "pass",
                  R"(,"review":{"meeting":" ","meeting_day":"2022-03-14","decided_on":"",)"
                  R"("papers":""})")),
        "/review/meeting plan.review_no_meeting");
    EXPECT_EQ(state(), "chairpersons_review");
}

TEST_P(ReviewRoutes, RefuseADecisionDatedBeforeTheStageBeforeIt)
{
    agree_in_the_offices(); // on 14 March, as the clock says
    const auto early = take("chairperson", "pass", met("2022-03-10", "2022-03-13"));
    EXPECT_EQ(field(early), "/review/decided_on plan.review_before_stage");
    EXPECT_THAT(early.text, HasSubstr("2022-03-14"));
    EXPECT_EQ(state(), "chairpersons_review");
    clock.advance(24LL * 60 * 60 * 1000);
    ASSERT_EQ(take("chairperson", "pass", met("2022-03-15", "2022-03-15")).status, 201);
    EXPECT_EQ(field(take("party_committee", "approve", met("2022-03-14", "2022-03-14"))),
        "/review/decided_on plan.review_before_stage");
    EXPECT_EQ(take("party_committee", "approve", met("2022-03-15", "2022-03-15")).status, 201);
}

TEST_P(ReviewRoutes, TakeBlanksForNoReason)
{
    const auto blank = [&](const std::string& as, const std::string& action) {
        const auto version = send(http::Method::get, path(), "office").body.at("version");
        return send(http::Method::post, path() + "/steps", as,
            R"({"action":")" + action + "\",\"reason\":\" \u3000\\n\"}", version.as_int64());
    };
    EXPECT_EQ(blank("office", "discard").code(), "plan.no_reason");
    ASSERT_EQ(take("office", "submit").status, 201);
    EXPECT_EQ(blank("party_office", "send_back").code(), "plan.no_reason");
    EXPECT_EQ(state(), "three_office_review");
}

TEST_P(ReviewRoutes, BeginAnewAfterAPlanWasReturned)
{
    agree_in_the_offices();
    ASSERT_EQ(take("chairperson", "send_back").status, 201);
    EXPECT_EQ(state(), "draft");
    ASSERT_EQ(take("office", "submit").status, 201);
    EXPECT_EQ(take("government_office", "pass").status, 201) << "once more";
    EXPECT_EQ(state(), "three_office_review");
}

TEST_P(ReviewRoutes, LetTheTopicsGoWithTheirPlan)
{
    approve();
    ASSERT_EQ(take("party_committee", "send_back").status, 201);
    EXPECT_EQ(topic_state(), "shortlisted");
    approve();
    ASSERT_EQ(take("office", "issue").status, 201);
    EXPECT_EQ(topic_state(), "planned");
    const auto steps = send(http::Method::get, "/api/topics/" + topic_ + "/steps", "reader").body;
    EXPECT_EQ(steps.at("items").as_array().size(), 4U);
    EXPECT_EQ(steps.at("items").at(3).at("to"), "planned");
    ASSERT_EQ(take("office", "bring_in_force").status, 201);
    const auto seen = send(http::Method::get, path(), "office").body;
    EXPECT_EQ(seen.at("open_topics").at(0).at("id").as_string(), topic_);
    const auto refused = take("office", "close");
    EXPECT_EQ(refused.code(), "plan.open_topics");
    EXPECT_EQ(field(refused), "/topics/" + topic_ + " plan.topic_open.planned");
    EXPECT_THAT(refused.text, HasSubstr("养老服务")); // named, for who would close the year
    EXPECT_EQ(state(), "in_force");
}

TEST_P(ReviewRoutes, OfferEachHisOwnStepAndSayWhyNoOther)
{
    ASSERT_EQ(take("office", "submit").status, 201);
    EXPECT_THAT(actions("party_office"),
        HasSubstr(R"({"action":"concur","refusal":null,"behalf":null,"reviewer":"party_office",)"
                  R"("names_person":false})"));
    EXPECT_THAT(actions("reader"), Not(HasSubstr(R"("refusal":null)")));
    EXPECT_THAT(actions("office"), HasSubstr(R"("behalf":"government_office")"));
    EXPECT_EQ(take("office", "pass").status, 201);
    EXPECT_EQ(field(take("office", "pass")), "/reviewer plan.name_reviewer");
    EXPECT_EQ(field(take("office", "pass", R"(,"reviewer":"party_office")")),
        "/behalf/scan_id behalf.no_scan");
    EXPECT_EQ(field(take("office", "pass", R"(,"reviewer":"chairperson")")),
        "/reviewer plan.not_a_reviewer");
    EXPECT_EQ(take("reader", "pass").status, 403);
}

TEST_P(ReviewRoutes, StandFirstAsACallForTopics)
{
    const auto made =
        send(http::Method::post, "/api/plans", "office", new_plan(R"(,"collecting":true)"));
    ASSERT_EQ(made.status, 201) << made.text;
    id_ = made.id();
    EXPECT_EQ(state(), "collecting");
    EXPECT_EQ(take("office", "submit").code(), "workflow.no_such_step");
    ASSERT_EQ(take("office", "begin_draft").status, 201);
    EXPECT_EQ(state(), "draft");
}

TEST_P(ReviewRoutes, CloseTheYearWhenItsLastTopicIsOver)
{
    approve();
    ASSERT_EQ(take("office", "issue").status, 201);
    ASSERT_EQ(take("office", "bring_in_force").status, 201);
    ASSERT_EQ(take("office", "close").code(), "plan.open_topics");
    auto services = this->services();
    auto topic = topics::topic_history(services, {topic_})->topic;
    ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
        CHECK(topics::move(services, tx, {}, topic, topics::TopicAction::cancel,
            members::bit(members::Role::office), {.by_amendment = true}, "改列下一年度"));
        return 0;
    }));
    EXPECT_EQ(take("party_office", "close").code(), "workflow.wrong_role");
    EXPECT_THAT(actions("office"), HasSubstr(R"("action":"close","refusal":null)"));
    const auto closed = take("office", "close");
    ASSERT_EQ(closed.status, 201) << closed.text;
    EXPECT_EQ(closed.body.at("state"), "closed");
    EXPECT_EQ(state(), "closed");
    EXPECT_EQ(actions("office"), "[]") << "nothing follows";
    const auto items = send(http::Method::get, path() + "/steps", "reader").body.at("items");
    const auto& last = items.as_array().back();
    EXPECT_EQ(last.at("action"), "close");
    EXPECT_EQ(last.at("from"), "in_force");
    EXPECT_EQ(take("office", "close").code(), "workflow.no_such_step");
    EXPECT_THAT(content_of_newest("plan.close"), HasSubstr(R"("to":"closed")"));
}

TEST_P(ReviewRoutes, LetOneOfTwoOfficesAtATimeAgreeAndTheOtherAfterIt)
{
    ASSERT_EQ(take("office", "submit").status, 201);
    const auto version = send(http::Method::get, path(), "office").body.at("version").as_int64();
    const std::vector<std::string> offices{"party_office", "government_office"};
    std::vector<Answer> answers(offices.size());
    std::vector<std::thread> people;
    for (std::size_t i = 0; i < offices.size(); ++i) {
        people.emplace_back([&, i] {
            answers[i] = send(http::Method::post, path() + "/steps", offices[i],
                R"({"action":"concur","reason":"同意"})", version);
        });
    }
    for (auto& person : people) {
        person.join();
    }
    const std::size_t slower = answers[0].status == 201 ? 1 : 0;
    EXPECT_EQ(answers[1 - slower].status, 201) << answers[1 - slower].text;
    EXPECT_EQ(answers[slower].status, 412);
    EXPECT_EQ(answers[slower].code(), "plan.stale");
    EXPECT_EQ(take(offices[slower], "concur").status, 201) << "once he has seen the other's";
    EXPECT_EQ(state(), "three_office_review") << "the office is still to agree";
    EXPECT_EQ(take("office", "concur").status, 201) << "by whichever name of consent";
    EXPECT_EQ(state(), "chairpersons_review");
}

TEST_P(ReviewRoutes, RefuseWhoseRoleEndedInBetween)
{
    agree_in_the_offices();
    EXPECT_THAT(actions("chairperson"), HasSubstr(R"("action":"pass","refusal":null)"));
    ended = "chairperson";
    const auto refused = take("chairperson", "pass", met());
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.code(), "workflow.wrong_role");
    EXPECT_EQ(state(), "chairpersons_review");
    ended = "party_office"; // what he agreed to in his time stands
    ASSERT_EQ(take("chairperson", "pass", met()).status, 201);
    EXPECT_EQ(take("party_committee", "approve", met()).status, 201);
}

TEST_P(ReviewRoutes, ApproveOnceOfManyAtATime)
{
    agree_in_the_offices();
    ASSERT_EQ(take("chairperson", "pass", met()).status, 201);
    const auto version = send(http::Method::get, path(), "office").body.at("version").as_int64();
    std::atomic<int> approved = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> people;
    for (int i = 0; i < 64; ++i) {
        people.emplace_back([&] {
            const auto answer = send(http::Method::post, path() + "/steps", "party_committee",
                R"({"action":"approve","reason":"")" + met() + "}", version);
            approved += answer.status == 201 ? 1 : 0;
            refused += answer.status == 412 ? 1 : 0;
        });
    }
    for (auto& person : people) {
        person.join();
    }
    EXPECT_EQ(approved, 1);
    EXPECT_EQ(refused, 63);
    EXPECT_EQ(state(), "approved");
}

} // namespace
} // namespace xieshang::plan
