// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_audit_actions.h"
#include "features/plan/plan_desk_test.h"
#include "features/settings/setting_store.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::HasSubstr;

// A plan on which the party committee decided on 2022-03-14, ten days later.
class IssueRoutes : public PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto made = send(http::Method::post, "/api/plans", "office",
            R"({"title":"协商计划","committee":"政协","year":2022,"topics":[{"number":1,)"
            R"("kind":"thematic","title":"养老服务","period":"","responsible":[],)"
            R"("participating":[],"line":0}]})");
        ASSERT_EQ(made.status, 201) << made.text;
        id_ = made.id();
        const std::string met = R"(,"review":{"meeting":"会议","meeting_day":"2022-03-14",)"
                                R"("decided_on":"","papers":""})";
        EXPECT_EQ(take("office", "submit", R"(,"issued_on":"2022-03-14")").code(), "plan.no_issue");
        ASSERT_EQ(take("office", "submit").status, 201);
        for (const auto* as : {"office", "party_office", "government_office"}) {
            ASSERT_EQ(take(as, "pass").status, 201);
        }
        ASSERT_EQ(take("chairperson", "pass", met).status, 201);
        ASSERT_EQ(take("party_committee", "approve", met).status, 201);
        clock.advance(ten_days);
    }
    Answer plan() { return send(http::Method::get, "/api/plans/" + id_, "office"); }
    Answer take(const std::string& as, const std::string& action, const std::string& more = {})
    {
        return send(http::Method::post, "/api/plans/" + id_ + "/steps", as,
            R"({"action":")" + action + R"(","reason":"")" + more + "}",
            plan().body.at("version").as_int64());
    }
    Answer issue(const std::string& day)
    {
        return take("office", "issue", R"(,"issued_on":")" + day + "\"");
    }
    std::size_t misfits()
    {
        return db().read([&](db::Tx& tx) { return audit_plan(tx, id_).size(); });
    }
    void write(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
    }

    static constexpr std::int64_t ten_days = 864'000'000;
    std::string id_;
};
ON_EVERY_DATABASE(IssueRoutes);

TEST_P(IssueRoutes, KeepTheDayThatTheDocumentBears)
{
    EXPECT_EQ(plan().body.at("issued_on"), nullptr);
    const auto issued = issue("2022-03-20");
    ASSERT_EQ(issued.status, 201) << issued.text;
    EXPECT_EQ(issued.body.at("issued_on"), "2022-03-20");
    EXPECT_THAT(content_of_newest("plan.issue"), HasSubstr(R"("issued_on":"2022-03-20")"));
    EXPECT_EQ(misfits(), 0U);
    write("UPDATE plan_issue SET issued_on = '2022-03-21'");
    EXPECT_EQ(misfits(), 1U);
}

TEST_P(IssueRoutes, ShowUntilThePlanIsDecidedByWhenAsTheSettingsSay)
{
    EXPECT_EQ(plan().body.at("due"), nullptr);
    ASSERT_EQ(send(http::Method::post, "/api/plans/" + id_ + "/steps", "party_committee",
                  R"({"action":"send_back","reason":"再改"})", plan().body.at("version").as_int64())
                  .status,
        201);
    EXPECT_EQ(plan().body.at("due").at("stage"), "draft");
    EXPECT_EQ(plan().body.at("due").at("day"), "2021-12-15");
    const settings::KeptSetting later{.name = "draft_due", .value = {"12-20"}, .version = 1};
    ASSERT_TRUE(db().transact([&](db::Tx& tx) { return settings::keep_setting(tx, later, 0); }));
    EXPECT_EQ(plan().body.at("due").at("day"), "2021-12-20");
}

TEST_P(IssueRoutes, RefuseADayToComeOrBeforeThePartyCommitteesDecision)
{
    const auto refused = [&](const std::string& day) {
        const auto answer = issue(day);
        const auto& first = answer.body.at("errors").at(0);
        return std::string(first.at("pointer").as_string()) + " "
            + std::string(first.at("code").as_string());
    };
    EXPECT_EQ(refused("2022-03-25"), "/issued_on plan.issue_to_come");
    EXPECT_EQ(refused("2022-03-13"), "/issued_on plan.issued_before_decision");
    EXPECT_EQ(plan().body.at("state"), "approved");
    EXPECT_EQ(issue("").body.at("issued_on"), "2022-03-24");
}

TEST_P(IssueRoutes, ShowOfAPlanFromBeforeTheDayWasAskedForTheDayOfItsStep)
{
    ASSERT_EQ(issue("2022-03-20").status, 201);
    write("DELETE FROM plan_issue");
    EXPECT_EQ(plan().body.at("issued_on"), "2022-03-24");
    EXPECT_EQ(misfits(), 1U);
}

} // namespace
} // namespace xieshang::plan
