// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_audit_actions.h"
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using enum http::Method;
using testing::HasSubstr;
using testing::IsEmpty;

class NextYearRoutes : public PlanDesk {
protected:
    static std::string there(const std::string& id) { return "/api/plans/" + id + "/next-year"; }
};
ON_EVERY_DATABASE(NextYearRoutes);

TEST_P(NextYearRoutes, ShowTheOfficeWhatItWouldBe)
{
    const auto plan = saved_plan();
    EXPECT_EQ(send(get, there(plan.id()), "").status, 401);
    EXPECT_EQ(send(get, there(plan.id()), "reader").status, 403);
    const auto next = send(get, there(plan.id()), "office");
    ASSERT_EQ(next.status, 200) << next.text;
    EXPECT_EQ(next.body.at("year"), 2023);
    EXPECT_THAT(std::string(next.body.at("title").as_string()), HasSubstr("2023年"));
    EXPECT_EQ(next.body.at("topics"), 12);
    EXPECT_TRUE(next.body.at("already_there").is_null());
}

TEST_P(NextYearRoutes, BeginItWithItsWordsAndTopicsToBeLookedAtAndNoState)
{
    const auto plan = saved_plan();
    const auto begun =
        send(post, there(plan.id()), "office", R"({"with_topics":true,"collecting":true})");
    ASSERT_EQ(begun.status, 201) << begun.text;
    EXPECT_EQ(begun.body.at("year"), 2023);
    EXPECT_EQ(begun.body.at("state"), "collecting");
    EXPECT_EQ(
        begun.body.at("sections").as_array().size(), plan.body.at("sections").as_array().size());
    const auto& topics = begun.body.at("topics").as_array();
    ASSERT_EQ(topics.size(), 12U);
    EXPECT_EQ(topics.at(0).at("to_review"), true);
    const auto first = std::string(topics.at(0).at("id").as_string());
    const auto seen =
        send(patch, "/api/topics/" + first, "office", R"({"title":"盘活低效用地"})", 1);
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_EQ(seen.body.at("to_review"), false);
    EXPECT_EQ(seen.body.at("carried_from"), plan.body.at("topics").at(0).at("id"));
    db().read([&](db::Tx& tx) {
        EXPECT_THAT(audit_plan(tx, begun.id()), IsEmpty());
        return true;
    });
}

TEST_P(NextYearRoutes, RefuseASecondPlanOfThatYearAndSayWhich)
{
    const auto plan = saved_plan();
    ASSERT_EQ(send(post, there(plan.id()), "office", R"({"with_topics":false})").status, 201);
    const auto again = send(post, there(plan.id()), "office", R"({"with_topics":false})");
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.code(), "plan.year_has_plan");
    EXPECT_THAT(again.text, HasSubstr("2023年"));
    const auto shown = send(get, there(plan.id()), "office").body;
    EXPECT_THAT(
        std::string(shown.at("already_there").at("title").as_string()), HasSubstr("2023年"));
}

TEST_P(NextYearRoutes, RefuseAPlanWithoutAYear)
{
    const auto made = send(post, "/api/plans", "office",
        R"({"title":"协商计划","committee":"政协","year":null,"topics":[]})");
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(
        send(post, there(made.id()), "office", R"({"with_topics":true})").code(), "plan.no_year");
    EXPECT_EQ(send(get, there("none"), "office").status, 404);
}

} // namespace
} // namespace xieshang::plan
