// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_policies.h"
#include "features/calls/calls_routes.h"
#include "features/calls/choosing_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/people/period.h"
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using enum http::Method;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using topics::TopicAction;

// A plan without topics, and under a call of its year a suggestion that waits.
class Unanswered : public PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto made = send(post, "/api/plans", "office",
            R"({"title":"协商计划","committee":"政协","year":2026,"topics":[]})");
        ASSERT_EQ(made.status, 201) << made.text;
        plan_ = "/api/plans/" + made.id();
        waits_ = handed_in("加装电梯");
    }
    void add_more_routes(http::Api& api) override { calls::add_calls_routes(api); }

    calls::SuggestionId handed_in(const std::string& title)
    {
        auto inside = services();
        const auto day = [&](int days) {
            return people::day_of({clock.now().ms + days * 24LL * 3'600'000});
        };
        const auto call = calls::make_call(inside, clerk(),
            {2026, "征集", "小切口", {calls::Constituency::members}, day(0), day(30), 2, 500})
                              .value();
        EXPECT_TRUE(calls::take_call_step(
            inside, clerk(), call.id, 1, {calls::TopicCallAction::open, {}, {}}));
        calls::NewSuggestion asked;
        asked.title = title;
        asked.problem = "上下楼难";
        asked.reason = "群众关心";
        base::Actor member{"m1", "李强", members::bit(members::Role::member)};
        member.membership = base::Membership::active;
        return calls::suggest(inside, member, call.id, asked).value().suggestion.id;
    }
    static base::Actor clerk() { return {"p1", "王小协", members::bit(members::Role::office)}; }
    // Reviews have their own tests.
    void stands(PlanState state)
    {
        db().write([&](db::Tx& tx) { return tx.execute("UPDATE plan SET state = $1", state); });
    }
    Answer take(const std::string& action)
    {
        return send(
            post, plan_ + "/steps", "office", R"({"action":")" + action + R"(","reason":""})", 1);
    }
    std::vector<std::string> named(const std::string& role)
    {
        std::vector<std::string> titles;
        const auto seen = send(get, plan_, role);
        for (const auto& one : seen.body.at("unanswered").as_array()) {
            titles.emplace_back(one.at("title").as_string());
        }
        return titles;
    }
    void answer(const std::string& action, std::int64_t version)
    {
        const auto done = send(post, "/api/suggestions/" + waits_.text + "/steps", "office",
            R"({"action":")" + action + R"(","reason":"已在办理","passed_to":null})", version);
        EXPECT_EQ(done.status, 201) << done.text;
    }

    std::string plan_;
    calls::SuggestionId waits_;
};
ON_EVERY_DATABASE(Unanswered);

TEST_P(Unanswered, KeepTheYearOpenUntilEachProposerHasHisAnswer)
{
    stands(PlanState::in_force);
    const auto refused = take("close");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.code(), "plan.unanswered");
    EXPECT_THAT(refused.text, HasSubstr("/suggestions/" + waits_.text));
    EXPECT_THAT(named("office"), ElementsAre("加装电梯"));
    EXPECT_THAT(named("reader"), IsEmpty()) << "what waits is the reviewers'";
    answer("reject", 1);
    EXPECT_THAT(named("office"), IsEmpty());
    EXPECT_EQ(take("close").status, 201);
}

TEST_P(Unanswered, AreNamedBeforeTheIssueAndDoNotHinderIt)
{
    EXPECT_THAT(named("office"), IsEmpty()) << "of a draft nothing is asked yet";
    stands(PlanState::approved);
    EXPECT_THAT(named("office"), ElementsAre("加装电梯"));
    EXPECT_EQ(take("issue").status, 201);
}

TEST_P(Unanswered, AreAlsoThoseThatAListTookAndNoPlanHas)
{
    answer("screen", 1);
    auto inside = services();
    db().write([&](db::Tx& tx) {
        return calls::choose(inside, tx, clerk(), waits_, TopicAction::shortlist, "列入草案")
            .has_value();
    });
    stands(PlanState::in_force);
    EXPECT_THAT(named("office"), ElementsAre("加装电梯"));
    EXPECT_EQ(take("close").code(), "plan.unanswered");
    answer("unlist", 3);
    answer("reserve", 4);
    EXPECT_EQ(take("close").status, 201);
}

} // namespace
} // namespace xieshang::plan
