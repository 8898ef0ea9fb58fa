// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>
#include <thread>

namespace xieshang::plan {
namespace {

using enum http::Method;
using testing::ElementsAre;
using testing::HasSubstr;

class PlanRoutes : public PlanDesk {};
ON_EVERY_DATABASE(PlanRoutes);

const std::string by_hand =
    R"({"title":"河东区政协2023年协商工作计划","committee":"河东区政协","year":2023,"topics":[]})";

TEST_P(PlanRoutes, SaveTheDemoPlanWithItsTwelveTopics)
{
    const auto plan = saved_plan();
    ASSERT_EQ(plan.status, 201) << plan.text;
    EXPECT_EQ(plan.body.at("topics").as_array().size(), 12U);
    EXPECT_EQ(plan.body.at("state").as_string(), "draft");
    EXPECT_TRUE(plan.body.at("draft").as_bool());
    EXPECT_EQ(plan.etag, "\"v1\"");
    EXPECT_THAT(recorded(), ElementsAre("document.keep", "plan.save_draft", "correction.keep"));
    const auto shown = send(get, "/api/plans/" + plan.id(), "reader");
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(shown.body.at("topics"), plan.body.at("topics"));
    EXPECT_FALSE(shown.body.at("can_edit").as_bool());
}

TEST_P(PlanRoutes, AskWhoSomebodyIsAndWhatHeMay)
{
    for (const auto* target : {"/api/plans", "/api/plans/export", "/api/plans/years"}) {
        EXPECT_EQ(send(get, target, "").status, 401) << target;
        EXPECT_EQ(send(get, target, "reader").status, 200) << target;
    }
    EXPECT_EQ(send(post, "/api/plans", "", by_hand).status, 401);
    EXPECT_EQ(send(post, "/api/plans", "reader", by_hand).status, 403);
    EXPECT_EQ(upload("一、议题\n1. 甲", "reader").status, 403);
    EXPECT_TRUE(recorded().empty());
}

TEST_P(PlanRoutes, NameEveryFieldThatIsWrong)
{
    const auto wrong = send(post, "/api/plans", "office",
        R"({"title":" ","committee":"河东区政协","year":1700,"colour":"red",)"
        R"("topics":[{"number":1,"kind":"party"}]})");
    ASSERT_EQ(wrong.status, 422) << wrong.text;
    for (const auto* pointer :
        {"/title", "/year", "/colour", "/topics/0/kind", "/topics/0/title"}) {
        EXPECT_THAT(wrong.text, HasSubstr(std::string("\"pointer\":\"") + pointer + "\""));
    }
}

TEST_P(PlanRoutes, RefuseTheSameTitleTwiceAndATooLongOne)
{
    const std::string topic =
        R"({"number":1,"kind":"thematic","title":"甲","period":"","month":null,)"
        R"("responsible":[],"participating":[],"line":1})";
    const auto twice = send(post, "/api/plans", "office",
        R"({"title":"计划","committee":"政协","year":null,"topics":[)" + topic + "," + topic
            + "]}");
    EXPECT_EQ(twice.status, 422);
    EXPECT_EQ(twice.code(), "topic.duplicate_titles");
    std::string long_title;
    for (int i = 0; i < 201; ++i) {
        long_title += "长";
    }
    EXPECT_EQ(send(post, "/api/plans", "office",
                  R"({"title":")" + long_title + R"(","committee":"政协","topics":[]})")
                  .status,
        422);
    EXPECT_TRUE(recorded().empty());
}

TEST_P(PlanRoutes, EditADraftOnlyInTheVersionThatWasSeen)
{
    const auto plan = send(post, "/api/plans", "office", by_hand);
    const auto target = "/api/plans/" + plan.id();
    EXPECT_EQ(send(patch, target, "office", R"({"title":"甲"})").status, 428);
    EXPECT_EQ(send(patch, target, "reader", R"({"title":"甲"})", 1).status, 403);
    EXPECT_EQ(send(patch, target, "office", R"({"title":"甲"})", 1).etag, "\"v2\"");
    const auto stale = send(patch, target, "office", R"({"title":"乙"})", 1);
    EXPECT_EQ(stale.status, 412);
    EXPECT_THAT(stale.text, HasSubstr("甲"));
    EXPECT_EQ(send(get, target, "reader").body.at("title").as_string(), "甲");
    EXPECT_THAT(recorded(), ElementsAre("plan.save_draft", "plan.edit"));
}

TEST_P(PlanRoutes, TakeStepsByTheWorkflowAndKeepTheirHistory)
{
    const auto plan = send(post, "/api/plans", "office", by_hand);
    const auto steps = "/api/plans/" + plan.id() + "/steps";
    EXPECT_EQ(
        send(post, steps, "reader", R"({"action":"discard","reason":"重复"})", 1).status, 403);
    const auto silent = send(post, steps, "office", R"({"action":"discard","reason":""})", 1);
    EXPECT_EQ(silent.status, 422);
    EXPECT_EQ(silent.code(), "plan.no_reason");
    EXPECT_EQ(send(post, steps, "office", R"({"action":"restore","reason":"要"})", 1).status, 409);
    EXPECT_EQ(
        send(post, steps, "office", R"({"action":"discard","reason":"重复"})", 1).status, 201);
    EXPECT_EQ(send(patch, "/api/plans/" + plan.id(), "office", R"({"title":"甲"})", 2).code(),
        "plan.not_a_draft");
    const auto history = send(get, steps, "reader").body.at("items").as_array();
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[1].at("action").as_string(), "discard");
    EXPECT_EQ(history[1].at("by_name").as_string(), "王小协");
    EXPECT_EQ(history[1].at("reason").as_string(), "重复");
    EXPECT_THAT(recorded(), ElementsAre("plan.save_draft", "plan.discard"));
}

TEST_P(PlanRoutes, LetExactlyOneOfManyEditorsWin)
{
    const auto plan = send(post, "/api/plans", "office", by_hand);
    std::vector<Answer> answers(16);
    std::vector<std::thread> editors;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        editors.emplace_back([&, i] {
            answers[i] = send(patch, "/api/plans/" + plan.id(), "office",
                R"({"title":"第)" + std::to_string(i) + R"("})", 1);
        });
    }
    for (auto& editor : editors) {
        editor.join();
    }
    EXPECT_EQ(std::count_if(answers.begin(), answers.end(),
                  [](const auto& answer) { return answer.status == 200; }),
        1);
    EXPECT_EQ(std::count_if(answers.begin(), answers.end(),
                  [](const auto& answer) { return answer.status == 412; }),
        15);
}

TEST_P(PlanRoutes, PageThroughTheListAndExportIt)
{
    for (int i = 0; i < 5; ++i) {
        clock.advance(1000);
        send(post, "/api/plans", "office",
            R"({"title":"计划)" + std::to_string(i)
                + R"(","committee":"河东区政协","year":2023,"topics":[]})");
    }
    std::string next;
    std::vector<std::string> titles;
    do {
        const auto page =
            send(get, "/api/plans?size=2" + (next.empty() ? "" : "&after=" + next), "reader");
        ASSERT_EQ(page.status, 200) << page.text;
        for (const auto& item : page.body.at("items").as_array()) {
            titles.emplace_back(item.at("title").as_string());
        }
        next = page.body.at("next").is_null() ? "" : std::string(page.body.at("next").as_string());
    } while (!next.empty());
    EXPECT_THAT(titles, ElementsAre("计划4", "计划3", "计划2", "计划1", "计划0"));
    EXPECT_EQ(send(get, "/api/plans?after=nonsense", "reader").status, 400);
    EXPECT_EQ(send(get, "/api/plans?colour=red", "reader").status, 422);
    EXPECT_THAT(send(get, "/api/plans/export?year=2023", "reader").text,
        HasSubstr("\"计划3\",\"河东区政协\",\"2023\""));
}

TEST_P(PlanRoutes, NameTheYearsThatPlansHave)
{
    const auto years = [&] { return send(get, "/api/plans/years", "reader").text; };
    EXPECT_EQ(years(), R"({"years":[]})");
    ASSERT_EQ(send(post, "/api/plans", "office", by_hand).status, 201);
    ASSERT_EQ(saved_plan().status, 201);
    EXPECT_EQ(years(), R"({"years":[2023,2022]})");
    ASSERT_EQ(send(post, "/api/plans", "office",
                  R"({"title":"另一份","committee":"河东区政协","year":2023,"topics":[]})")
                  .status,
        201);
    EXPECT_EQ(years(), R"({"years":[2023,2022]})") << "each once";
}

TEST_P(PlanRoutes, SayThatAnUnknownPlanIsUnknown)
{
    EXPECT_EQ(send(get, "/api/plans/0190d6c3-0000-7000-8000-000000000000", "reader").code(),
        "plan.not_found");
    for (const auto* address : {"plans/nonsense", "topics/nonsense", "plan-documents/%20",
             "plans/0190D6C3-0000-7000-8000-000000000000"}) {
        const auto answer = send(get, std::string("/api/") + address, "reader");
        EXPECT_EQ(answer.status, 404);
        EXPECT_EQ(answer.code(),
            std::string(address, 4) == "topi" ? "topic.not_found"
                : address[4] == 's'           ? "plan.not_found"
                                              : "document.not_found");
    }
}

} // namespace
} // namespace xieshang::plan
