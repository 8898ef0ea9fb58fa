// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::topics {
namespace {

using enum http::Method;
using testing::HasSubstr;

class TopicRoutes : public plan::PlanDesk {
protected:
    std::string topic_of(const Answer& plan, std::size_t at)
    {
        return "/api/topics/"
            + std::string(plan.body.at("topics").as_array().at(at).at("id").as_string());
    }
};
ON_EVERY_DATABASE(TopicRoutes);

TEST_P(TopicRoutes, ShowATopicWithItsPlan)
{
    const auto plan = saved_plan();
    const auto topic = send(get, topic_of(plan, 11), "reader");
    EXPECT_EQ(topic.body.at("title").as_string(), "明厨亮灶，智慧食安");
    EXPECT_EQ(topic.body.at("kind").as_string(), "supervision");
    EXPECT_EQ(topic.body.at("plan").at("id"), plan.body.at("id"));
    EXPECT_FALSE(topic.body.at("can_edit").as_bool());
    EXPECT_EQ(send(get, topic_of(plan, 11), "").status, 401);
}

TEST_P(TopicRoutes, EditATopicAndItsPlanChangesWithIt)
{
    const auto plan = saved_plan();
    const auto target = topic_of(plan, 0);
    EXPECT_EQ(send(patch, target, "reader", R"({"period":"5月"})", 1).status, 403);
    const auto edited = send(
        patch, target, "office", R"({"period":"5月","month":5,"responsible":["自然资源局"]})", 1);
    ASSERT_EQ(edited.status, 200) << edited.text;
    EXPECT_EQ(edited.body.at("responsible").as_array().at(0).as_string(), "自然资源局");
    EXPECT_EQ(send(get, "/api/plans/" + plan.id(), "reader").etag, "\"v2\"");
    const auto stale = send(patch, target, "office", R"({"period":"6月"})", 1);
    EXPECT_EQ(stale.status, 412);
    EXPECT_THAT(stale.text, HasSubstr("5月"));
}

TEST_P(TopicRoutes, RefuseATitleThatStandsInThePlan)
{
    const auto plan = saved_plan();
    const auto twice =
        send(patch, topic_of(plan, 0), "office", R"({"title":"明厨亮灶，智慧食安"})", 1);
    EXPECT_EQ(twice.status, 422);
    EXPECT_THAT(twice.text, HasSubstr("/title"));
}

TEST_P(TopicRoutes, LeaveADiscardedPlansTopicsAsTheyAre)
{
    const auto plan = saved_plan();
    send(post, "/api/plans/" + plan.id() + "/steps", "office",
        R"({"action":"discard","reason":"重复"})", 1);
    EXPECT_EQ(send(patch, topic_of(plan, 0), "office", R"({"period":"5月"})", 1).status, 409);
    EXPECT_FALSE(send(get, topic_of(plan, 0), "office").body.at("can_edit").as_bool());
}

} // namespace
} // namespace xieshang::topics
