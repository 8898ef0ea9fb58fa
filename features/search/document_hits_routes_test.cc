// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a search says of documents: their lines as the reading counts them, one hit for files with
// the same bytes, and nothing of imports to readers.
#include "features/search/search_actions.h"
#include "features/search/search_desk_test.h"
#include "tests/support/office_files.h"

#include <gmock/gmock.h>

namespace xieshang::search {
namespace {

using enum http::Method;
using testing::ElementsAre;
using testing::IsEmpty;

class DocumentHits : public SearchDesk {};
ON_EVERY_DATABASE(DocumentHits);

// A cell of two paragraphs is one line of the reading.
TEST_P(DocumentHits, CountTheLinesOfATableAsTheReadingDoes)
{
    auto rows =
        tests::table({{"议题", "时间"}, {"推进旧厂房¶改造", "5月"}, {"提升助餐水平", "6月"}});
    rows.replace(rows.find("¶"), std::string("¶").size(), "</w:t></w:r></w:p><w:p><w:r><w:t>");
    const auto document =
        upload(tests::docx_of({.body = tests::paragraph("某区政协2026年协商工作计划") + rows}));
    ASSERT_EQ(document.status, 201) << document.text;
    const auto& lines = document.body.at("lines").as_array();
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_NE(lines[2].at("text").as_string().find("旧厂房\u2028改造"), std::string::npos);
    const auto hits = search("助餐", "&kind=document", "office").body.at("items").as_array();
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].at("line").as_int64(), 4);
    EXPECT_EQ(lines[3].at("line").as_int64(), 4);
}

TEST_P(DocumentHits, FindOneDocumentOfFilesWithTheSameBytes)
{
    const std::string bytes(embedded::demo().front().bytes);
    const auto hit = [&](const std::string& as) {
        const auto items = search("养老", "&kind=document", as).body.at("items").as_array();
        return items.empty() ? boost::json::value() : items.size() == 1 ? items[0] : items;
    };
    const auto first = upload(bytes);
    EXPECT_EQ(hit("office").at("id").as_string(), first.id());
    EXPECT_EQ(hit("office").at("state"), "no_plan");
    EXPECT_TRUE(hit("reader").is_null()) << "it is no reader's yet";
    clock.advance(1'000);
    const auto second = upload(bytes, "office", "true");
    EXPECT_EQ(hit("office").at("id").as_string(), second.id()) << "the newest";
    ASSERT_EQ(plan_of(first.id()).status, 201);
    for (const auto* as : {"office", "reader"}) {
        EXPECT_EQ(hit(as).at("id").as_string(), first.id()) << "the one with a plan";
        EXPECT_EQ(hit(as).at("state"), "");
    }
    clock.advance(1'000);
    upload(bytes, "office", "true");
    ASSERT_EQ(plan_of(second.id()).status, 201);
    EXPECT_EQ(hit("reader").at("id").as_string(), second.id()) << "the newest with a plan";
    auto desk = services();
    const auto before = search("养老").text;
    rebuild(desk, [](std::int64_t, std::int64_t) {});
    EXPECT_EQ(search("养老").text, before);
}

// The machine may have read another title, and no year.
TEST_P(DocumentHits, TellTheTitleAndYearOfTheirPlan)
{
    const auto plan = plan_of(upload(std::string(embedded::demo().front().bytes)).id());
    ASSERT_EQ(plan.status, 201) << plan.text;
    const auto hits = [&](const std::string& year) {
        std::vector<std::string> contexts;
        const auto answer = search("养老", "&kind=document&year=" + year);
        for (const auto& hit : answer.body.at("items").as_array()) {
            contexts.emplace_back(hit.at("context").as_string());
        }
        return contexts;
    };
    const auto path = "/api/plans/" + plan.id();
    ASSERT_EQ(send(patch, path, "office", R"({"title":"云栖计划","year":2031})", 1).status, 200);
    EXPECT_THAT(hits("2031"), ElementsAre("云栖计划"));
    EXPECT_THAT(hits("2022"), IsEmpty());
    ASSERT_EQ(
        send(post, path + "/steps", "office", R"({"action":"discard","reason":"重复"})", 2).status,
        201);
    EXPECT_THAT(hits("2031"), ElementsAre("云栖计划"));
    auto desk = services();
    const auto before = search("养老").text;
    rebuild(desk, [](std::int64_t, std::int64_t) {});
    EXPECT_EQ(search("养老").text, before);
}

TEST_P(DocumentHits, FindACopyWhenTheNewestImportIsDiscarded)
{
    const std::string bytes(embedded::demo().front().bytes);
    const auto first = upload(bytes);
    clock.advance(1'000);
    const auto second = upload(bytes, "office", "true");
    const auto found_ids = [&] {
        std::vector<std::string> ids;
        const auto answer = search("养老", "&kind=document", "office");
        for (const auto& hit : answer.body.at("items").as_array()) {
            ids.emplace_back(hit.at("id").as_string());
        }
        return ids;
    };
    for (const auto& id : {second.id(), first.id()}) {
        EXPECT_THAT(found_ids(), ElementsAre(id));
        ASSERT_EQ(send(post, "/api/plan-documents/" + id + "/steps", "office",
                      R"({"action":"discard","reason":"重复"})", 1)
                      .status,
            201);
    }
    EXPECT_THAT(found_ids(), IsEmpty());
}

} // namespace
} // namespace xieshang::search
