// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What an amendment tells those whose suggestions became the topics that it changes.
#include "features/amendments/amendment_desk_test.h"
#include "features/amendments/waiting_actions.h"
#include "features/calls/calls_audit_actions.h"
#include "features/calls/calls_policies.h"
#include "features/calls/calls_routes.h"
#include "features/calls/public_form_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/calls/unanswered_actions.h"
#include "features/people/period.h"

#include <gmock/gmock.h>

namespace xieshang::amendments {
namespace {

using enum http::Method;
using testing::IsEmpty;
using testing::SizeIs;

// The third topic of the plan came of a resident's suggestion.
class AmendedSuggestions : public AmendmentDesk {
protected:
    void SetUp() override
    {
        AmendmentDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        hand_in();
        const auto entered = send(post, "/api/plans/" + plan_ + "/topics", "office",
            R"({"kind":"thematic","title":"老楼加装电梯","period":"5月","month":5,"responsible":[],)"
            R"("participating":[],"field":"society","reason":"民生急需","suggestion_id":")"
                + suggestion_.text + R"("})");
        ASSERT_EQ(entered.status, 201) << entered.text;
        topics_.push_back(entered.id());
    }
    void add_more_routes(http::Api& api) override
    {
        AmendmentDesk::add_more_routes(api);
        calls::add_calls_routes(api);
    }

    static base::Actor clerk() { return {"p1", "王小协", members::bit(members::Role::office)}; }
    void hand_in()
    {
        auto inside = services();
        const auto day = [&](int days) {
            return people::day_of({clock.now().ms + days * 24LL * 3'600'000});
        };
        const auto made = calls::make_call(inside, clerk(),
            {2022, "征集", "小切口", {calls::Constituency::public_}, day(0), day(30), 2, 500});
        const auto open = calls::take_call_step(inside, clerk(), made->id, 1,
            {calls::TopicCallAction::open, {},
                {}}).value();
        code_ = calls::suggest_publicly(
            inside, open.code, {"加装电梯", "上下楼难", "", {}, "居民甲", ""}, "192.0.2.1")
                    .value()
                    .answer_code;
        suggestion_ = {db().read([](db::Tx& tx) { return calls::suggestion_ids(tx).at(0); })};
        EXPECT_TRUE(answered("screen", 1));
    }
    bool answered(const std::string& action, std::int64_t version)
    {
        const auto done = send(post, "/api/suggestions/" + suggestion_.text + "/steps", "office",
            R"({"action":")" + action + R"(","reason":"已研究","passed_to":null})", version);
        return done.status == 201;
    }
    void decide(const std::string& changes, const std::string& day = "2022-03-14")
    {
        const auto made = propose(changes);
        ASSERT_EQ(made.status, 201) << made.text;
        const auto decided =
            take(made.id(), "chairperson", "decide", 1, on("2022-03-14", "2022-03-14", day));
        ASSERT_EQ(decided.status, 201) << decided.text;
    }
    std::string change(const std::string& kind, const std::string& why)
    {
        return R"({"kind":")" + kind + R"(","topic_id":")" + topics_[2] + R"(","reason":")" + why
            + R"("})";
    }
    boost::json::value page(const std::string& as = "reader")
    {
        return send(get, "/api/suggestions/" + suggestion_.text, as).body;
    }
    boost::json::value by_code()
    {
        return send(post, "/api/public/answers", "", R"({"answer_code":")" + code_ + R"("})").body;
    }
    std::size_t unanswered()
    {
        return db().read([](db::Tx& tx) { return calls::unanswered_of_year(tx, 2022).size(); });
    }
    void expect_sound()
    {
        db().read([&](db::Tx& tx) {
            EXPECT_THAT(calls::audit_suggestion(tx, suggestion_.text), IsEmpty());
            EXPECT_THAT(plan::audit_plan(tx, plan_), IsEmpty());
            return true;
        });
    }
    void expect_free(const std::string& why)
    {
        for (const auto& one : {page(), by_code()}) {
            EXPECT_EQ(one.at("answer"), "screened");
            EXPECT_EQ(one.at("reply").as_string(), why);
            EXPECT_TRUE(one.at("topic").is_null());
        }
        EXPECT_TRUE(page("office").at("can_become_topic").as_bool()) << "next year";
        EXPECT_EQ(unanswered(), 1U) << "its proposer waits for another answer";
        expect_sound();
    }

    calls::SuggestionId suggestion_;
    std::string code_;
};
ON_EVERY_DATABASE(AmendedSuggestions);

TEST_P(AmendedSuggestions, AreLetGoWithTheReasonOfTheAmendmentThatDropsTheirTopic)
{
    issue();
    EXPECT_EQ(unanswered(), 0U);
    EXPECT_EQ(page().at("topic").at("id").as_string(), topics_[2]);
    decide(drop(2));
    expect_free("形势变化");
    EXPECT_TRUE(answered("reject", 4));
    EXPECT_EQ(unanswered(), 0U);
    EXPECT_EQ(by_code().at("answer"), "not_taken");
}

TEST_P(AmendedSuggestions, AreLetGoWithTheReasonOfTheChangeWhereItSaysOne)
{
    issue();
    decide(change("drop", "区里已专项整治"));
    expect_free("区里已专项整治");
}

TEST_P(AmendedSuggestions, AreLetGoWhereTheirTopicIsReplacedOrWasPostponedBefore)
{
    issue();
    decide(change("postpone", "等规划批复"));
    decide(replace(2, "托育服务"));
    expect_free("形势变化");
    const auto topics = send(get, "/api/plans/" + plan_, "reader").body.at("topics").as_array();
    EXPECT_THAT(topics, SizeIs(4)) << "the new one came of nothing";
}

TEST_P(AmendedSuggestions, AreLetGoOnTheDayFromWhichTheAmendmentHolds)
{
    issue();
    decide(drop(2), "2022-03-24");
    EXPECT_EQ(page().at("answer"), "taken");
    clock.advance(ten_days);
    auto inside = services();
    EXPECT_EQ(carry_out_due(inside), 1);
    expect_free("形势变化");
}

TEST_P(AmendedSuggestions, AreToldThatTheirTopicIsPostponedAndTakenUpAgain)
{
    EXPECT_TRUE(by_code().at("topic").is_null()) << "the plan is not issued yet";
    EXPECT_EQ(page().at("topic").at("state"), "shortlisted");
    issue();
    const auto expect_told = [&](const std::string& state, const std::string& why) {
        for (const auto& one : {page(), by_code()}) {
            EXPECT_EQ(one.at("answer"), "taken");
            EXPECT_EQ(one.at("reply"), "民生急需");
            EXPECT_EQ(one.at("topic").at("title"), "老楼加装电梯");
            EXPECT_EQ(one.at("topic").at("state").as_string(), state);
            EXPECT_EQ(one.at("topic").at("reason").as_string(), why);
        }
    };
    expect_told("planned", "");
    decide(change("postpone", "等规划批复"));
    expect_told("postponed", "等规划批复");
    EXPECT_EQ(unanswered(), 0U);
    decide(change("resume", "规划已批复"));
    expect_told("planned", "规划已批复");
    expect_sound();
}

TEST_P(AmendedSuggestions, TellThoseThatWereMergedIntoThemToo)
{
    issue();
    decide(change("postpone", "等规划批复"));
    const std::string merged = "00000000-0000-7000-8000-000000000001";
    db().write([&](db::Tx& tx) {
        auto one = calls::find_suggestion(tx, suggestion_).value();
        one.id = {merged};
        one.state = topics::TopicState::merged;
        one.merged_into = suggestion_;
        calls::insert_suggestion(tx, one);
        return true;
    });
    const auto seen = send(get, "/api/suggestions/" + merged, "reader").body;
    EXPECT_EQ(seen.at("merged_into").at("topic").at("state"), "postponed");
    EXPECT_EQ(seen.at("merged_into").at("topic").at("reason"), "等规划批复");
}

} // namespace
} // namespace xieshang::amendments
