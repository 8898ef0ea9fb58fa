// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/search/search_actions.h"

#include "features/members/policies.h"
#include "features/plan/plan_actions.h"
#include "features/search/search_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::search {
namespace {

using enum http::Method;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

class SearchRoutes : public SearchDesk {};
ON_EVERY_DATABASE(SearchRoutes);

TEST_P(SearchRoutes, FindPlansTopicsAndDocumentsByEachWayOfWriting)
{
    ASSERT_EQ(saved_plan().status, 201);
    const auto title = "topic 满足老年人多元养老需求，提升养老服务水平";
    EXPECT_THAT(found("养老"), IsSupersetOf({title, "document plan.txt"}));
    EXPECT_EQ(found("養老"), found("养老"));
    EXPECT_THAT(found("養"), Contains(title));
    EXPECT_THAT(found("２０２２"), Contains("document plan.txt"));
    EXPECT_THAT(found("没有这样的字"), IsEmpty());
}

TEST_P(SearchRoutes, MarkTheWordsAndNameTheLineOfTheFile)
{
    ASSERT_EQ(saved_plan().status, 201);
    const auto hits = search("多元养老", "&kind=document").body.at("items").as_array();
    ASSERT_EQ(hits.size(), 1U);
    const auto line = hits[0].at("line").as_int64();
    const auto document =
        send(get, "/api/plan-documents/" + std::string(hits[0].at("id").as_string()), "reader");
    const auto& shown = document.body.at("lines").as_array().at(static_cast<std::size_t>(line) - 1);
    EXPECT_EQ(shown.at("line").as_int64(), line);
    EXPECT_NE(boost::json::serialize(shown).find("多元养老"), std::string::npos);
    std::vector<std::string> marked;
    for (const auto& piece : hits[0].at("snippet").as_array()) {
        if (piece.at("marked").as_bool()) {
            marked.emplace_back(piece.at("text").as_string());
        }
    }
    EXPECT_THAT(marked, Contains("多元养老"));
}

TEST_P(SearchRoutes, AskWhoSomebodyIs)
{
    EXPECT_EQ(search("养老", "", "").status, 401);
    EXPECT_EQ(send(get, "/api/search/export?q=a", "").status, 401);
    EXPECT_EQ(search("养老", "", "reader").status, 200);
}

TEST_P(SearchRoutes, RefuseAQuestionWithoutWords)
{
    EXPECT_EQ(send(get, "/api/search", "reader").status, 422);
    EXPECT_EQ(search(" ").status, 422);
    EXPECT_EQ(search(std::string(201, 'a')).status, 422);
    EXPECT_EQ(search("a", "&kind=person").status, 422);
    EXPECT_EQ(search("a", "&after=x").status, 400);
    EXPECT_EQ(search("\" OR ' AND * NEAR( -- $1").status, 200);
}

TEST_P(SearchRoutes, FilterByKindAndYear)
{
    ASSERT_EQ(saved_plan().status, 201);
    for (const auto& line : found("协商", "&kind=plan")) {
        EXPECT_TRUE(line.starts_with("plan ")) << line;
    }
    EXPECT_EQ(found("协商", "&year=2022"), found("协商"));
    EXPECT_THAT(found("协商", "&year=2023"), IsEmpty());
}

TEST_P(SearchRoutes, NameTheYearsOfWhatAPersonMayFind)
{
    EXPECT_EQ(send(get, "/api/search/years", "").status, 401);
    EXPECT_EQ(send(get, "/api/search/years", "reader").text, R"({"years":[]})");
    ASSERT_EQ(saved_plan().status, 201);
    EXPECT_EQ(send(get, "/api/search/years", "reader").text, R"({"years":[2022]})");
}

TEST_P(SearchRoutes, GiveEachHitOnOnePage)
{
    ASSERT_EQ(saved_plan().status, 201);
    std::vector<std::string> ids;
    std::string after;
    do {
        const auto page = send(get,
            "/api/search?size=5&q=" + escaped("提升") + (after.empty() ? "" : "&after=" + after),
            "reader");
        ASSERT_EQ(page.status, 200) << page.text;
        for (const auto& hit : page.body.at("items").as_array()) {
            ids.emplace_back(hit.at("id").as_string());
        }
        const auto& next = page.body.at("next");
        after = next.is_null() ? std::string() : std::string(next.as_string());
    } while (!after.empty());
    EXPECT_EQ(ids.size(), found("提升").size());
    EXPECT_GT(ids.size(), 5U);
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end());
}

TEST_P(SearchRoutes, GiveTheOldestFirstWhenAsked)
{
    ASSERT_EQ(saved_plan().status, 201);
    clock.advance(60'000);
    ASSERT_EQ(saved_plan().status, 201);
    auto newest = found("多元养老");
    const auto page = search("多元养老", "&sort=oldest").body.at("items").as_array();
    ASSERT_GT(page.size(), 2U);
    EXPECT_LT(page.front().at("at").as_int64(), page.back().at("at").as_int64());
    std::reverse(newest.begin(), newest.end());
    EXPECT_EQ(found("多元养老", "&sort=oldest"), newest);
    EXPECT_EQ(search("多元养老", "&sort=loudest").status, 422);
}

TEST_P(SearchRoutes, FindWhatWasCorrectedAndNotWhatItSaidBefore)
{
    const auto plan = saved_plan();
    clock.advance(1'000);
    const auto topic = topic_of(plan, 0);
    const auto title = std::string(plan.body.at("topics").as_array().at(0).at("title").as_string());
    ASSERT_EQ(
        send(patch, "/api/topics/" + topic, "office", R"({"title":"时间银行互助"})", 1).status,
        200);
    EXPECT_THAT(found("时间银行"), ElementsAre("topic 时间银行互助"));
    EXPECT_THAT(found(title), Not(Contains("topic " + title)));
    ASSERT_EQ(
        send(patch, "/api/plans/" + plan.id(), "office", R"({"title":"云栖计划","year":2031})", 2)
            .status,
        200);
    EXPECT_THAT(found("云栖计划"), ElementsAre("plan 云栖计划"));
    // A topic tells the year and the title of its plan.
    const auto hits = search("时间银行", "&year=2031").body.at("items").as_array();
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].at("context").as_string(), "云栖计划");
}

TEST_P(SearchRoutes, KnowNothingOfWhatWasRefused)
{
    const auto plan = saved_plan();
    const auto topic = topic_of(plan, 0);
    EXPECT_EQ(
        send(patch, "/api/topics/" + topic, "office", R"({"title":"时间银行互助"})", 7).status,
        412);
    EXPECT_THAT(found("时间银行"), IsEmpty());
}

TEST_P(SearchRoutes, TellThatAPlanWasDiscarded)
{
    const auto plan = saved_plan();
    ASSERT_EQ(send(post, "/api/plans/" + plan.id() + "/steps", "office",
                  R"({"action":"discard","reason":"重复"})", 1)
                  .status,
        201);
    const auto hits = search("养老", "&kind=topic").body.at("items").as_array();
    EXPECT_FALSE(hits.empty());
    for (const auto& hit : hits) {
        EXPECT_EQ(hit.at("state").as_string(), "discarded");
    }
}

// Whoever finds a thing may open it, in every state; whoever may not open it finds nothing.
TEST_P(SearchRoutes, ShowToEachPersonWhatTheRoutesShowHim)
{
    const auto plan = saved_plan();
    const auto address = [](const boost::json::value& hit) {
        const auto kind = hit.at("kind").as_string();
        return (kind == "plan"           ? "/api/plans/"
                       : kind == "topic" ? "/api/topics/"
                                         : "/api/plan-documents/")
            + std::string(hit.at("id").as_string());
    };
    std::int64_t version = 1;
    for (const auto* step : {"", "discard", "restore"}) {
        if (*step != 0) {
            ASSERT_EQ(send(post, "/api/plans/" + plan.id() + "/steps", "office",
                          std::string(R"({"reason":"理由","action":")") + step + "\"}", version++)
                          .status,
                201);
        }
        for (const auto* as : {"office", "reader"}) {
            const auto hits = search("区", "", as).body.at("items").as_array();
            EXPECT_GT(hits.size(), 3U); // the plan, some topics, the document
            for (const auto& hit : hits) {
                EXPECT_EQ(send(get, address(hit), as).status, 200) << as << step;
            }
        }
    }
    auto desk = services();
    const base::Actor nobody{"p9", "无角色", base::Roles{1} << 40U};
    EXPECT_THAT(find_hits(desk, nobody, {.q = "区"}, {}, 20), IsEmpty());
}

TEST_P(SearchRoutes, ExportWhatIsFound)
{
    ASSERT_EQ(saved_plan().status, 201);
    const auto table = send(get, "/api/search/export?q=" + escaped("多元养老"), "reader");
    EXPECT_EQ(table.status, 200);
    EXPECT_NE(table.text.find("\"Topic\",\"满足老年人多元养老需求，提升养老服务水平\""),
        std::string::npos)
        << table.text;
}

TEST_P(SearchRoutes, FindTheSameAfterARebuild)
{
    const auto plan = saved_plan();
    const auto before = search("养老").text;
    auto desk = services();
    std::vector<std::int64_t> told;
    EXPECT_EQ(rebuild(desk, [&](std::int64_t done, std::int64_t) { told.push_back(done); }), 2);
    EXPECT_EQ(search("养老").text, before);
    EXPECT_THAT(told, ElementsAre(1, 2));
}

TEST_P(SearchRoutes, FillADatabaseFromBeforeTheSearchOnce)
{
    ASSERT_EQ(saved_plan().status, 201);
    const auto before = search("养老").text;
    ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> { // as the migration leaves it
        if (db().engine() == "sqlite") {
            tx.execute("INSERT INTO search_gram (search_gram) VALUES ('delete-all')");
        }
        tx.execute("DELETE FROM search_entry");
        return 0;
    }));
    EXPECT_THAT(found("养老"), IsEmpty());
    auto desk = services();
    int told = 0;
    const auto count = [&](std::int64_t, std::int64_t) { ++told; };
    fill(desk, count);
    EXPECT_EQ(search("养老").text, before);
    EXPECT_GT(told, 0);
    told = 0;
    fill(desk, count);
    EXPECT_EQ(told, 0);
}

} // namespace
} // namespace xieshang::search
