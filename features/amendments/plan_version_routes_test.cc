// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::amendments {
namespace {

using testing::ElementsAre;

class PlanVersionRoutes : public AmendmentDesk {
protected:
    Answer versions(const std::string& as = "reader")
    {
        return send(http::Method::get, "/api/plans/" + plan_ + "/versions", as);
    }
    Answer compare(const std::string& asked = {}, const std::string& as = "reader")
    {
        return send(http::Method::get,
            "/api/plans/" + plan_ + "/comparison" + (asked.empty() ? "" : "?" + asked), as);
    }
    std::vector<std::string> names()
    {
        std::vector<std::string> names;
        const auto answer = versions();
        for (const auto& one : answer.body.at("items").as_array()) {
            const auto& action = one.at("action");
            names.push_back(std::to_string(one.at("version").as_int64()) + " "
                + std::string(action.is_string() ? action.as_string() : one.at("mark").as_string())
                + " " + std::to_string(one.at("nth").as_int64()));
        }
        return names;
    }
    static std::string titles(const Answer& answer, const char* side)
    {
        std::string text;
        for (const auto& one : answer.body.at("topics").as_array()) {
            const auto& topic = one.at(side);
            text += topic.is_null() ? "- "
                                    : std::string(topic.at("title").as_string()) + ":"
                    + std::string(topic.at("place").as_string()) + " ";
        }
        return text;
    }
    void edit(const std::string& path, const std::string& body)
    {
        const auto version = send(http::Method::get, path, "office").body.at("version").as_int64();
        const auto edited = send(http::Method::patch, path, "office", body, version);
        ASSERT_EQ(edited.status, 200) << edited.text;
    }
    void decide(const std::string& changes, const std::string& effective_on)
    {
        const auto made = propose(changes);
        ASSERT_EQ(made.status, 201) << made.text;
        const auto decided = take(made.id(), "chairperson", "decide", 1, on(effective_on));
        ASSERT_EQ(decided.status, 201) << decided.text;
    }
};
ON_EVERY_DATABASE(PlanVersionRoutes);

TEST_P(PlanVersionRoutes, NameThePlanAfterEachStepAndEachAmendment)
{
    plan_step("office", "submit");
    plan_step("party_office", "send_back", "", "请补充");
    EXPECT_THAT(names(), ElementsAre("1 save_draft 1", "2 submit 1", "3 send_back 1", "3 now 1"));
    issue();
    decide(retitle(1, "生活垃圾分类"), "2022-03-14");
    EXPECT_THAT(names(),
        ElementsAre("1 save_draft 1", "2 submit 1", "3 send_back 1", "4 submit 2", "7 pass 1",
            "8 pass 1", "9 approve 1", "10 issue 1", "11 amendment 1", "11 now 1"));
    EXPECT_EQ(versions("").status, 401);
    EXPECT_EQ(versions("auditor").status, 403);
}

TEST_P(PlanVersionRoutes, SetADraftAsItWasSentBesideWhatWasIssued)
{
    plan_step("office", "submit");
    plan_step("party_office", "send_back", "", "请补充");
    edit("/api/plans/" + plan_, R"({"title":"2022年协商计划"})");
    edit("/api/topics/" + topics_[0], R"({"title":"居家养老服务","period":"6月"})");
    issue();
    const auto answer = compare("before=2&after=now");
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.body.at("before").at("title"), "协商计划");
    EXPECT_EQ(answer.body.at("before").at("state"), "three_office_review");
    EXPECT_EQ(answer.body.at("after").at("title"), "2022年协商计划");
    EXPECT_EQ(answer.body.at("after").at("state"), "issued");
    const auto& topic = answer.body.at("topics").at(0);
    EXPECT_EQ(topic.at("id"), topics_[0].c_str());
    EXPECT_EQ(topic.at("before").at("title"), "养老服务");
    EXPECT_EQ(topic.at("after").at("title"), "居家养老服务");
    EXPECT_EQ(topic.at("before").at("period"), "");
    EXPECT_EQ(topic.at("after").at("period"), "6月");
    EXPECT_EQ(
        answer.body.at("topics").at(1).at("before"), answer.body.at("topics").at(1).at("after"));
}

TEST_P(PlanVersionRoutes, ShowAnyDayAsThePlanStoodThen)
{
    issue();
    clock.advance(ten_days);
    decide(replace(0, "托育服务") + "," + retitle(1, "生活垃圾分类"), "2022-03-20");
    const auto answer = compare("before=2022-03-19&after=2022-03-20");
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(titles(answer, "before"), "养老服务:listed 垃圾分类:listed - ");
    EXPECT_EQ(titles(answer, "after"), "养老服务:replaced 生活垃圾分类:listed 托育服务:listed ");
    EXPECT_EQ(answer.body.at("after").at("day"), "2022-03-20");
    // The same day, told by the rows.
    EXPECT_EQ(stood("2022-03-20"), "养老服务:replaced 生活垃圾分类:planned 托育服务:planned ");
    EXPECT_EQ(stood("2022-03-19"), "养老服务:planned 垃圾分类:planned ");
    EXPECT_EQ(titles(compare("before=8"), "after"), titles(answer, "after"));
}

TEST_P(PlanVersionRoutes, BeginWithTheFirstAndEndWithNowWhereNothingIsSaid)
{
    issue();
    const auto answer = compare();
    EXPECT_EQ(answer.body.at("before").at("state"), "draft");
    EXPECT_EQ(answer.body.at("after").at("state"), "issued");
    EXPECT_TRUE(answer.body.at("after").at("day").is_null());
}

TEST_P(PlanVersionRoutes, AreReadByWhoReadsThePlanAndNamedWhereTheyAreNone)
{
    EXPECT_EQ(compare("", "").status, 401);
    EXPECT_EQ(compare("", "auditor").status, 403);
    EXPECT_EQ(compare("", "member").status, 200);
    EXPECT_EQ(field(compare("before=2")), "/before version.no_such_version");
    EXPECT_EQ(field(compare("after=2999-01-01")), "/after amendment.day_to_come");
    EXPECT_EQ(field(compare("before=2022-03-13")), "/before version.not_there_yet");
    EXPECT_EQ(field(compare("after=soon")), "/after version.not_a_choice");
    plan_ = "00000000-0000-7000-8000-000000000000";
    EXPECT_EQ(compare().code(), "plan.not_found");
    EXPECT_EQ(versions().code(), "plan.not_found");
}

TEST_P(PlanVersionRoutes, ShowOfADayEachTopicWithItsWordsOfThatDay)
{
    const auto words = [&](const std::string& day) {
        const auto topic =
            send(http::Method::get, "/api/plans/" + plan_ + "/as-it-stood?day=" + day, "reader")
                .body.at("topics")
                .at(0);
        return std::to_string(topic.at("number").as_int64()) + " "
            + boost::json::serialize(topic.at("title")) + boost::json::serialize(topic.at("period"))
            + boost::json::serialize(topic.at("responsible"));
    };
    edit("/api/topics/" + topics_[0], R"({"period":"5月","responsible":["区民政局"]})");
    clock.advance(ten_days);
    edit("/api/topics/" + topics_[0],
        R"({"title":"居家养老","period":"6月","month":6,"responsible":[]})");
    EXPECT_EQ(words("2022-03-14"), R"(1 "养老服务""5月"["区民政局"])");
    EXPECT_EQ(words("2022-03-24"), R"(1 "居家养老""6月"[])");
    EXPECT_EQ(words("2022-03-13"), R"(1 "居家养老""6月"[])"); // nothing is told of that day
}

TEST_P(PlanVersionRoutes, SayWhatTheRecordDoesNotTellAnyMore)
{
    plan_step("office", "submit");
    db().write([&](db::Tx& tx) {
        tx.execute("DELETE FROM event_content WHERE sequence = (SELECT max(sequence) FROM event)");
        return true;
    });
    EXPECT_EQ(compare("before=1&after=1").status, 200);
    const auto answer = compare();
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.code(), "version.not_told");
}

} // namespace
} // namespace xieshang::amendments
