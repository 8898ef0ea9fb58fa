// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/shortlists_world_test.h"
#include "platform/documents/table_file.h"

#include <array>

namespace xieshang::shortlists {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class ShortlistsApi : public ShortlistsWorld {
protected:
    static std::string words_text(const std::string& closes_on)
    {
        return R"({"year":2030,"title":"遴选","closes_on":")" + closes_on
            + R"(","slots":[{"kind":"thematic","slots":2}],)"
              R"("wanted":[{"field":"society","places":1}]})";
    }
    static std::string mark_text(const SuggestionId& id, bool marked = true)
    {
        return R"({"suggestion_id":")" + id.text + R"(","marked":)" + (marked ? "true" : "false")
            + "}";
    }
    static std::string here(const RoundId& id) { return "/api/rounds/" + id.text; }
};
ON_EVERY_DATABASE(ShortlistsApi);

TEST_P(ShortlistsApi, AsksWhoItIsAndWhatHeMayDo)
{
    const auto text = words_text(day_after(3));
    EXPECT_EQ(send({}, "/api/rounds", text).status, 401);
    EXPECT_EQ(send(wang, "/api/rounds", text).status, 403);
    const auto wrong = send(clerk, "/api/rounds", words_text("soon"));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong.field(), "/closes_on period.not_a_day");
    const auto made = send(clerk, "/api/rounds", text);
    EXPECT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("state"), "marking");
    EXPECT_EQ(send(clerk, "/api/rounds", text).code(), "selection.open_already");
    EXPECT_EQ(see(wang, "/api/rounds").body.at("items").as_array().size(), 1U);
    EXPECT_EQ(see({}, "/api/rounds").status, 401);
    EXPECT_EQ(see(clerk, "/api/rounds/nothing").status, 404);
}

TEST_P(ShortlistsApi, ShowsEachHisOwnMarksAndNobodyAnyCount)
{
    const auto round = begun();
    EXPECT_EQ(send(wang, here(round.id) + "/marks", mark_text(ids[0])).status, 200);
    const auto own = see(wang, here(round.id));
    EXPECT_EQ(own.body.at("marks").as_int64(), 1);
    EXPECT_TRUE(own.body.at("candidates").at(0).at("marked").as_bool());
    EXPECT_TRUE(own.body.at("cannot_mark_because").is_null());
    for (const auto& other : {li, clerk, reader}) {
        const auto seen = see(other, here(round.id));
        EXPECT_EQ(seen.status, 200);
        EXPECT_EQ(seen.body.at("marks").as_int64(), 0);
        EXPECT_THAT(seen.text, Not(HasSubstr(R"("marked":true)")));
        EXPECT_TRUE(seen.body.at("candidates").at(0).at("supporters").is_null());
        EXPECT_TRUE(seen.body.at("people").is_null());
    }
    EXPECT_EQ(
        send(reader, here(round.id) + "/marks", mark_text(ids[0])).code(), "selection.not_asked");
    const auto taken_back = send(wang, here(round.id) + "/marks", mark_text(ids[0], false));
    EXPECT_TRUE(taken_back.body.at("marks").as_array().empty());
}

TEST_P(ShortlistsApi, ShowsTheProposalToTheOfficeAloneUntilItIsDecided)
{
    const auto round = proposed();
    const auto office = see(clerk, here(round.id));
    EXPECT_EQ(office.body.at("people").as_int64(), 2);
    EXPECT_EQ(office.body.at("candidates").at(0).at("supporters").as_int64(), 2);
    EXPECT_EQ(office.body.at("listed").as_array().size(), 2U);
    EXPECT_FALSE(office.body.at("proposal").at("rounds").as_array().empty());
    EXPECT_EQ(office.body.at("forms").at(0).at("listed").as_int64(), 2);
    const auto published = see(wang, here(round.id));
    EXPECT_TRUE(published.body.at("proposal").is_null());
    EXPECT_TRUE(published.body.at("listed").as_array().empty());
    EXPECT_TRUE(published.body.at("steps").as_array().empty());
    EXPECT_THAT(published.text, Not(HasSubstr(R"("listed":true)")));

    const auto version = round.version;
    const auto decision_text = [&](const std::string& meeting) {
        return R"({"meeting":")" + meeting + R"(","decided_on":")" + day_after(0)
            + R"(","decided_by":"主席","reason":"列入","others":"reserve","others_reason":"备选"})";
    };
    EXPECT_EQ(send(wang, here(round.id) + "/decision", decision_text("会"), version).status, 403);
    const auto wrong = send(clerk, here(round.id) + "/decision", decision_text(" "), version);
    EXPECT_EQ(wrong.field(), "/meeting shortlist.missing");
    const auto stale = send(clerk, here(round.id) + "/decision", decision_text("会"), 1);
    EXPECT_EQ(stale.status, 412);
    EXPECT_EQ(send(clerk, here(round.id) + "/decision", decision_text("会"), version).status, 201);
    EXPECT_EQ(
        send(clerk, here(round.id) + "/decision", decision_text("会"), version + 1).status, 409);
    const auto decided = see(wang, here(round.id));
    EXPECT_EQ(decided.body.at("listed").as_array().size(), 2U);
    EXPECT_EQ(decided.body.at("decision").at("meeting").as_string(), "会");
    EXPECT_TRUE(decided.body.at("candidates").at(0).at("supporters").is_null());
}

TEST_P(ShortlistsApi, EditsClosesAndChangesOnlyWithReasons)
{
    const auto round = begun();
    const auto edit = [&](const std::string& why) {
        return ask(clerk, http::Method::patch, here(round.id),
            R"({"title":"遴选","closes_on":")" + day_after(9)
                + R"(","slots":[{"kind":"thematic","slots":3}],"wanted":[],"reason":")" + why
                + R"("})",
            1);
    };
    EXPECT_EQ(edit("").field(), "/reason selection.no_reason");
    EXPECT_EQ(edit("多数单位还没有看").status, 200);
    const auto early =
        send(clerk, here(round.id) + "/steps", R"({"action":"propose","reason":""})", 2);
    EXPECT_EQ(early.status, 422);
    EXPECT_EQ(early.code(), "selection.too_early");
    EXPECT_EQ(
        send(clerk, here(round.id) + "/steps", R"({"action":"close","reason":""})", 2).field(),
        "/reason selection.no_reason");
    EXPECT_EQ(
        send(clerk, here(round.id) + "/steps", R"({"action":"close","reason":"够了"})", 2).status,
        201);
    EXPECT_EQ(
        send(clerk, here(round.id) + "/steps", R"({"action":"decide","reason":""})", 3).status,
        409);
    ASSERT_EQ(
        send(clerk, here(round.id) + "/steps", R"({"action":"propose","reason":""})", 3).status,
        201);
    const auto change = [&](const std::string& why) {
        return send(clerk, here(round.id) + "/changes",
            R"({"takes_in":")" + ids[3].text + R"(","takes_out":null,"reason":")" + why + R"("})",
            4);
    };
    EXPECT_EQ(change("").field(), "/reason shortlist.no_reason");
    const auto changed = change("更急");
    EXPECT_EQ(changed.status, 201) << changed.text;
    EXPECT_EQ(changed.body.at("steps").as_array().back().at("reason").as_string(), "更急");
}

TEST_P(ShortlistsApi, GivesTheListAsATable)
{
    const auto round = proposed();
    ASSERT_TRUE(
        change_shortlist(services(), clerk, round.id, round.version, {ids[2], ids[1], "更急"}));
    EXPECT_EQ(see(wang, here(round.id) + "/export").status, 403);
    const auto csv = see(clerk, here(round.id) + "/export?format=csv");
    EXPECT_EQ(csv.status, 200);
    EXPECT_THAT(csv.text, HasSubstr("菜场"));
    EXPECT_THAT(csv.text, HasSubstr("By equal shares"));
    EXPECT_THAT(csv.text, HasSubstr("更急"));
    const auto xlsx = see(clerk, here(round.id) + "/export");
    EXPECT_EQ(xlsx.text.substr(0, 2), "PK");
}

TEST_P(ShortlistsApi, GivesWordsThatLookLikeFormulasOrMarkupAsText)
{
    const std::string formula = R"=(=HYPERLINK("http://example.test","click"))=";
    const std::string markup = "\"><img src=x onerror=alert(1)>";
    const std::array hostile{screened(bureau, formula), screened(bureau, markup)};
    const auto round = begun();
    for (const auto& id : hostile) {
        ASSERT_TRUE(mark(services(), wang, round.id, {id, true}));
        ASSERT_TRUE(mark(services(), li, round.id, {id, true}));
    }
    ASSERT_TRUE(stepped(round.id, SelectionRoundAction::close));
    ASSERT_TRUE(stepped(round.id, SelectionRoundAction::propose));
    const auto table = documents::read_table(see(clerk, here(round.id) + "/export").text).value();
    std::vector<std::string> texts;
    for (const auto& row : table.rows) {
        for (const auto& cell : row.cells) {
            EXPECT_FALSE(cell.is_formula) << cell.text;
            texts.push_back(cell.text);
        }
    }
    EXPECT_THAT(texts, AllOf(Contains(formula), Contains(markup)));
    const auto csv = see(clerk, here(round.id) + "/export?format=csv").text;
    EXPECT_THAT(csv, HasSubstr(R"=("'=HYPERLINK(""http://example.test"",""click"")")="));
    EXPECT_THAT(csv, Not(HasSubstr("\"=")));
}

} // namespace
} // namespace xieshang::shortlists
