// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_desk_test.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace xieshang::amendments {
namespace {

using testing::HasSubstr;
using testing::Not;

class AmendmentDecisions : public AmendmentDesk {};
ON_EVERY_DATABASE(AmendmentDecisions);

TEST_P(AmendmentDecisions, AreRefusedWhereTheyAreDatedBeforeTheirMeetingOrAfterToday)
{
    issue();
    clock.advance(ten_days);
    const auto made = propose(drop(0));
    const auto refused = [&](const std::string& decision) {
        return field(take(made.id(), "chairperson", "decide", 1, decision));
    };
    EXPECT_EQ(refused(on("2022-03-20", "2022-03-19", "2022-03-20")),
        "/decision/decided_on amendment.before_meeting");
    EXPECT_EQ(refused(on("2022-03-20", "2022-03-21", "2022-03-20")),
        "/decision/effective_on amendment.before_decision");
    EXPECT_EQ(refused(on("2022-03-25")), "/decision/decided_on amendment.decided_to_come");
    EXPECT_EQ(refused(on("2022-03-20", "2022-03-20", "2022-03-20", " ")),
        "/decision/meeting amendment.no_meeting");
    EXPECT_THAT(recorded(), Not(testing::Contains("amendment.decide")));
}

TEST_P(AmendmentDecisions, AreRefusedFromBeforeThePlanWasIssued)
{
    approve();
    clock.advance(ten_days);
    plan_step("office", "issue", R"(,"issued_on":"2022-03-20")");
    const auto made = propose(drop(0));
    const auto early =
        take(made.id(), "chairperson", "decide", 1, on("2022-03-18", "2022-03-19", "2022-03-20"));
    EXPECT_EQ(field(early), "/decision/decided_on amendment.decided_before_issue");
    EXPECT_THAT(early.text, HasSubstr("2022-03-20"));
    EXPECT_EQ(stood("2022-03-24"), "养老服务:planned 垃圾分类:planned ");
    EXPECT_EQ(take(made.id(), "chairperson", "decide", 1, on("2022-03-20")).status, 201);
}

TEST_P(AmendmentDecisions, StandInTheHistoryOfTheTopicThatGetsAnotherTitle)
{
    issue();
    const auto made = propose(retitle(1, "生活垃圾分类"));
    ASSERT_EQ(take(made.id(), "chairperson", "decide", 1, on("2022-03-14")).status, 201);
    EXPECT_THAT(recorded(), testing::Contains("topic.retitle"));
    const auto steps = send(http::Method::get, "/api/topics/" + topics_[1] + "/steps", "reader");
    const auto& last = steps.body.at("items").as_array().back();
    EXPECT_EQ(last.at("action"), "retitle");
    EXPECT_EQ(last.at("by_name"), "chairperson");
    EXPECT_EQ(last.at("reason"), "形势变化");
    EXPECT_EQ(last.at("from"), "planned");
    EXPECT_EQ(last.at("to"), "planned");
    EXPECT_EQ(boost::json::serialize(last.at("changes")),
        R"([{"field":"title","before":"垃圾分类","after":"生活垃圾分类"}])");
}

TEST_P(AmendmentDecisions, AreRefusedOfWhoDoesNotDecideOrSawAnother)
{
    issue();
    const auto made = propose(drop(0));
    EXPECT_EQ(take(made.id(), "reader", "decide", 1, on("2022-03-14")).status, 403);
    EXPECT_EQ(take(made.id(), "chairperson", "decide", 1).code(), "amendment.no_decision");
    EXPECT_EQ(field(take(made.id(), "office", "decide", 1, on("2022-03-14"))),
        "/behalf/scan_id behalf.no_scan");
    EXPECT_EQ(take(made.id(), "chairperson", "decide", 2, on("2022-03-14")).status, 412);
    EXPECT_EQ(stood("2022-03-14"), "养老服务:planned 垃圾分类:planned ");
}

TEST_P(AmendmentDecisions, AreTakenOnceOfManyWhoSawTheSame)
{
    issue();
    const auto made = propose(replace(0, "托育服务"));
    std::vector<int> statuses(8);
    std::vector<std::thread> deciders;
    for (auto& status : statuses) {
        deciders.emplace_back(
            [&] { status = take(made.id(), "chairperson", "decide", 1, on("2022-03-14")).status; });
    }
    for (auto& decider : deciders) {
        decider.join();
    }
    std::sort(statuses.begin(), statuses.end());
    EXPECT_EQ(statuses, (std::vector<int>{201, 412, 412, 412, 412, 412, 412, 412}));
    EXPECT_EQ(stood("2022-03-14"), "养老服务:replaced 垃圾分类:planned 托育服务:planned ");
    EXPECT_EQ(misfits(made.id()), 0U);
}

TEST_P(AmendmentDecisions, AreRefusedOfWhoseRoleEndedInBetween)
{
    issue();
    const auto made = propose(drop(0));
    const auto page = "/api/amendments/" + made.id();
    const auto open = send(http::Method::get, page, "chairperson").body.at("actions").at(0);
    EXPECT_EQ(open.at("refusal"), nullptr);
    const auto* after = "former chairperson"; // while the form stands open
    const auto late = take(made.id(), after, "decide", 1, on("2022-03-14"));
    EXPECT_EQ(late.status, 403);
    EXPECT_EQ(late.code(), "workflow.wrong_role");
    const auto closed = send(http::Method::get, page, after).body.at("actions").at(0);
    EXPECT_NE(closed.at("refusal"), nullptr);
    EXPECT_EQ(stood("2022-03-14"), "养老服务:planned 垃圾分类:planned ");
    EXPECT_THAT(recorded(), Not(testing::Contains("amendment.decide")));
}

} // namespace
} // namespace xieshang::amendments
