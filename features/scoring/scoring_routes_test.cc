// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_desk_test.h"

namespace xieshang::scoring {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ScoringRoutes : public ScoringDesk {
protected:
    static std::vector<std::string> texts_of(const boost::json::value& items, const char* member)
    {
        std::vector<std::string> found;
        for (const auto& item : items.as_array()) {
            found.emplace_back(item.at(member).as_string());
        }
        return found;
    }
    static std::string step_of(const std::string& action, const std::string& reason = {})
    {
        return R"({"action":")" + action + R"(","reason":")" + reason + R"(","closes_on":null})";
    }
    // What a reviewer is told about one suggestion.
    boost::json::value item(const base::Actor& as, const ScoringRound& round, SuggestionId id)
    {
        const auto answer = see(as, place(round) + "/ballot");
        EXPECT_EQ(answer.status, 200) << answer.text;
        for (const auto& one : answer.body.at("items").as_array()) {
            if (std::string(one.at("suggestion_id").as_string()) == id.text) {
                return one;
            }
        }
        return nullptr;
    }
};
ON_EVERY_DATABASE(ScoringRoutes);

TEST_P(ScoringRoutes, PrepareARoundWithTheCriteriaOfTheSettings)
{
    const auto body = R"({"call_id":")" + call_.id.text + R"(","title":"评分","closes_on":")"
        + day_after(9) + R"("})";
    EXPECT_EQ(send(std::nullopt, "/api/scoring-rounds", body).status, 401);
    EXPECT_EQ(send(wang, "/api/scoring-rounds", body).status, 403);
    const auto made = send(clerk, "/api/scoring-rounds", body);
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_THAT(texts_of(made.body.at("criteria"), "name"), testing::Contains("服务中心大局"));
    EXPECT_EQ(made.body.at("suggestions"), 2);
    const auto where = "/api/scoring-rounds/" + made.at("id");
    EXPECT_EQ(see(wang, where).status, 404) << "nobody is named yet";
    EXPECT_EQ(see(general, where).status, 404) << "not closed";
    EXPECT_EQ(
        send(clerk, where + "/steps", step_of("open"), 1).code(), "scoring.too_few_reviewers");
    EXPECT_EQ(send(clerk, where + "/steps", step_of("open")).status, 428);
    EXPECT_EQ(send(clerk, where + "/steps", step_of("open"), 9).status, 412);
    EXPECT_EQ(recorded("scoring_round.make"), 1);
}

TEST_P(ScoringRoutes, NameOnlyThoseWhoDoNotSeeTheProposers)
{
    const auto found = see(clerk, "/api/scoring-reviewers");
    EXPECT_THAT(texts_of(found.body.at("items"), "id"),
        testing::UnorderedElementsAre("wang", "expert", "reader", "bureau"));
    EXPECT_EQ(see(wang, "/api/scoring-reviewers").status, 403);
    const auto round = prepared();
    const auto refused = ask(clerk, http::Method::patch, place(round),
        R"({"title":"评分","criteria":[{"name":"小切口","weight":1,"most":5}],"reviewers":)"
        R"(["wang","clerk","nobody"],"closes_on":")"
            + day_after(9) + R"(","divided_from":30})",
        2);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.field(), "/reviewers/1 scoring.not_a_candidate");
    EXPECT_EQ(refused.body.at("errors").as_array().size(), 2U);
}

TEST_P(ScoringRoutes, AreKeptWithNoLastDayThatHasPassed)
{
    const auto round = prepared();
    const auto last_day = [&](const std::string& day) { return R"("closes_on":")" + day + R"(")"; };
    const auto made = send(clerk, "/api/scoring-rounds",
        R"({"call_id":")" + call_.id.text + R"(","title":"评分",)" + last_day(day_after(-1)) + "}");
    EXPECT_EQ(made.field(), "/closes_on scoring.over_already");
    const auto edited = [&](int days) {
        return ask(clerk, http::Method::patch, place(round),
            R"({"title":"改名","criteria":[{"name":"小切口","weight":1,"most":5}],)"
            R"("reviewers":["wang","expert"],"divided_from":30,)"
                + last_day(day_after(days)) + "}",
            2);
    };
    EXPECT_EQ(edited(-1).field(), "/closes_on scoring.over_already");
    EXPECT_EQ(see(clerk, place(round)).at("title"), "第一轮评分");
    EXPECT_EQ(edited(0).status, 200) << "today is a day, too";
}

TEST_P(ScoringRoutes, ShowAReviewerWhatToScoreAndNobodyWhoProposedIt)
{
    const auto round = opened();
    const auto seen = see(expert, place(round) + "/ballot");
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_THAT(texts_of(seen.body.at("items"), "title"), ElementsAre("电梯", "停车"));
    EXPECT_EQ(seen.body.at("mine").at("asked"), 2);
    for (const auto* hidden : {"王芳", "郑处长", "名称d-1", "wang", "bureau"}) {
        EXPECT_THAT(seen.text, Not(HasSubstr(hidden)));
        EXPECT_THAT(see(expert, place(round)).text, Not(HasSubstr(hidden)));
    }
    EXPECT_EQ(see(reader, place(round) + "/ballot").status, 404) << "not named";
    EXPECT_THAT(see(reader, "/api/scoring-rounds").body.at("items").as_array(), IsEmpty());
    EXPECT_THAT(texts_of(see(expert, "/api/scoring-rounds").body.at("items"), "title"),
        ElementsAre("第一轮评分"));
}

TEST_P(ScoringRoutes, AskNobodyAboutHisOwnSuggestionNorHisBodys)
{
    const auto round = opened();
    EXPECT_EQ(see(wang, place(round) + "/ballot").body.at("mine").at("asked"), 1);
    EXPECT_THAT(std::string(item(wang, round, lift).at("cannot_score_because").as_string()),
        HasSubstr("recuse"));
    EXPECT_EQ(send(wang, place(round) + "/scores", scores(lift, "5,5")).code(), "scoring.recused");
    EXPECT_EQ(
        send(bureau, place(round) + "/scores", scores(parking, "5,5")).code(), "scoring.recused");
    EXPECT_EQ(send(bureau, place(round) + "/scores", scores(lift, "2,5")).status, 201);
    EXPECT_EQ(
        send(wang, place(round) + "/comments", remark(lift, "很好")).code(), "scoring.recused");
}

TEST_P(ScoringRoutes, KeepTheScoresBlindUntilTheRoundIsClosed)
{
    const auto round = opened();
    ASSERT_EQ(send(expert, place(round) + "/scores", scores(lift, "4,3")).status, 201);
    ASSERT_EQ(send(expert, place(round) + "/comments", remark(lift, "费用谁来出")).status, 201);
    ASSERT_EQ(send(bureau, place(round) + "/scores", scores(lift, "1,1")).status, 201);
    EXPECT_THAT(see(bureau, place(round) + "/ballot").text, Not(HasSubstr("费用谁来出")));
    EXPECT_EQ(item(bureau, round, lift).at("scores"), boost::json::parse("[1,1]"));
    const auto office = see(clerk, place(round));
    EXPECT_EQ(office.body.at("reviewers").at(1).at("name"), "周教授");
    EXPECT_EQ(office.body.at("reviewers").at(1).at("done"), 1);
    EXPECT_EQ(office.body.at("reviewers").at(0).at("done"), 0);
    EXPECT_THAT(office.text, Not(HasSubstr("费用谁来出")));
    EXPECT_THAT(office.text, Not(HasSubstr("scores")));
    for (const auto* part : {"/results", "/results/export", "/names", "/ballot"}) {
        EXPECT_GE(see(clerk, place(round) + part).status, 403) << part;
        EXPECT_GE(see(general, place(round) + part).status, 403) << part;
    }
    EXPECT_EQ(see(expert, place(round) + "/results").status, 404);
}

TEST_P(ScoringRoutes, ShowTheResultsOfAClosedRoundWithoutNames)
{
    const auto round = opened();
    send(expert, place(round) + "/scores", scores(lift, "5,5"));
    send(expert, place(round) + "/comments", remark(lift, "=费用谁来出"));
    send(bureau, place(round) + "/scores", scores(lift, "1,5"));
    send(wang, place(round) + "/scores", scores(parking, "5,1"));
    ASSERT_TRUE(close(round));
    for (const auto& as : {clerk, general, wang, expert}) {
        const auto answer = see(as, place(round) + "/results");
        ASSERT_EQ(answer.status, 200) << answer.text;
        EXPECT_THAT(texts_of(answer.body.at("items"), "title"), ElementsAre("停车", "电梯"));
        const auto& one = answer.body.at("items").at(1);
        EXPECT_EQ(one.at("mean"), 7000);
        EXPECT_EQ(one.at("spread"), 6000);
        EXPECT_EQ(one.at("is_divided"), true);
        EXPECT_EQ(one.at("sheets"), boost::json::parse("[4000,10000]"));
        EXPECT_EQ(one.at("comments"), boost::json::parse(R"(["=费用谁来出"])"));
        for (const auto* hidden : {"王芳", "周教授", "郑处长"}) {
            EXPECT_THAT(answer.text, Not(HasSubstr(hidden)));
        }
    }
    EXPECT_EQ(see(reader, place(round) + "/results").status, 404);
    const auto csv = see(clerk, place(round) + "/results/export").text;
    EXPECT_THAT(csv, HasSubstr("'=费用谁来出"));
    EXPECT_THAT(csv, HasSubstr("40.00 100.00"));
}

TEST_P(ScoringRoutes, NarrowSortAndPageTheResults)
{
    const auto market = screened(wang, "菜场");
    const auto round = opened();
    send(expert, place(round) + "/scores", scores(lift, "5,5"));
    send(bureau, place(round) + "/scores", scores(lift, "1,5"));
    send(expert, place(round) + "/scores", scores(parking, "5,5"));
    ASSERT_TRUE(close(round));
    const auto of = [&](const std::string& query) {
        return texts_of(see(clerk, place(round) + "/results" + query).body.at("items"), "title");
    };
    EXPECT_THAT(of(""), ElementsAre("停车", "电梯", "菜场"));
    EXPECT_THAT(of("?sort=apart"), ElementsAre("电梯", "停车", "菜场"));
    EXPECT_THAT(of("?sort=fewest"), ElementsAre("菜场", "停车", "电梯"));
    EXPECT_THAT(of("?only=divided"), ElementsAre("电梯"));
    EXPECT_THAT(of("?only=unscored"), ElementsAre("菜场"));
    EXPECT_THAT(of("?q=%E5%81%9C"), ElementsAre("停车"));
    const auto first = see(clerk, place(round) + "/results?size=2");
    EXPECT_THAT(texts_of(first.body.at("items"), "title"), ElementsAre("停车", "电梯"));
    EXPECT_THAT(of("?size=2&after=" + first.at("next")), ElementsAre("菜场"));
}

TEST_P(ScoringRoutes, SayWhoGaveWhatToTheSecretaryGeneralAndTheAuditorAlone)
{
    const auto round = opened();
    send(expert, place(round) + "/scores", scores(lift, "1,1"));
    send(expert, place(round) + "/scores", scores(lift, "5,5"));
    ASSERT_TRUE(close(round));
    const auto names = see(general, place(round) + "/names");
    ASSERT_EQ(names.status, 200) << names.text;
    EXPECT_THAT(texts_of(names.body.at("items"), "reviewer_name"), ElementsAre("张三", "张三"));
    EXPECT_EQ(names.body.at("items").at(0).at("is_last"), false);
    EXPECT_EQ(names.body.at("items").at(1).at("points"), 10000);
    EXPECT_EQ(names.body.at("items").at(1).at("title"), "电梯");
    const auto numbers = see(auditor, place(round) + "/names?suggestion=" + lift.text);
    EXPECT_EQ(numbers.body.at("items").as_array().size(), 2U);
    EXPECT_THAT(numbers.text, Not(HasSubstr("电梯"))) << "an administrator sees no content";
    for (const auto& as : {clerk, wang, expert, reader}) {
        EXPECT_EQ(see(as, place(round) + "/names").status, 403);
    }
}

TEST_P(ScoringRoutes, RefuseAScoreWithTheReasonOfIt)
{
    const auto round = opened();
    const auto where = place(round) + "/scores";
    const auto high = send(expert, where, scores(lift, "6,0"));
    EXPECT_EQ(high.status, 422);
    EXPECT_EQ(high.field(), "/scores/0 scoring.out_of_scale");
    EXPECT_THAT(high.text, HasSubstr("between 1 and 5"));
    EXPECT_EQ(send(expert, where, scores(lift, "4")).field(), "/scores scoring.incomplete");
    const auto waiting = calls::suggest(services(), wang, call_.id, words("绿道")).value();
    EXPECT_EQ(
        send(expert, where, scores(waiting.suggestion.id, "4,4")).code(), "scoring.not_in_round");
    EXPECT_EQ(send(reader, where, scores(lift, "4,4")).code(), "scoring.not_found");
    EXPECT_EQ(send(clerk, where, scores(lift, "4,4")).code(), "scoring.not_found");
    EXPECT_EQ(send(std::nullopt, where, scores(lift, "4,4")).status, 401);
    ASSERT_TRUE(step(clerk, lift, calls::TopicAction::reserve, "明年再议"));
    EXPECT_EQ(send(expert, where, scores(lift, "4,4")).code(), "scoring.out_of_selection");
    ASSERT_TRUE(close(round));
    EXPECT_EQ(send(expert, where, scores(parking, "4,4")).code(), "scoring.closed");
}

TEST_P(ScoringRoutes, TakeNoMoreOfWhoseRoleHasEndedAndMarkWhatHeGave)
{
    const auto round = opened();
    ASSERT_EQ(send(expert, place(round) + "/scores", scores(lift, "4,4")).status, 201);
    auto ended = expert;
    ended.roles = members::bit(members::Role::reader);
    ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
        tx.execute("UPDATE person SET state = 'suspended' WHERE id = 'expert'");
        return 0;
    }));
    EXPECT_EQ(
        send(ended, place(round) + "/scores", scores(parking, "4,4")).code(), "scoring.role_ended");
    EXPECT_EQ(see(clerk, place(round)).body.at("reviewers").at(1).at("is_ended"), true);
    ASSERT_TRUE(close(round));
    const auto results = see(clerk, place(round) + "/results");
    EXPECT_EQ(results.body.at("items").at(0).at("reviewers"), 1);
    EXPECT_EQ(results.body.at("items").at(0).at("ended"), 1);
}

TEST_P(ScoringRoutes, OfferTheOfficeWhatItMayDoAndSayWhyNot)
{
    const auto round = prepared({"wang"});
    const auto page = see(clerk, place(round));
    EXPECT_EQ(page.body.at("actions").at(1).at("action"), "open");
    EXPECT_THAT(std::string(page.body.at("actions").at(1).at("refusal").as_string()),
        HasSubstr("two reviewers"));
    const auto open = opened();
    EXPECT_EQ(send(clerk, place(open) + "/steps", step_of("close"), open.version).field(),
        "/reason scoring.no_reason");
    send(expert, place(open) + "/scores", scores(lift, "4,4"));
    send(expert, place(open) + "/scores", scores(parking, "4,4"));
    send(bureau, place(open) + "/scores", scores(lift, "4,4"));
    EXPECT_EQ(send(clerk, place(open) + "/steps", step_of("close"), open.version).status, 422);
    send(wang, place(open) + "/scores", scores(parking, "4,4"));
    const auto closed = send(clerk, place(open) + "/steps", step_of("close"), open.version);
    EXPECT_EQ(closed.status, 201) << "everybody is done: no reason is asked for";
    EXPECT_EQ(closed.body.at("has_results"), true);
}

} // namespace
} // namespace xieshang::scoring
