// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_desk_test.h"

#include "features/people/post_actions.h"

namespace xieshang::behalf {
namespace {

using testing::HasSubstr;

// The office takes a plan through the reviews of bodies without an account.
class BehalfPlanRoutes : public BehalfDesk {
protected:
    void SetUp() override
    {
        BehalfDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto plan = ask(clerk, http::Method::post, "/api/plans",
            R"({"title":"协商计划","committee":"政协","year":2026,"topics":[)"
            R"({"number":1,"kind":"thematic","title":"养老服务","period":"","responsible":[],)"
            R"("participating":[],"line":0}]})");
        ASSERT_EQ(plan.status, 201) << plan.text;
        plan_ = plan.at("id");
        ASSERT_EQ(plan_step(clerk, "submit", 1).status, 201);
        std::int64_t version = 2;
        for (const auto office : {Role::office, Role::party_office, Role::government_office}) {
            const base::Actor of_it{"of it", "三办", members::bit(office)};
            ASSERT_EQ(plan_step(of_it, "pass", version++).status, 201);
        }
    }

    Answer plan_step(const base::Actor& as, const std::string& action, std::int64_t version,
        const std::string& behalf = {}, const std::string& reason = {})
    {
        return ask(as, http::Method::post, "/api/plans/" + plan_ + "/steps",
            R"({"action":")" + action + R"(","reason":")" + reason + "\""
                + (action == "pass" || action == "approve"
                        ? R"(,"review":{"meeting":"会议","meeting_day":"1970-01-01",)"
                          R"("decided_on":"","papers":""})"
                        : "")
                + (behalf.empty() ? "" : R"(,"behalf":)" + behalf) + "}",
            version);
    }
    Answer upload(const std::string& bytes)
    {
        return ask(
            clerk, http::Method::post, "/api/behalf/scans", bytes, 0, "application/octet-stream");
    }
    std::string paper(const std::string& scan, const std::string& organisation = {},
        const std::string& day = "1970-01-01")
    {
        return R"({"scan_id":")" + scan + R"(","paper_day":")" + day + "\""
            + (organisation.empty() ? "" : R"(,"organisation_id":")" + organisation + "\"") + "}";
    }
    std::string offer(const base::Actor& as, const std::string& action)
    {
        const auto plan = see(as, "/api/plans/" + plan_);
        for (const auto& one : plan.body.at("actions").as_array()) {
            if (one.at("action").as_string() == action) {
                return boost::json::serialize(one);
            }
        }
        return {};
    }

    std::string plan_;
};
ON_EVERY_DATABASE(BehalfPlanRoutes);

TEST_P(BehalfPlanRoutes, RecordABodysStepWithScanAndDate)
{
    const auto scan = upload(pdf);
    ASSERT_EQ(scan.status, 201) << scan.text;
    EXPECT_EQ(scan.at("media_type"), "application/pdf");
    EXPECT_THAT(offer(clerk, "pass"), HasSubstr(R"("behalf":"chairperson")"));
    const auto passed = plan_step(clerk, "pass", 5, paper(scan.at("id"), committee_.id.text));
    ASSERT_EQ(passed.status, 201) << passed.text;
    EXPECT_EQ(passed.at("state"), "party_committee_review");
    ASSERT_EQ(plan_step(clerk, "approve", 6, paper(scan.at("id"))).status, 201);
    const auto steps = see(clerk, "/api/plans/" + plan_ + "/steps").body.at("items").as_array();
    const auto& pass = steps.at(5);
    EXPECT_EQ(pass.at("by_name"), "张三");
    EXPECT_EQ(pass.at("behalf").at("body"), "chairperson");
    EXPECT_EQ(pass.at("behalf").at("name").as_string(), committee_.words.name);
    EXPECT_EQ(pass.at("behalf").at("paper_day"), "1970-01-01");
    const auto act = std::string(pass.at("behalf").at("act_id").as_string());
    EXPECT_EQ(see(clerk, "/api/behalf/acts/" + act + "/scan").text, pdf);
    EXPECT_EQ(steps.at(6).at("behalf").at("body"), "party_committee");
    EXPECT_EQ(see(clerk, "/api/plans/" + plan_).at("state"), "approved");
    EXPECT_EQ(recorded("behalf.record"), 2);
    EXPECT_THAT(everything_recorded(), HasSubstr(R"("organisation_id":")" + committee_.id.text));
}

TEST_P(BehalfPlanRoutes, RefuseWithoutScanOrDateAndChangeNothing)
{
    const auto bare = plan_step(clerk, "pass", 5);
    EXPECT_EQ(bare.status, 422);
    EXPECT_EQ(bare.field(), "/behalf/scan_id behalf.no_scan");
    const auto scan = upload(pdf).at("id");
    EXPECT_EQ(plan_step(clerk, "pass", 5, R"({"scan_id":")" + scan + "\"}").field(),
        "/behalf/paper_day behalf.no_day");
    EXPECT_EQ(plan_step(clerk, "pass", 5, paper(scan, {}, "2999-01-01")).field(),
        "/behalf/paper_day behalf.day_to_come");
    EXPECT_EQ(plan_step(clerk, "pass", 5, paper(scan, sector_.id.text)).field(),
        "/behalf/organisation_id behalf.not_that_body");
    EXPECT_EQ(plan_step(colleague, "pass", 5, paper(scan)).field(), // handed in by another
        "/behalf/scan_id behalf.no_scan");
    EXPECT_EQ(see(clerk, "/api/plans/" + plan_).at("state"), "chairpersons_review");
    EXPECT_EQ(recorded("behalf.record"), 0);
    EXPECT_EQ(recorded("plan.pass"), 1); // of the three offices
}

TEST_P(BehalfPlanRoutes, RefuseAScanThatIsNone)
{
    EXPECT_EQ(upload("<html>").status, 415);
    EXPECT_EQ(upload("<html>").code(), "behalf.scan_type");
    EXPECT_EQ(upload("%PDF-1.7 cut").code(), "behalf.scan_cut");
    EXPECT_EQ(upload(std::string((20U << 20U) + 1, 'x')).status, 413);
    EXPECT_EQ(ask(own, http::Method::post, "/api/behalf/scans", pdf, 0, "application/octet-stream")
                  .status,
        403);
    EXPECT_EQ(recorded("behalf_scan.keep"), 0);
}

TEST_P(BehalfPlanRoutes, LeaveABodyWithAnAccountToItself)
{
    const auto scan = upload(pdf).at("id");
    auto chair = account("zhou", "周主席", Role::chairperson);
    chair.membership = base::Membership::active;
    // an account that is no member today takes no step, so the office still records it
    EXPECT_THAT(offer(clerk, "pass"), HasSubstr(R"("behalf":"chairperson")"));
    const auto registered = people::register_person(
        services(), clerk, {.words = {.name = "周主席"}, .account = PersonId{chair.id}});
    ASSERT_TRUE(registered);
    member(*registered);
    EXPECT_THAT(offer(clerk, "pass"), HasSubstr("It acts by itself"));
    const auto refused = plan_step(clerk, "pass", 5, paper(scan));
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "behalf.body_acts_itself");
    EXPECT_EQ(plan_step(chair, "pass", 5, paper(scan)).field(), "/behalf behalf.not_needed");
    EXPECT_EQ(plan_step(chair, "pass", 5).status, 201);
    EXPECT_EQ(recorded("behalf.record"), 0);
}

TEST_P(BehalfPlanRoutes, GiveNobodyElseABodysStep)
{
    const auto scan = upload(pdf).at("id");
    EXPECT_EQ(plan_step(own, "pass", 5, paper(scan)).code(), "workflow.wrong_role");
    const base::Actor party{"p", "党委", members::bit(Role::party_committee)};
    EXPECT_EQ(plan_step(party, "pass", 5).code(), "workflow.wrong_role");
    EXPECT_EQ(plan_step(clerk, "approve", 5, paper(scan)).code(), "workflow.no_such_step");
}

TEST_P(BehalfPlanRoutes, TellWhoHoldsAPostOfTheBodyAndHasAnAccount)
{
    const auto post = people::add_post(services(), clerk, {committee_.id, "副主席", false}).value();
    ASSERT_TRUE(
        people::begin_tenure(services(), clerk, {post.id, PersonId{wang}, {"1960-01-01", {}}}));
    const auto scan = upload(pdf).at("id");
    ASSERT_EQ(plan_step(clerk, "pass", 5, paper(scan, committee_.id.text)).status, 201);
    const auto act = newest_of(own);
    ASSERT_NE(act, "");
    EXPECT_EQ(see(own, "/api/behalf/acts/" + act + "/scan").text, pdf);
    EXPECT_EQ(step(own, act, "object", 1, "会上没有通过").status, 201);
    clock.advance(1000);
    const auto sent = plan_step(clerk, "send_back", 6, paper(scan), "文件有误");
    ASSERT_EQ(sent.status, 201) << sent.text;
    EXPECT_EQ(sent.at("state"), "draft");
    const auto all = see(clerk, "/api/behalf/acts").body.at("items").as_array();
    EXPECT_EQ(all.at(0).at("deed"), "send_back_plan");
    EXPECT_EQ(all.at(0).at("reachable"), false); // no organisation was named
}

} // namespace
} // namespace xieshang::behalf
