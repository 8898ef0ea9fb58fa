// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

#include <thread>

namespace xieshang::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

// A plan from its draft to the end of its year.
class ReviewRoutes : public PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto made = send(http::Method::post, "/api/plans", "office", new_plan());
        ASSERT_EQ(made.status, 201) << made.text;
        id_ = made.id();
        topic_ = std::string(made.body.at("topics").at(0).at("id").as_string());
    }

    static std::string new_plan(const std::string& more = {})
    {
        return R"({"title":"协商计划","committee":"政协","year":2026,"topics":[{"number":1,)"
               R"("kind":"thematic","title":"养老服务","period":"","responsible":[],)"
               R"("participating":[],"line":0}])"
            + more + "}";
    }

    static std::string met(const std::string& day = "2022-03-14", const std::string& on = {})
    {
        return R"(,"review":{"meeting":"主席会议","meeting_day":")" + day + R"(","decided_on":")"
            + on + R"(","papers":"计划（送审稿）"})";
    }

    Answer take(const std::string& as, const std::string& action, const std::string& more = {})
    {
        const auto version = send(http::Method::get, path(), "office").body.at("version");
        return send(http::Method::post, path() + "/steps", as,
            R"({"action":")" + action + R"(","reason":"说明")" + more + "}", version.as_int64());
    }
    std::string path() const { return "/api/plans/" + id_; }
    std::string state()
    {
        return std::string(send(http::Method::get, path(), "office").body.at("state").as_string());
    }
    std::string topic_state()
    {
        return std::string(send(http::Method::get, "/api/topics/" + topic_, "office")
                               .body.at("state")
                               .as_string());
    }
    std::string actions(const std::string& as)
    {
        return boost::json::serialize(send(http::Method::get, path(), as).body.at("actions"));
    }
    static std::string field(const Answer& answer)
    {
        const auto& first = answer.body.at("errors").at(0);
        return std::string(first.at("pointer").as_string()) + " "
            + std::string(first.at("code").as_string());
    }
    void agree_in_the_offices()
    {
        ASSERT_EQ(take("office", "submit").status, 201);
        for (const auto* as : {"party_office", "office", "government_office"}) {
            const auto agreed = take(as, "pass");
            ASSERT_EQ(agreed.status, 201) << agreed.text;
        }
    }
    void approve()
    {
        agree_in_the_offices();
        ASSERT_EQ(take("chairperson", "pass", met()).status, 201);
        ASSERT_EQ(take("party_committee", "approve", met()).status, 201);
    }

    std::string id_;
    std::string topic_;
};
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
    EXPECT_EQ(state(), "chairpersons_review");
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
        HasSubstr(R"({"action":"concur","refusal":null,"behalf":null,"reviewer":"party_office"})"));
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
