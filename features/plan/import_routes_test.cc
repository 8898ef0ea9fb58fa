// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Imports: what is not a plan yet is listed, gone on with, discarded and restored; the same file
// comes in twice only on purpose.
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using enum http::Method;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string text = "河东区政协2023年协商工作计划\n一、重点议题\n（一）主席会议协商议题\n"
                         "1. 推进养老服务\n2. 加强古树保护\n";

class ImportRoutes : public PlanDesk {
protected:
    std::vector<std::string> listed(const std::string& query = {})
    {
        const auto answer = send(get, "/api/plan-documents" + query, "office");
        EXPECT_EQ(answer.status, 200) << answer.text;
        std::vector<std::string> ids;
        for (const auto& one : answer.body.at("items").as_array()) {
            ids.emplace_back(one.at("id").as_string());
        }
        return ids;
    }

    Answer step(const std::string& id, const std::string& action, std::int64_t version,
        const std::string& reason = "传错了", const std::string& as = "office")
    {
        clock.advance(1000);
        return send(post, "/api/plan-documents/" + id + "/steps", as,
            R"({"action":")" + action + R"(","reason":")" + reason + "\"}", version);
    }

    std::size_t hits(const std::string& as)
    {
        return send(get, "/api/search?kind=document&q=%E5%8F%A4%E6%A0%91", as)
            .body.at("items")
            .as_array()
            .size();
    }
};
ON_EVERY_DATABASE(ImportRoutes);

TEST_P(ImportRoutes, ListWhatIsToBeFinishedTheNewestFirst)
{
    const auto first = upload(text);
    clock.advance(1000);
    const auto second = upload(text + "3. 改善河道水质\n");
    EXPECT_THAT(listed(), ElementsAre(second.id(), first.id()));
    EXPECT_THAT(listed("?sort=oldest"), ElementsAre(first.id(), second.id()));
    EXPECT_THAT(listed("?q=nobody"), IsEmpty());
    const auto page = send(get, "/api/plan-documents?size=1", "office").body;
    EXPECT_EQ(page.at("items").as_array().size(), 1U);
    EXPECT_THAT(listed("?size=1&after=" + std::string(page.at("next").as_string())),
        ElementsAre(first.id()));
    ASSERT_EQ(plan_of(first.id()).status, 201);
    EXPECT_THAT(listed(), ElementsAre(second.id()));
}

TEST_P(ImportRoutes, TellWhoHandedItInAndWhoCorrectedItLast)
{
    const auto document = upload(text);
    const auto line = [&] {
        return send(get, "/api/plan-documents", "office").body.at("items").as_array().at(0);
    };
    EXPECT_EQ(line().at("file_name"), "plan.txt");
    EXPECT_EQ(line().at("uploaded_by_name"), "王小协");
    EXPECT_TRUE(line().at("corrected_at").is_null());
    clock.advance(5000);
    const auto place = "/api/plan-documents/" + document.id() + "/correction";
    const auto correction = send(get, place, "office").body.at("correction");
    ASSERT_EQ(send(put, place, "office", boost::json::serialize(correction), 1).status, 200);
    EXPECT_EQ(line().at("corrected_by_name"), "王小协");
    EXPECT_EQ(line().at("corrected_at").as_int64() - line().at("uploaded_at").as_int64(), 5000);
}

TEST_P(ImportRoutes, AreTheOfficesAlone)
{
    const auto document = upload(text);
    for (const auto* address : {"/api/plan-documents", "/api/plan-documents/export"}) {
        EXPECT_EQ(send(get, address, "").status, 401);
        EXPECT_EQ(send(get, address, "reader").status, 403);
    }
    EXPECT_EQ(step(document.id(), "discard", 1, "传错了", "reader").status, 403);
    EXPECT_EQ(step(document.id(), "discard", 1, "传错了", "").status, 401);
    EXPECT_EQ(send(get, "/api/plan-documents/" + document.id() + "/steps", "reader").status, 403);
    EXPECT_THAT(recorded(), ElementsAre("document.keep"));
}

TEST_P(ImportRoutes, ExportTheListAsItIsFiltered)
{
    upload(text);
    const auto table = send(get, "/api/plan-documents/export", "office");
    EXPECT_EQ(table.status, 200);
    EXPECT_THAT(table.text, HasSubstr("\"plan.txt\""));
    EXPECT_THAT(table.text, HasSubstr("\"Unfinished\",\"王小协\""));
    EXPECT_THAT(send(get, "/api/plan-documents/export?q=nobody", "office").text,
        testing::Not(HasSubstr("plan.txt")));
}

TEST_P(ImportRoutes, DiscardWithAReasonAndRestore)
{
    const auto id = upload(text).id();
    EXPECT_EQ(step(id, "discard", 1, "").code(), "document.no_reason");
    EXPECT_EQ(step(id, "discard", 1, " \u3000").code(), "document.no_reason");
    EXPECT_EQ(step(id, "restore", 1).code(), "workflow.no_such_step");
    EXPECT_EQ(hits("office"), 1U);
    const auto taken = step(id, "discard", 1);
    ASSERT_EQ(taken.status, 201) << taken.text;
    EXPECT_EQ(taken.etag, "\"v2\"");
    EXPECT_EQ(taken.body.at("to"), "discarded");
    EXPECT_THAT(listed(), IsEmpty());
    EXPECT_THAT(listed("?state=discarded"), ElementsAre(id));
    EXPECT_EQ(hits("office"), 0U);
    EXPECT_EQ(step(id, "restore", 1).code(), "document.stale");
    const auto shown = send(get, "/api/plan-documents/" + id, "office").body;
    EXPECT_EQ(shown.at("state"), "discarded");
    EXPECT_EQ(shown.at("actions").at(0).at("action"), "restore");
    ASSERT_EQ(step(id, "restore", 2, "还要用").status, 201);
    EXPECT_THAT(listed(), ElementsAre(id));
    EXPECT_EQ(hits("office"), 1U);
    const auto steps = send(get, "/api/plan-documents/" + id + "/steps", "office").body;
    EXPECT_EQ(steps.at("items").as_array().size(), 2U);
    EXPECT_EQ(steps.at("items").at(0).at("reason"), "传错了");
    EXPECT_EQ(steps.at("items").at(1).at("by_name"), "王小协");
    EXPECT_THAT(recorded(), ElementsAre("document.keep", "document.discard", "document.restore"));
}

TEST_P(ImportRoutes, GoOnWithNothingThatWasDiscarded)
{
    const auto id = upload(text).id();
    const auto place = "/api/plan-documents/" + id;
    const auto correction = send(get, place + "/correction", "office").body.at("correction");
    ASSERT_EQ(step(id, "discard", 1).status, 201);
    const auto kept =
        send(put, place + "/correction", "office", boost::json::serialize(correction), 1);
    EXPECT_EQ(kept.status, 409);
    EXPECT_EQ(kept.code(), "document.discarded");
    EXPECT_EQ(plan_of(id).code(), "document.discarded");
    ASSERT_EQ(step(id, "restore", 2).status, 201);
    ASSERT_EQ(plan_of(id).status, 201);
    EXPECT_EQ(step(id, "discard", 3).code(), "document.has_plan");
}

TEST_P(ImportRoutes, NameTheUnfinishedImportOfTheSameFile)
{
    const auto first = upload(text);
    const auto refused = upload(text);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "document.import_unfinished");
    EXPECT_EQ(refused.body.at("about").as_string(), "/api/plan-documents/" + first.id());
    EXPECT_THAT(std::string(refused.body.at("detail").as_string()), HasSubstr("王小协"));
    EXPECT_THAT(listed(), ElementsAre(first.id()));
    EXPECT_THAT(recorded(), ElementsAre("document.keep"));
    EXPECT_EQ(upload(text, "office", "false").status, 409);
    EXPECT_EQ(upload(text, "office", "perhaps").status, 422);
    EXPECT_EQ(upload(text, "office", "true").status, 201) << "on purpose";
    EXPECT_EQ(listed().size(), 2U);
}

TEST_P(ImportRoutes, TakeAFileAnewWhoseImportWasDiscarded)
{
    ASSERT_EQ(step(upload(text).id(), "discard", 1).status, 201);
    EXPECT_EQ(upload(text).status, 201);
}

TEST_P(ImportRoutes, NameThePlanThatWasMadeOfTheSameFile)
{
    const auto plan = plan_of(upload(text).id());
    ASSERT_EQ(plan.status, 201);
    const auto refused = upload(text);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "plan.file_has_plan");
    EXPECT_EQ(refused.body.at("about").as_string(), "/api/plans/" + plan.id());
    EXPECT_THAT(std::string(refused.body.at("detail").as_string()), HasSubstr("2023年"));
}

TEST_P(ImportRoutes, MakeASecondPlanOfAFileOnlyOnPurpose)
{
    const auto plan = plan_of(upload(text).id());
    const auto second = upload(text, "office", "true");
    ASSERT_EQ(second.status, 201);
    const auto place = "/api/plan-documents/" + second.id();
    const auto made = send(get, place + "/correction", "office").body.at("made");
    EXPECT_EQ(made.at("id").as_string(), plan.id());
    EXPECT_EQ(made.at("title"), plan.body.at("title"));
    const auto refused = send(post, place + "/plan", "office", "", 1);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "plan.file_has_plan");
    EXPECT_EQ(refused.body.at("about").as_string(), "/api/plans/" + plan.id());
    EXPECT_EQ(send(get, "/api/plans", "office").body.at("items").as_array().size(), 1U);
    EXPECT_EQ(send(post, place + "/plan?again=true", "office", "", 1).status, 201);
    EXPECT_EQ(send(get, "/api/plans", "office").body.at("items").as_array().size(), 2U);
}

TEST_P(ImportRoutes, MakeAPlanAnewWhenTheOneBeforeWasDiscarded)
{
    const auto plan = plan_of(upload(text).id());
    ASSERT_EQ(send(post, "/api/plans/" + plan.id() + "/steps", "office",
                  R"({"action":"discard","reason":"重复"})", 1)
                  .status,
        201);
    const auto document = upload(text);
    ASSERT_EQ(document.status, 201);
    EXPECT_EQ(
        send(post, "/api/plan-documents/" + document.id() + "/plan", "office", "", 1).status, 201);
}

} // namespace
} // namespace xieshang::plan
