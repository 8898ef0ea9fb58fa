// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Over the API: what the register lacks for a roster, and what became of its rows.
#include "features/people/roster_api_test.h"
#include "platform/documents/table_file.h"

namespace xieshang::people {
namespace {

using enum http::Method;
using testing::HasSubstr;
using testing::Not;

class RosterGapsRoutes : public RosterRoutes {};
ON_EVERY_DATABASE(RosterGapsRoutes);

TEST_P(RosterGapsRoutes, WhatIsMissingIsSaidAndAddedOnce)
{
    const auto address = matched("姓名,界别\n王芳,体育\n李强,体育界\n赵四,教育\n");
    const auto gap = send(get, address).body.at("gaps").at("places").at(0);
    EXPECT_EQ(gap.at("rows"), 2);
    EXPECT_EQ(gap.at("name"), "体育界");
    EXPECT_EQ(gap.at("usual"), true);
    const auto places =
        R"({"places":[{"field":"sector","words":["体育","体育界"],"name":"体育界"}]})";
    EXPECT_EQ(send(post, address + "/places", places, 2, "reader").status, 403);
    EXPECT_EQ(send(post, address + "/places", R"({"places":[]})", 2).status, 422);
    const auto added = send(post, address + "/places", places, 2, "office", "one-wish-02");
    EXPECT_EQ(added.status, 201) << added.text;
    EXPECT_EQ(added.body.at("gaps").at("places").as_array().size(), 0U);
    EXPECT_EQ(added.body.at("counts").at("added"), 3);
    EXPECT_EQ(added.body.at("version"), 3);
    EXPECT_EQ(send(post, address + "/places", places, 2, "office", "one-wish-02").body, added.body);
    EXPECT_EQ(send(post, address + "/places", places, 2).status, 412);
}

TEST_P(RosterGapsRoutes, WhoWasLeftOutAndWhyIsShownAndExported)
{
    const auto address =
        matched("姓名,界别,手机\n王芳,经济,13800138000\n=1+1,\"-渔业\",12\n赵四,渔业,\n");
    EXPECT_EQ(send(get, address + "/left-out").code(), "roster.not_imported");
    ASSERT_EQ(send(post, address + "/confirmation", leave_out, 2).status, 200);
    EXPECT_EQ(send(get, address).body.at("rows_kept"), true);
    const auto rows = send(get, address + "/rows?left_out=true");
    EXPECT_EQ(rows.body.at("total"), 2);
    const auto& wrong = rows.body.at("items").at(1);
    EXPECT_EQ(wrong.at("name"), "赵四");
    EXPECT_EQ(wrong.at("troubles").at(0).at("code"), "roster.no_sector");
    EXPECT_TRUE(wrong.at("person_id").is_null());
    const auto made = send(get, address + "/rows?kind=added").body.at("items").at(0);
    EXPECT_EQ(std::string(made.at("person_id").as_string()), people().at("王芳").id.text);
    const auto csv = send(get, address + "/left-out").text;
    EXPECT_THAT(csv, HasSubstr("\"赵四\""));
    EXPECT_THAT(csv, HasSubstr("no such sector"));
    EXPECT_THAT(csv, Not(HasSubstr("\"=1+1"))) << "never a formula";
    EXPECT_THAT(csv, Not(HasSubstr("王芳")));
    EXPECT_THAT(csv, Not(HasSubstr("13800138000")));
    const auto book =
        documents::read_table(send(get, address + "/left-out?format=xlsx").text).value();
    EXPECT_EQ(book.rows.size(), 3U);
    EXPECT_EQ(book.rows.at(2).cells.at(0).text, "4");
    EXPECT_EQ(send(get, address + "/left-out", {}, 0, "reader").status, 403);
    EXPECT_EQ(
        send(post, address + "/steps", R"({"action":"erase","reason":"用完"})", 3).status, 201);
    EXPECT_EQ(send(get, address + "/left-out").code(), "roster.no_rows_kept");
    EXPECT_EQ(send(get, address + "/rows").body.at("items").as_array().size(), 0U);
}

TEST_P(RosterGapsRoutes, TheListIsNarrowedPagedAndExported)
{
    const auto first = matched("姓名\n王芳\n");
    clock_.advance(1000);
    matched("姓名\n李强\n");
    ASSERT_EQ(send(post, first + "/confirmation", leave_out, 2).status, 200);
    const auto page = send(get, "/api/roster-imports?size=1&sort=oldest");
    EXPECT_EQ(
        "/api/roster-imports/" + std::string(page.body.at("items").at(0).at("id").as_string()),
        first);
    const auto next = std::string(page.body.at("next").as_string());
    const auto rest = send(get, "/api/roster-imports?size=1&sort=oldest&after=" + next);
    EXPECT_EQ(rest.body.at("items").at(0).at("state"), "open");
    EXPECT_TRUE(rest.body.at("next").is_null());
    const auto imported = send(get, "/api/roster-imports?state=imported");
    EXPECT_EQ(imported.body.at("items").as_array().size(), 1U);
    const auto table = send(get, "/api/roster-imports/export?state=imported").text;
    EXPECT_THAT(table, HasSubstr("\"roster.csv\""));
    EXPECT_THAT(table, HasSubstr("\"Imported\""));
    EXPECT_THAT(table, Not(HasSubstr("Not imported")));
}

} // namespace
} // namespace xieshang::people
