// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An unfinished correction is kept and told apart from another's; only a finished one becomes a
// plan.
#include "features/plan/correction_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using enum http::Method;
using testing::ElementsAre;
using testing::HasSubstr;

class CorrectionRoutes : public CorrectionDesk {};
ON_EVERY_DATABASE(CorrectionRoutes);

TEST_P(CorrectionRoutes, BeginWithWhatWasRead)
{
    const auto shown = send(get, place(), "office");
    ASSERT_EQ(shown.status, 200) << shown.text;
    EXPECT_EQ(shown.etag, "\"v1\"");
    EXPECT_EQ(shown.body.at("unaccounted").as_int64(), 0);
    EXPECT_EQ(shown.body.at("correction").at("topics").as_array().size(), 2U);
    EXPECT_EQ(send(get, place(), "").status, 401);
}

TEST_P(CorrectionRoutes, KeepAnUnfinishedOneWithItsEvent)
{
    const auto kept = keep(unfinished(), 1);
    ASSERT_EQ(kept.status, 200) << kept.text;
    EXPECT_EQ(kept.etag, "\"v2\"");
    EXPECT_EQ(kept.body.at("unaccounted").as_int64(), 4);
    const auto shown = send(get, place(), "office");
    EXPECT_EQ(shown.body.at("updated_by_name").as_string(), "王小协");
    EXPECT_EQ(shown.body.at("correction").at("topics").as_array().size(), 1U);
    EXPECT_THAT(recorded(), ElementsAre("document.keep", "correction.keep"));
}

TEST_P(CorrectionRoutes, AskWhoSomebodyIsAndWhichVersionHeSaw)
{
    const auto all = correction();
    EXPECT_EQ(keep(all, 1, "").status, 401);
    EXPECT_EQ(keep(all, 1, "reader").status, 403);
    EXPECT_EQ(send(put, place(), "office", boost::json::serialize(all)).status, 428);
    EXPECT_EQ(keep(all, 1).status, 200);
    for (const auto stale : {1, 3}) {
        const auto refused = keep(all, stale);
        EXPECT_EQ(refused.status, 412);
        EXPECT_EQ(refused.code(), "correction.stale");
        EXPECT_THAT(refused.text, HasSubstr("王小协"));
        EXPECT_THAT(refused.text, testing::Not(HasSubstr("/topics/"))) << "nothing differs";
    }
    const auto other = keep(unfinished(), 1);
    EXPECT_THAT(other.text, HasSubstr("\"pointer\":\"/topics/1\""));
    EXPECT_THAT(other.text, HasSubstr("乙题"));
    EXPECT_EQ(keep(all, 2).status, 200);
    EXPECT_EQ(send(post, place("/plan"), "reader", "", 3).status, 403);
    EXPECT_EQ(send(post, place("/plan"), "office", "", 2).status, 412);
}

TEST_P(CorrectionRoutes, RefuseAPlanWhileACharacterIsUnaccountedFor)
{
    keep(unfinished(), 1);
    const auto refused = send(post, place("/plan"), "office", "", 2);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.code(), "correction.unfinished");
    EXPECT_THAT(refused.text, HasSubstr("\"pointer\":\"/lines/4\""));
    EXPECT_THAT(refused.text, HasSubstr("Line 5"));
    EXPECT_THAT(recorded(), ElementsAre("document.keep", "correction.keep"));
}

// All words would be gone, in no part of the plan and ignored by nobody.
TEST_P(CorrectionRoutes, RefuseAPlanWhoseWordsAreCalledMarks)
{
    auto all = retitled(correction(), "别的题目");
    for (auto& line : all.at("lines").as_array()) {
        for (auto& run : line.at("runs").as_array()) {
            run.as_object()["place"] = "topic_mark";
            run.as_object()["target"] = 0;
        }
    }
    ASSERT_EQ(keep(all, 1).status, 200);
    const auto refused = send(post, place("/plan"), "office", "", 2);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.code(), "correction.unfinished");
    EXPECT_THAT(refused.text, HasSubstr("\"pointer\":\"/lines/4\""));
    EXPECT_THAT(refused.text, HasSubstr("Line 5: “乙题” are words"));
    EXPECT_THAT(recorded(), ElementsAre("document.keep", "correction.keep"));
}

TEST_P(CorrectionRoutes, MakeAPlanThatNamesWhatWasIgnored)
{
    auto all = unfinished();
    all.at("reasons") = boost::json::array{"与本计划无关"};
    all.at("lines").as_array().at(4) =
        boost::json::parse(R"({"runs":[{"place":"ignored","target":0,"length":5}]})");
    all.at("topics").as_array().at(0).as_object()["title"] = "甲题（修改）";
    ASSERT_EQ(keep(all, 1).status, 200);
    const auto plan = send(post, place("/plan"), "office", "", 2);
    ASSERT_EQ(plan.status, 201) << plan.text;
    EXPECT_EQ(plan.body.at("topics").at(0).at("title").as_string(), "甲题（修改）");
    const auto& ignored = plan.body.at("ignored").as_array();
    ASSERT_EQ(ignored.size(), 1U);
    EXPECT_EQ(ignored[0].at("text").as_string(), "2. 乙题");
    EXPECT_EQ(ignored[0].at("reason").as_string(), "与本计划无关");
    EXPECT_EQ(ignored[0].at("line").as_int64(), 5);
    EXPECT_EQ(
        send(get, "/api/plans/" + plan.id(), "reader").body.at("ignored"), plan.body.at("ignored"));
    EXPECT_THAT(recorded(),
        ElementsAre("document.keep", "correction.keep", "plan.save_draft", "correction.keep"));
    EXPECT_EQ(send(get, place(), "office").body.at("plan_id").as_string(), plan.id());
    EXPECT_EQ(send(post, place("/plan"), "office", "", 2).status, 412) << "one plan, not two";
}

TEST_P(CorrectionRoutes, ChangeNothingOfAFinishedOneWhileItsPlanStands)
{
    const auto plan = send(post, place("/plan"), "office", "", 1);
    ASSERT_EQ(plan.status, 201) << plan.text;
    EXPECT_TRUE(send(get, place(), "office").body.at("finished").as_bool());
    const auto refused = keep(unfinished(), 2);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "correction.finished");
    EXPECT_THAT(refused.text, HasSubstr("河东区政协2023年协商工作计划"));
    EXPECT_EQ(send(post, place("/plan"), "office", "", 2).code(), "correction.finished");
    EXPECT_EQ(send(get, "/api/plans", "office").body.at("items").as_array().size(), 1U);

    send(post, "/api/plans/" + plan.id() + "/steps", "office",
        R"({"action":"discard","reason":"读错了"})", 1);
    EXPECT_FALSE(send(get, place(), "office").body.at("finished").as_bool());
    EXPECT_EQ(keep(correction(), 2).status, 200);
    EXPECT_EQ(send(post, place("/plan"), "office", "", 3).status, 201);
}

TEST_P(CorrectionRoutes, LeaveOnePlanStandingOfOneImport)
{
    const auto step = [&](const std::string& id, const std::string& action, std::int64_t version) {
        return send(post, "/api/plans/" + id + "/steps", "office",
            R"({"action":")" + action + R"(","reason":"试"})", version);
    };
    const auto first = send(post, place("/plan"), "office", "", 1);
    ASSERT_EQ(step(first.id(), "discard", 1).status, 201);
    const auto second = send(post, place("/plan"), "office", "", 2);
    ASSERT_EQ(second.status, 201) << second.text;
    const auto refused = step(first.id(), "restore", 2);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "plan.another_stands");
    EXPECT_THAT(refused.text, HasSubstr("/api/plans/" + second.id()));
    ASSERT_EQ(step(second.id(), "discard", 1).status, 201);
    EXPECT_EQ(step(first.id(), "restore", 2).status, 201);
}

TEST_P(CorrectionRoutes, MakeNoPlanWhenTheirLastWriteFails)
{
    ASSERT_EQ(keep(retitled(with_line_5_ignored(correction()), "甲"), 1).status, 200);
    break_writing();
    EXPECT_EQ(send(post, place("/plan"), "office", "", 2).status, 500);
    EXPECT_TRUE(send(get, "/api/plans", "office").body.at("items").as_array().empty());
    EXPECT_THAT(recorded(), ElementsAre("document.keep", "correction.keep"));
    for (const auto* table : {"plan", "plan_ignored", "plan_own_words", "plan_section", "topic"}) {
        EXPECT_EQ(db().read([&](db::Tx& tx) {
            return tx.one<std::int64_t>("SELECT count(*) FROM " + std::string(table)).value();
        }),
            0)
            << table;
    }
    EXPECT_EQ(send(get, place(), "office").etag, "\"v2\"");
}

TEST_P(CorrectionRoutes, DoTheSameThingOnceForTheSameKey)
{
    const auto all = retitled(correction(), "甲");
    key = "key-of-a-keeping";
    const auto kept = keep(all, 1);
    EXPECT_EQ(keep(all, 1).text, kept.text);
    key = "key-of-a-finishing";
    const auto plan = send(post, place("/plan"), "office", "", 2);
    const auto again = send(post, place("/plan"), "office", "", 2);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.id(), plan.id());
    EXPECT_THAT(recorded(),
        ElementsAre("document.keep", "correction.keep", "plan.save_draft", "correction.keep"));
}

TEST_P(CorrectionRoutes, HoldAPlansOwnLimits)
{
    auto all = correction();
    all.at("topics").as_array().at(0).as_object()["title"] = "";
    ASSERT_EQ(keep(all, 1).status, 200) << "may be kept";
    const auto refused = send(post, place("/plan"), "office", "", 2);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.text, HasSubstr("/topics/0/title"));
}

TEST_P(CorrectionRoutes, RefuseWhatSpeaksOfAnotherText)
{
    auto all = correction();
    all.at("lines").as_array().pop_back();
    EXPECT_EQ(keep(all, 1).code(), "correction.other_text");
    auto lost = correction();
    lost.at("topics").as_array().clear();
    EXPECT_EQ(keep(lost, 1).code(), "correction.no_target");
}

TEST_P(CorrectionRoutes, TellWhoElseHasItOpen)
{
    const auto visit = [&](const std::string& window, bool leaves = false) {
        return send(post, place("/visits"), "office",
            R"({"window_id":")" + window + R"(","leaves":)" + (leaves ? "true" : "false") + "}")
            .body.at("others")
            .as_array();
    };
    EXPECT_TRUE(visit("window-one").empty());
    EXPECT_TRUE(visit("window-one").empty());
    const auto others = visit("window-two");
    ASSERT_EQ(others.size(), 1U);
    EXPECT_EQ(others[0].at("name").as_string(), "王小协");
    EXPECT_TRUE(others[0].at("same_person").as_bool());
    EXPECT_EQ(visit("window-one").size(), 1U);
    EXPECT_TRUE(visit("window-two", true).size() == 1U);
    EXPECT_TRUE(visit("window-one").empty());
    visit("window-two");
    clock.advance(30'000);
    EXPECT_EQ(visit("window-one").size(), 1U) << "as old as one that is there may be";
    clock.advance(6'000);
    EXPECT_TRUE(visit("window-one").empty()) << "who is silent has gone";
    EXPECT_EQ(send(post, place("/visits"), "reader", R"({"window_id":"window-x"})").status, 403);
}

} // namespace
} // namespace xieshang::plan
