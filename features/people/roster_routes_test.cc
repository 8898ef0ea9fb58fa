// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rosters over the API: handed in, matched, looked at page by page, confirmed once, exported.
#include "features/people/roster_api_test.h"
#include "platform/documents/table_file.h"

namespace xieshang::people {
namespace {

using enum http::Method;
using testing::HasSubstr;
using testing::Not;

ON_EVERY_DATABASE(RosterRoutes);

TEST_P(RosterRoutes, ShowNoContactOfAColumnThatNobodyMatched)
{
    const auto kept = send(post, "/api/roster-imports",
        "姓名,证件,备用电话,箱子\n王芳,11010519491231002X,１３８００１３８０００,wang＠example."
        "cn\n");
    ASSERT_EQ(kept.status, 201) << kept.text;
    EXPECT_THAT(kept.text, HasSubstr("备用电话"));
    db().read([&](db::Tx& tx) {
        auto texts = tx.all<std::string>("SELECT body FROM kept_answer");
        texts.push_back(kept.text);
        for (const auto& text : texts) {
            for (const auto* contact : {"110105", "１３８００", "wang＠"}) {
                EXPECT_THAT(text, Not(HasSubstr(contact)));
            }
        }
        return 0;
    });
}

TEST_P(RosterRoutes, ARosterIsHandedInLookedAtAndConfirmedOnce)
{
    const auto address = matched("姓名,界别,手机\n王芳,经济,13800138000\n李强,渔业,\n赵四,教育,\n");
    const auto view = send(get, address);
    EXPECT_EQ(view.body.at("counts").at("added"), 2);
    EXPECT_EQ(view.body.at("counts").at("wrong"), 1);
    EXPECT_THAT(view.text, Not(HasSubstr("13800138000")));
    const auto wrong = send(get, address + "/rows?kind=wrong");
    const auto& row = wrong.body.at("items").at(0);
    EXPECT_EQ(row.at("row"), 3);
    EXPECT_EQ(row.at("troubles").at(0).at("letter"), "B");
    EXPECT_EQ(row.at("troubles").at(0).at("value"), "渔业");
    EXPECT_THAT(
        std::string(row.at("troubles").at(0).at("words").as_string()), HasSubstr("no such sector"));
    const auto page = send(get, address + "/rows?size=2");
    EXPECT_THAT(page.text, Not(HasSubstr("13800138000")));
    const auto next = std::string(page.body.at("next").as_string());
    EXPECT_EQ(send(get, address + "/rows?size=2&after=" + next).body.at("items").at(0).at("name"),
        "赵四");
    EXPECT_EQ(send(post, address + "/confirmation", R"({"leave_out":false})", 2).code(),
        "roster.rows_open");
    const auto first = send(post, address + "/confirmation", leave_out, 2, "office", "one-wish-01");
    EXPECT_EQ(first.status, 200) << first.text;
    const auto same = send(post, address + "/confirmation", leave_out, 2, "office", "one-wish-01");
    const auto again = send(post, address + "/confirmation", leave_out, 2);
    EXPECT_EQ(same.body, first.body);
    EXPECT_EQ(again.body, first.body);
    EXPECT_THAT(people(), testing::SizeIs(2));
    EXPECT_EQ(send(get, address).body.at("state"), "imported");
    EXPECT_EQ(send(get, address + "/progress").body.at("total"), 0);
}

TEST_P(RosterRoutes, AreTheOfficesAlone)
{
    const auto address = matched("姓名\n王芳\n");
    for (const auto* more : {"", "/rows", "/progress"}) {
        EXPECT_EQ(send(get, address + more, {}, 0, "").status, 401);
        EXPECT_EQ(send(get, address + more, {}, 0, "reader").status, 403);
    }
    EXPECT_EQ(send(post, address + "/confirmation", leave_out, 2, "reader").status, 403);
    EXPECT_EQ(
        send(post, "/api/roster-exports",
            R"({"term_number":null,"format":"csv","contacts":false,"reason":""})", 0, "reader")
            .status,
        403);
    EXPECT_EQ(send(get, "/api/roster-imports/0190a0a0-0000-7000-8000-000000000000").status, 404);
}

TEST_P(RosterRoutes, RowsAreWhatTheRegisterSaysNowOnEachPage)
{
    const auto wang = person({.name = "王芳", .party = "民建"});
    const auto address = matched("姓名,党派\n王芳,民盟\n");
    const auto before = [&] {
        return send(get, address + "/rows").body.at("items").at(0).at("changes").at(0).at("before");
    };
    EXPECT_EQ(before(), "民建");
    EXPECT_EQ(before(), "民建");
    auto words = wang.words;
    words.party = "农工党";
    ASSERT_TRUE(edit_person(services_ref(), clerk, {wang.id, 1, change_to(words)}));
    EXPECT_EQ(before(), "农工党");
    EXPECT_EQ(send(get, address + "/rows?moved=true").body.at("total"), 1);
}

TEST_P(RosterRoutes, TheSameFileIsToldAndGoesOnOnPurpose)
{
    const auto first = matched("姓名\n王芳\n");
    const auto refused = send(post, "/api/roster-imports", "姓名\n王芳\n");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "roster.same_file_open");
    EXPECT_EQ(std::string(refused.body.at("about").as_string()), first);
    EXPECT_THAT(std::string(refused.body.at("detail").as_string()), HasSubstr("roster.csv"));
    EXPECT_EQ(send(get, "/api/roster-imports").body.at("items").as_array().size(), 1U);
    EXPECT_EQ(send(post, "/api/roster-imports?again=true", "姓名\n王芳\n").status, 201);
}

TEST_P(RosterRoutes, ColumnsAreMarkedWhereTheyAreAsLastTime)
{
    const auto view = send(post, "/api/roster-imports", "姓名,所在党派名称\n王芳,民盟\n");
    EXPECT_TRUE(view.body.at("last_time").is_null());
    auto options = view.body.at("options");
    options.as_object()["columns"].as_array().push_back({{"column", 1}, {"field", "party"}});
    const auto address = "/api/roster-imports/" + std::string(view.body.at("id").as_string());
    EXPECT_EQ(send(put, address + "/options", boost::json::serialize(options), 1).status, 200);
    const auto next = send(post, "/api/roster-imports", "姓名,所在党派名称\n李强,民进\n").body;
    EXPECT_EQ(next.at("last_time").at("file_name"), "roster.csv");
    EXPECT_EQ(next.at("columns").at(0).at("as_last_time"), false) << "the head says so, too";
    EXPECT_EQ(next.at("columns").at(1).at("as_last_time"), true);
    EXPECT_EQ(next.at("columns").at(1).at("field"), "party");
}

TEST_P(RosterRoutes, AnImportIsDiscardedAndRestoredWithItsHistory)
{
    const auto address = matched("姓名\n王芳\n");
    const auto step = [&](const std::string& action, const std::string& reason, int version) {
        return send(post, address + "/steps",
            R"({"action":")" + action + R"(","reason":")" + reason + "\"}", version);
    };
    EXPECT_EQ(send(get, address).body.at("actions").as_array().size(), 2U);
    EXPECT_EQ(step("discard", " ", 2).status, 422);
    EXPECT_EQ(step("import", "x", 2).status, 422) << "that is the confirmation";
    EXPECT_EQ(step("discard", "传错了", 1).status, 412);
    EXPECT_EQ(step("discard", "传错了", 2).status, 201);
    EXPECT_EQ(send(get, address).body.at("state"), "discarded");
    EXPECT_EQ(send(post, address + "/confirmation", leave_out, 3).code(), "roster.discarded");
    EXPECT_EQ(step("restore", "还是要用", 3).body.at("to"), "open");
    EXPECT_EQ(send(get, address).body.at("chosen"), true);
    EXPECT_EQ(send(post, address + "/confirmation", leave_out, 4).status, 200);
    const auto history = send(get, address + "/steps").body.at("items").as_array();
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].at("reason"), "传错了");
    EXPECT_EQ(history[2].at("action"), "import");
    EXPECT_EQ(history[2].at("by_name"), "张办");
}

TEST_P(RosterRoutes, WhatIsNotThereAnswersWithTheSameBytesEverywhere)
{
    const std::string address = "/api/roster-imports/0190a0a0-0000-7000-8000-000000000000";
    const auto without_trace = [&](const std::string& more) {
        auto answer = send(get, address + more);
        EXPECT_EQ(answer.status, 404) << more;
        answer.body.as_object().erase("request_id");
        answer.body.as_object().erase("instance");
        return boost::json::serialize(answer.body);
    };
    for (const auto* more : {"/rows", "/progress", "/steps"}) {
        EXPECT_EQ(without_trace(more), without_trace(""));
    }
}

TEST_P(RosterRoutes, WhatIsNoTableLeavesNoTrace)
{
    EXPECT_EQ(send(post, "/api/roster-imports", "%PDF-1.7").code(), "documents.table_kind");
    EXPECT_EQ(send(get, "/api/roster-imports").body.at("items").as_array().size(), 0U);
}

TEST_P(RosterRoutes, AnExportReadsBackAndContactsNeedAReason)
{
    const auto address =
        matched("姓名,界别,手机,职务\n王芳,经济,13800138000,+校长\n单雄信,教育,,\n");
    EXPECT_EQ(send(post, address + "/confirmation", leave_out, 2).status, 200);
    const auto asked = [](const std::string& format, bool contacts, const std::string& reason) {
        return R"({"term_number":null,"format":")" + format + R"(","contacts":)"
            + (contacts ? "true" : "false") + R"(,"reason":")" + reason + "\"}";
    };
    const auto plain = send(post, "/api/roster-exports", asked("csv", false, ""));
    EXPECT_THAT(plain.text, HasSubstr("单雄信"));
    EXPECT_THAT(plain.text, HasSubstr("\"'+校长\"")); // never a formula
    EXPECT_THAT(plain.text, Not(HasSubstr("13800138000")));
    EXPECT_EQ(send(post, "/api/roster-exports", asked("csv", true, " ")).code(),
        "roster.export.needs_reason");
    const auto long_ago = [&](bool contacts) { // since he showed who he is
        return send(
            post, "/api/roster-exports", asked("csv", contacts, "电话通知"), 0, "office, long ago");
    };
    EXPECT_EQ(long_ago(true).status, 403);
    EXPECT_EQ(long_ago(false).status, 200);
    const auto whole = send(post, "/api/roster-exports", asked("xlsx", true, "电话通知"));
    const auto table = documents::read_table(whole.text).value();
    EXPECT_EQ(table.rows.at(0).cells.at(0).text, "Name");
    EXPECT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows.at(1).cells.at(13).text, "13800138000");
    const auto told = db().read([](db::Tx& tx) {
        return tx.all<std::string>("SELECT action FROM event WHERE action IN ('roster.export', "
                                   "'sealed_value.look') ORDER BY sequence");
    });
    EXPECT_THAT(told,
        testing::ElementsAre(
            "roster.export", "roster.export", "sealed_value.look", "roster.export"));
}

} // namespace
} // namespace xieshang::people
