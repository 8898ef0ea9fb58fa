// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::amendments {
namespace {

using testing::HasSubstr;
using testing::Not;

class AmendmentRoutes : public AmendmentDesk {};
ON_EVERY_DATABASE(AmendmentRoutes);

TEST_P(AmendmentRoutes, AreSoundAlsoWhereTheRecordKnewNoFieldYet)
{
    issue();
    const auto made = propose(replace(0, "托育服务"));
    ASSERT_EQ(made.status, 201) << made.text;
    const auto tell = [&](const std::string& before, const std::string& after) {
        db().write([&](db::Tx& tx) {
            tx.execute("UPDATE event_content SET content = replace(content, '" + before + "', '"
                + after + "')");
            return true;
        });
        return db().read([&](db::Tx& tx) { return audit_amendment(tx, made.id()).size(); });
    };
    EXPECT_EQ(tell(R"("field":null,"kind")", R"("kind")"), 0U);
    EXPECT_EQ(tell("托育服务", "托幼服务"), 1U);
}

TEST_P(AmendmentRoutes, ReplaceATopicAndLeaveThePlanReadableAsItStood)
{
    issue();
    clock.advance(ten_days);
    const auto made = propose(replace(0, "托育服务") + "," + retitle(1, "生活垃圾分类"));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.body.at("changes").at(0).at("title_before"), "养老服务");
    EXPECT_EQ(stood("2022-03-24"), "养老服务:planned 垃圾分类:planned ");
    const auto decided = take(made.id(), "chairperson", "decide", 1, on("2022-03-20"));
    ASSERT_EQ(decided.status, 201) << decided.text;
    EXPECT_EQ(decided.body.at("state"), "decided");
    EXPECT_EQ(stood("2022-03-24"), "养老服务:replaced 生活垃圾分类:planned 托育服务:planned ");
    EXPECT_EQ(stood("2022-03-20"), "养老服务:replaced 生活垃圾分类:planned 托育服务:planned ");
    EXPECT_EQ(stood("2022-03-19"), "养老服务:planned 垃圾分类:planned ");
    EXPECT_EQ(decided.body.at("changes").at(1).at("title_before"), "垃圾分类");
    EXPECT_EQ(decided.body.at("changes").at(1).at("title_after"), "生活垃圾分类");
    const auto list = send(http::Method::get, "/api/plans/" + plan_ + "/amendments", "reader").body;
    ASSERT_EQ(list.at("replaced").as_array().size(), 1U);
    const auto& replaced = list.at("replaced").at(0);
    EXPECT_EQ(replaced.at("amendment_id").as_string(), made.id());
    EXPECT_EQ(replaced.at("topic_id").as_string(), topics_[0]);
    EXPECT_EQ(replaced.at("title"), "养老服务");
    EXPECT_EQ(replaced.at("by_id"), decided.body.at("changes").at(0).at("new_topic_id"));
    EXPECT_EQ(replaced.at("by_title"), "托育服务");
    const auto topic = send(http::Method::get, "/api/topics/" + topics_[0] + "/steps", "reader");
    EXPECT_THAT(topic.text, HasSubstr(R"("reason":"形势变化")"));
    EXPECT_EQ(misfits(made.id()), 0U);
}

TEST_P(AmendmentRoutes, AreForIssuedPlansAndByTheOfficeAlone)
{
    EXPECT_EQ(propose(drop(0)).code(), "amendment.plan_not_issued");
    issue();
    EXPECT_EQ(propose(drop(0), "").status, 401);
    EXPECT_EQ(propose(drop(0), "member").status, 403);
    EXPECT_EQ(field(propose("")), "/changes amendment.no_change");
    EXPECT_THAT(recorded(), Not(testing::Contains("amendment.propose")));
}

TEST_P(AmendmentRoutes, DropNothingTwice)
{
    issue();
    const auto first = propose(drop(0));
    const auto second = propose(drop(0)); // both were proposed while it stood
    ASSERT_EQ(take(first.id(), "chairperson", "decide", 1, on("2022-03-14")).status, 201);
    EXPECT_EQ(field(propose(drop(0))), "/changes/0/topic_id amendment.already_dropped");
    const auto late = take(second.id(), "chairperson", "decide", 1, on("2022-03-14"));
    EXPECT_EQ(field(late), "/changes/0/topic_id amendment.already_dropped");
    EXPECT_EQ(take(second.id(), "office", "discard", 1).code(), "amendment.no_reason");
    EXPECT_EQ(misfits(first.id()), 0U);
}

TEST_P(AmendmentRoutes, TakeNoBlanksForAReason)
{
    issue();
    const auto made = propose(drop(0));
    const auto blank = send(http::Method::post, "/api/amendments/" + made.id() + "/steps", "office",
        R"({"action":"discard","reason":"  "})", 1);
    EXPECT_EQ(blank.code(), "amendment.no_reason");
    EXPECT_EQ(send(http::Method::post, "/api/plans/" + plan_ + "/amendments", "office",
                  R"({"reason":" ","changes":[)" + drop(0) + "]}")
                  .status,
        422);
}

TEST_P(AmendmentRoutes, AddATopicInThePlaceOfNone)
{
    issue();
    auto naming = replace(0, "托育服务");
    naming.replace(naming.find("replace"), 7, "add");
    EXPECT_EQ(field(propose(naming)), "/changes/0/topic_id amendment.add_names_topic");
    const auto made = propose(R"({"kind":"add","topic":{"kind":"supervision","title":"托育服务",)"
                              R"("period":"9月","month":9,"responsible":[],"participating":[]}})");
    ASSERT_EQ(made.status, 201) << made.text;
    const auto decided = take(made.id(), "chairperson", "decide", 1, on("2022-03-14"));
    ASSERT_EQ(decided.status, 201) << decided.text;
    const auto& change = decided.body.at("changes").at(0);
    const auto topic = send(http::Method::get,
        "/api/topics/" + std::string(change.at("new_topic_id").as_string()), "reader");
    EXPECT_EQ(topic.body.at("month"), 9);
    EXPECT_EQ(topic.body.at("number"), 1); // both topics are the first of their kind
    EXPECT_EQ(stood("2022-03-14"), "养老服务:planned 垃圾分类:planned 托育服务:planned ");
    EXPECT_EQ(misfits(made.id()), 0U);
}

TEST_P(AmendmentRoutes, AreRewrittenUntilTheyAreDecided)
{
    issue();
    const auto made = propose(drop(0));
    const auto path = "/api/amendments/" + made.id();
    const auto rewritten = send(http::Method::put, path, "office",
        R"({"reason":"另一个理由","changes":[)" + drop(1) + "]}", 1);
    ASSERT_EQ(rewritten.status, 200) << rewritten.text;
    EXPECT_EQ(rewritten.body.at("changes").at(0).at("title_before"), "垃圾分类");
    EXPECT_EQ(misfits(made.id()), 0U);
    ASSERT_EQ(take(made.id(), "chairperson", "decide", 2, on("2022-03-14")).status, 201);
    EXPECT_EQ(send(http::Method::put, path, "office",
                  R"({"reason":"晚了","changes":[)" + drop(0) + "]}", 3)
                  .code(),
        "amendment.not_a_draft");
    EXPECT_EQ(misfits(made.id()), 0U);
    EXPECT_THAT(content_of_newest("amendment.rewrite"), HasSubstr("形势变化"));
}

TEST_P(AmendmentRoutes, PostponeAndResume)
{
    issue();
    const auto change = [&](const std::string& kind) {
        const auto made =
            propose(R"({"kind":")" + kind + R"(","topic_id":")" + topics_[0] + R"("})");
        return take(made.id(), "chairperson", "decide", 1, on("2022-03-14")).status;
    };
    EXPECT_EQ(change("postpone"), 201);
    EXPECT_THAT(stood("2022-03-14"), HasSubstr("养老服务:postponed"));
    EXPECT_EQ(change("resume"), 201);
    EXPECT_THAT(stood("2022-03-14"), HasSubstr("养老服务:planned"));
    EXPECT_THAT(stood("2022-03-14"), Not(HasSubstr("postponed")));
    EXPECT_EQ(
        send(http::Method::get, "/api/plans/" + plan_ + "/as-it-stood?day=2999-01-01", "reader")
            .status,
        422);
}

} // namespace
} // namespace xieshang::amendments
