// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_store.h"
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::topics {
namespace {

using enum http::Method;
using testing::ElementsAre;

// A draft with one topic that was saved with it.
class TopicHistoryRoutes : public plan::PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto made = send(post, "/api/plans", "office",
            R"({"title":"协商计划","committee":"政协","year":2026,"topics":[{"number":1,)"
            R"("kind":"thematic","title":"养老服务","period":"5月","month":5,"responsible":[],)"
            R"("participating":[],"line":0}]})");
        ASSERT_EQ(made.status, 201) << made.text;
        plan_ = "/api/plans/" + made.id();
        topic_ = "/api/topics/" + std::string(made.body.at("topics").at(0).at("id").as_string());
    }
    void edit(const std::string& words, const std::string& as = "office")
    {
        clock.advance(1000);
        const auto version = send(get, topic_, "office").body.at("version").as_int64();
        ASSERT_EQ(send(patch, topic_, as, words, version).status, 200);
    }
    boost::json::array steps()
    {
        return send(get, topic_ + "/steps", "reader").body.at("items").as_array();
    }
    std::vector<std::string> told() // "王小协 edit shortlisted→shortlisted"
    {
        std::vector<std::string> lines;
        for (const auto& step : steps()) {
            const auto word = [&](const char* member) {
                return std::string(step.at(member).as_string());
            };
            lines.push_back(
                word("by_name") + " " + word("action") + " " + word("from") + "→" + word("to"));
        }
        return lines;
    }
    static std::string changes(const boost::json::value& step)
    {
        return boost::json::serialize(step.at("changes"));
    }

    std::string plan_;
    std::string topic_;
};
ON_EVERY_DATABASE(TopicHistoryRoutes);

TEST_P(TopicHistoryRoutes, NameEachEditByWhomAndWhatItSaidBefore)
{
    edit(R"({"title":"居家养老服务"})");
    edit(R"({"period":"6月","month":6,"responsible":["民政局","住建局"],"field":"society"})",
        "colleague");
    EXPECT_THAT(told(),
        ElementsAre("王小协 edit shortlisted→shortlisted", "赵小议 edit shortlisted→shortlisted"));
    const auto all = steps();
    EXPECT_EQ(
        changes(all.at(0)), R"([{"field":"title","before":"养老服务","after":"居家养老服务"}])");
    EXPECT_EQ(changes(all.at(1)),
        R"([{"field":"field","before":"","after":"society"},)"
        R"({"field":"period","before":"5月","after":"6月"},)"
        R"({"field":"month","before":"5","after":"6"},)"
        R"({"field":"responsible","before":"","after":"民政局、住建局"}])");
    EXPECT_LT(all.at(0).at("at").as_int64(), all.at(1).at("at").as_int64());
}

TEST_P(TopicHistoryRoutes, SayThatSomebodyLookedAtItAndKeptIt)
{
    edit(R"({"title":"养老服务"})");
    EXPECT_EQ(changes(steps().at(0)), "[]");
}

TEST_P(TopicHistoryRoutes, StandBetweenTheStepsWhereTheTopicWas)
{
    edit(R"({"title":"居家养老服务"})");
    for (const auto* action : {"unlist", "shortlist"}) {
        const auto version = send(get, topic_, "office").body.at("version").as_int64();
        ASSERT_EQ(send(post, topic_ + "/steps", "office",
                      R"({"action":")" + std::string(action) + R"(","reason":"再议"})", version)
                      .status,
            201);
    }
    edit(R"({"title":"社区养老服务"})");
    EXPECT_THAT(told(),
        ElementsAre("王小协 edit shortlisted→shortlisted", "王小协 unlist shortlisted→screened",
            "王小协 shortlist screened→shortlisted", "王小协 edit shortlisted→shortlisted"));
    EXPECT_TRUE(steps().at(1).at("changes").is_null());
}

TEST_P(TopicHistoryRoutes, KeepTheEditAndWhoMadeItWhereItsContentWasErased)
{
    edit(R"({"title":"居家养老服务"})");
    db().write([&](db::Tx& tx) {
        return members::insert_person(
            tx, {.id = {"p1"}, .login = "wang", .name = "王新名", .version = 1});
    });
    db().write([&](db::Tx& tx) {
        tx.execute("DELETE FROM event_content WHERE sequence = (SELECT max(sequence) FROM event)");
        return true;
    });
    const auto step = steps().at(0);
    EXPECT_EQ(step.at("action"), "edit");
    EXPECT_EQ(step.at("by_name"), "王新名") << "as he is called now";
    EXPECT_TRUE(step.at("changes").is_null());
}

} // namespace
} // namespace xieshang::topics
