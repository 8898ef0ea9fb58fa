// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An amendment that holds from a day to come: the plan before that day and from it on.
#include "features/amendments/amendment_desk_test.h"
#include "features/amendments/waiting_actions.h"
#include "features/topics/topic_history_actions.h"
#include "features/topics/topic_step_actions.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace xieshang::amendments {
namespace {

using testing::HasSubstr;
using testing::Not;

// Issued on 2022-03-14, which is today; what is decided holds from 2022-03-24.
class WaitingRoutes : public AmendmentDesk {
protected:
    void SetUp() override
    {
        AmendmentDesk::SetUp();
        if (!IsSkipped()) {
            issue();
        }
    }
    Answer decide(const std::string& id, const std::string& from = "2022-03-24")
    {
        return take(id, "chairperson", "decide", 1, on("2022-03-14", "2022-03-14", from));
    }
    std::string decided(const std::string& changes, const std::string& from = "2022-03-24")
    {
        const auto made = propose(changes);
        EXPECT_EQ(made.status, 201) << made.text;
        const auto answer = decide(made.id(), from);
        EXPECT_EQ(answer.status, 201) << answer.text;
        return made.id();
    }
    std::int64_t pass_midnight()
    {
        auto services = this->services();
        return carry_out_due(services);
    }
    Answer see(const std::string& id, const std::string& as = "reader")
    {
        return send(http::Method::get, "/api/amendments/" + id, as);
    }
    std::string state(const std::string& id)
    {
        return std::string(see(id).body.at("state").as_string());
    }
    Answer withdraw(const std::string& id, const std::string& reason, const std::string& as,
        std::int64_t version = 2)
    {
        return send(http::Method::post, "/api/amendments/" + id + "/steps", as,
            R"({"action":"withdraw","reason":")" + reason + "\"}", version);
    }
    void to_force() { plan_step("office", "bring_in_force"); }

    static constexpr auto before = "养老服务:planned 垃圾分类:planned ";
    static constexpr auto after = "养老服务:replaced 生活垃圾分类:planned 托育服务:planned ";
};
ON_EVERY_DATABASE(WaitingRoutes);

TEST_P(WaitingRoutes, LeaveThePlanAsItIsUntilTheirDay)
{
    const auto made = propose(replace(0, "托育服务") + "," + retitle(1, "生活垃圾分类"));
    const auto answer = decide(made.id());
    ASSERT_EQ(answer.status, 201) << answer.text;
    EXPECT_EQ(answer.body.at("state"), "waiting");
    EXPECT_EQ(answer.body.at("steps").at(1).at("action"), "decide_ahead");
    clock.advance(9 * ten_days / 10);
    EXPECT_EQ(pass_midnight(), 0);
    EXPECT_EQ(stood("2022-03-23"), before);
    const auto line = send(http::Method::get, "/api/plans/" + plan_ + "/amendments", "reader")
                          .body.at("items")
                          .at(0);
    EXPECT_EQ(line.at("decision").at("effective_on"), "2022-03-24");
    EXPECT_EQ(line.at("waiting").at(0).at("title_before"), "养老服务");
    EXPECT_EQ(line.at("waiting").at(1).at("title_after"), "生活垃圾分类");
    EXPECT_EQ(misfits(made.id()), 0U);
}

TEST_P(WaitingRoutes, AreCarriedOutOnTheirDayWithoutAnybody)
{
    const auto id = decided(replace(0, "托育服务") + "," + retitle(1, "生活垃圾分类"));
    clock.advance(ten_days);
    EXPECT_EQ(pass_midnight(), 1);
    EXPECT_EQ(pass_midnight(), 0);
    EXPECT_EQ(state(id), "decided");
    EXPECT_EQ(stood("2022-03-24"), after);
    EXPECT_EQ(stood("2022-03-23"), before);
    const auto seen = see(id).body;
    EXPECT_EQ(seen.at("steps").at(2).at("action"), "take_effect");
    EXPECT_EQ(seen.at("changes").at(0).at("title_before"), "养老服务");
    const auto renamed = send(http::Method::get, "/api/topics/" + topics_[1] + "/steps", "reader");
    EXPECT_EQ(renamed.body.at("items").as_array().back().at("by_name"), "系统（到期生效）");
    const auto listed = send(http::Method::get, "/api/plans/" + plan_ + "/amendments", "reader");
    EXPECT_EQ(listed.body.at("items").at(0).at("waiting").as_array().size(), 0U);
    EXPECT_EQ(misfits(id), 0U);
}

TEST_P(WaitingRoutes, HoldFromTheirDayAlsoWhereNobodyServedOnIt)
{
    const auto id = decided(replace(0, "托育服务") + "," + retitle(1, "生活垃圾分类"));
    clock.advance(3 * ten_days);
    EXPECT_EQ(pass_midnight(), 1);
    EXPECT_EQ(stood("2022-03-23"), before);
    EXPECT_EQ(stood("2022-03-24"), after);
    EXPECT_EQ(stood("2022-04-13"), after);
    const auto compared = [&](const std::string& day) {
        return send(http::Method::get,
            "/api/plans/" + plan_ + "/comparison?before=" + day + "&after=now", "reader")
            .text;
    };
    EXPECT_THAT(compared("2022-03-23"), HasSubstr(R"("title":"垃圾分类")"));
    EXPECT_THAT(compared("2022-03-24"), Not(HasSubstr(R"("title":"垃圾分类")")));
    EXPECT_EQ(misfits(id), 0U);
}

TEST_P(WaitingRoutes, AreCarriedOutOnceHoweverManyPassMidnight)
{
    const auto id = decided(replace(0, "托育服务"));
    clock.advance(ten_days);
    std::vector<std::int64_t> counts(8);
    std::vector<std::thread> nodes;
    for (auto& count : counts) {
        nodes.emplace_back([&] { count = pass_midnight(); });
    }
    for (auto& node : nodes) {
        node.join();
    }
    EXPECT_EQ(std::count(counts.begin(), counts.end(), 1), 1);
    EXPECT_EQ(std::count(counts.begin(), counts.end(), 0), 7);
    EXPECT_EQ(stood("2022-03-24"), "养老服务:replaced 垃圾分类:planned 托育服务:planned ");
    const auto events = recorded();
    EXPECT_EQ(std::count(events.begin(), events.end(), "amendment.take_effect"), 1);
    EXPECT_EQ(std::count(events.begin(), events.end(), "topic.add"), 1);
    EXPECT_EQ(misfits(id), 0U);
}

TEST_P(WaitingRoutes, AreLeftAloneByOthers)
{
    const auto early = propose(drop(0)); // while nothing waits
    decided(retitle(0, "居家养老服务"));
    EXPECT_EQ(field(propose(drop(0))), "/changes/0/topic_id amendment.topic_waits");
    EXPECT_THAT(propose(drop(0)).text, HasSubstr("2022-03-24"));
    EXPECT_EQ(field(propose(retitle(1, "居家养老服务"))), "/changes/0/title amendment.title_waits");
    EXPECT_EQ(field(decide(early.id(), "2022-03-14")), "/changes/0/topic_id amendment.topic_waits");
    const auto other = propose(drop(1));
    EXPECT_EQ(decide(other.id(), "2022-03-14").status, 201);
    clock.advance(ten_days);
    EXPECT_EQ(pass_midnight(), 1);
    EXPECT_EQ(stood("2022-03-24"), "居家养老服务:planned 垃圾分类:cancelled ");
    EXPECT_EQ(stood("2022-03-23"), "养老服务:planned 垃圾分类:cancelled ");
}

TEST_P(WaitingRoutes, AreWithdrawnBeforeTheirDayWithTheReason)
{
    const auto id = decided(drop(0));
    EXPECT_EQ(withdraw(id, " ", "chairperson").code(), "amendment.no_reason");
    EXPECT_EQ(withdraw(id, "改期", "reader").status, 403);
    EXPECT_EQ(take(id, "chairperson", "take_effect", 2).code(), "workflow.no_such_step");
    ASSERT_EQ(withdraw(id, "改期", "chairperson").status, 201);
    EXPECT_EQ(state(id), "withdrawn");
    EXPECT_EQ(see(id).body.at("steps").at(2).at("reason"), "改期");
    clock.advance(ten_days);
    EXPECT_EQ(pass_midnight(), 0);
    EXPECT_EQ(stood("2022-03-24"), before);
    EXPECT_EQ(propose(drop(0)).status, 201) << "the topic is free again";
    EXPECT_EQ(misfits(id), 0U);
}

TEST_P(WaitingRoutes, AreNotWithdrawnFromTheirDayOn)
{
    const auto id = decided(drop(0));
    clock.advance(ten_days);
    EXPECT_EQ(withdraw(id, "改期", "chairperson").code(), "amendment.day_has_come");
    EXPECT_EQ(pass_midnight(), 1);
    EXPECT_EQ(withdraw(id, "改期", "chairperson", 3).code(), "workflow.no_such_step");
}

TEST_P(WaitingRoutes, SayWhatHindersThemAndMayThenBeWithdrawn)
{
    const auto id = decided(drop(0));
    auto services = this->services();
    auto topic = topics::topic_history(services, {topics_[0]})->topic;
    ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<void> {
        const auto by = members::bit(members::Role::office);
        CHECK(topics::move(services, tx, {}, topic, topics::TopicAction::start_research, by,
            {.arranged = true}, {}));
        return topics::move(
            services, tx, {}, topic, topics::TopicAction::consult, by, {.research_reports = 1}, {});
    }));
    clock.advance(ten_days);
    EXPECT_EQ(pass_midnight(), 0);
    EXPECT_EQ(state(id), "waiting");
    EXPECT_NE(see(id).body.at("hindrance"), nullptr);
    EXPECT_EQ(withdraw(id, "已经协商", "chairperson").status, 201);
    EXPECT_EQ(see(id).body.at("hindrance"), nullptr);
}

TEST_P(WaitingRoutes, KeepTheYearOpen)
{
    to_force();
    const auto now =
        propose(drop(0) + "," + R"({"kind":"postpone","topic_id":")" + topics_[1] + R"("})");
    ASSERT_EQ(decide(now.id(), "2022-03-14").status, 201);
    const auto id = decided(R"({"kind":"resume","topic_id":")" + topics_[1] + R"("})");
    const auto close = [&] {
        const auto version =
            send(http::Method::get, "/api/plans/" + plan_, "office").body.at("version").as_int64();
        return send(http::Method::post, "/api/plans/" + plan_ + "/steps", "office",
            R"({"action":"close","reason":""})", version);
    };
    const auto page = send(http::Method::get, "/api/plans/" + plan_, "office").text;
    EXPECT_THAT(page, HasSubstr(R"("action":"close","refusal":"An amendment)"));
    const auto refused = close();
    EXPECT_EQ(refused.code(), "plan.amendment_waits");
    EXPECT_EQ(field(refused), "/amendments/" + id + " plan.amendment_waits_for");
    ASSERT_EQ(withdraw(id, "不再恢复", "chairperson").status, 201);
    EXPECT_EQ(close().status, 201);
}

} // namespace
} // namespace xieshang::amendments
