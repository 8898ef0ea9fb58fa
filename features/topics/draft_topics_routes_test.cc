// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_audit_actions.h"
#include "features/calls/calls_policies.h"
#include "features/calls/calls_routes.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/people/period.h"
#include "features/plan/plan_audit_actions.h"
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::topics {
namespace {

using enum http::Method;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A draft without topics, and one suggestion that was screened.
class DraftTopics : public plan::PlanDesk {
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
        plan_id_ = made.id();
    }
    void add_more_routes(http::Api& api) override { calls::add_calls_routes(api); }

    static std::string words(const std::string& title, const std::string& more = {})
    {
        return R"({"kind":"thematic","title":")" + title
            + R"(","period":"5月","month":5,"responsible":["民政局"],"participating":[],)"
              R"("field":"society")"
            + more + "}";
    }
    Answer add(const std::string& title, const std::string& more = {})
    {
        clock.advance(1000);
        return send(post, plan_ + "/topics", "office", words(title, more));
    }
    Answer take(const std::string& topic, const std::string& action, std::int64_t version,
        const std::string& reason = "与专项规划重复")
    {
        clock.advance(1000);
        return send(post, "/api/topics/" + topic + "/steps", "office",
            R"({"action":")" + action + R"(","reason":")" + reason + R"("})", version);
    }
    std::string state_of_suggestion(const std::string& id)
    {
        const auto seen = send(get, "/api/suggestions/" + id, "office");
        return std::string(seen.body.at("details").at("state").as_string());
    }
    std::string screened()
    {
        const base::Actor clerk{"p1", "王小协", members::bit(members::Role::office)};
        base::Actor member{"m1", "李强", members::bit(members::Role::member)};
        member.membership = base::Membership::active;
        auto inside = services();
        const auto day = [&](int days) {
            return people::day_of({clock.now().ms + days * 24LL * 3'600'000});
        };
        const auto call = calls::make_call(inside, clerk,
            {2026, "征集", "小切口", {calls::Constituency::members}, day(0), day(30), 2, 500})
                              .value();
        EXPECT_TRUE(calls::take_call_step(
            inside, clerk, call.id, 1, {calls::TopicCallAction::open, {}, {}}));
        calls::NewSuggestion asked;
        asked.title = "老楼加装电梯";
        asked.problem = "上下楼难";
        asked.reason = "群众关心";
        asked.field = TopicField::society;
        asked.departments = {"住建局"};
        const auto id = calls::suggest(inside, member, call.id, asked).value().suggestion.id;
        EXPECT_TRUE(calls::take_suggestion_step(inside, {clerk, calls::policies::take_step}, id, 1,
            {TopicAction::screen, "列入遴选", {}}));
        return id.text;
    }
    void expect_sound(const std::string& suggestion = {})
    {
        db().read([&](db::Tx& tx) {
            for (const auto& one : plan::audit_plan(tx, plan_id_)) {
                ADD_FAILURE() << one.code << " " << one.table << " " << one.params.at("field");
            }
            if (!suggestion.empty()) {
                EXPECT_THAT(calls::audit_suggestion(tx, suggestion), IsEmpty());
            }
            return true;
        });
    }

    std::string plan_;
    std::string plan_id_;
};
ON_EVERY_DATABASE(DraftTopics);

TEST_P(DraftTopics, ArePutInByHandWithTheNextNumber)
{
    EXPECT_EQ(send(post, plan_ + "/topics", "", words("养老")).status, 401);
    EXPECT_EQ(send(post, plan_ + "/topics", "reader", words("养老")).status, 403);
    const auto first = add("养老服务");
    ASSERT_EQ(first.status, 201) << first.text;
    EXPECT_EQ(first.body.at("number"), 1);
    EXPECT_EQ(first.body.at("field"), "society");
    EXPECT_EQ(first.body.at("state"), "shortlisted");
    EXPECT_EQ(add("垃圾分类").body.at("number"), 2);
    const auto seen = send(get, plan_, "reader");
    EXPECT_EQ(seen.etag, "\"v3\"");
    EXPECT_EQ(seen.body.at("topics").as_array().size(), 2U);
    EXPECT_THAT(recorded(), Contains("topic.enter"));
    expect_sound();
}

TEST_P(DraftTopics, AreRefusedWithATitleThatStandsThereOrNone)
{
    ASSERT_EQ(add("养老服务").status, 201);
    const auto twice = add("养老服务");
    EXPECT_EQ(twice.status, 422);
    EXPECT_THAT(twice.text, HasSubstr("/title"));
    EXPECT_EQ(add("").status, 422);
    EXPECT_EQ(send(get, plan_, "reader").body.at("topics").as_array().size(), 1U);
}

TEST_P(DraftTopics, LeaveWithTheReasonAndStayToBeReadAndComeBack)
{
    const auto topic = add("养老服务").id();
    EXPECT_EQ(take(topic, "unlist", 1, " ").status, 422);
    EXPECT_EQ(take(topic, "cancel", 1).code(), "topic.not_here");
    ASSERT_EQ(take(topic, "unlist", 1).status, 201);
    const auto without = send(get, plan_, "reader");
    EXPECT_THAT(without.body.at("topics").as_array(), IsEmpty());
    EXPECT_EQ(without.body.at("dropped").at(0).at("title"), "养老服务");
    EXPECT_EQ(send(get, "/api/plans", "reader").body.at("items").at(0).at("topic_count"), 0);
    EXPECT_EQ(send(patch, "/api/topics/" + topic, "office", R"({"title":"别的"})", 2).code(),
        "topic.dropped");
    EXPECT_EQ(take(topic, "unlist", 1).status, 412);
    ASSERT_EQ(add("养老服务").status, 201); // its title is free
    EXPECT_EQ(take(topic, "shortlist", 2, "仍有必要").code(), "topic.duplicate_titles");
    const auto other = send(get, plan_, "reader").body.at("topics").at(0).at("id");
    ASSERT_EQ(take(std::string(other.as_string()), "unlist", 1).status, 201);
    ASSERT_EQ(take(topic, "shortlist", 2, "仍有必要").status, 201);
    EXPECT_EQ(send(get, plan_, "reader").body.at("topics").at(0).at("id").as_string(), topic);
    expect_sound();
}

TEST_P(DraftTopics, AreNotFoundByTheSearchWhileTheyAreOut)
{
    const auto found = [&] { return send(get, "/api/search?q=%E5%85%BB%E8%80%81", "reader").text; };
    const auto topic = add("养老服务").id();
    EXPECT_THAT(found(), HasSubstr(topic));
    take(topic, "unlist", 1);
    EXPECT_THAT(found(), Not(HasSubstr(topic)));
    take(topic, "shortlist", 2);
    EXPECT_THAT(found(), HasSubstr(topic));
}

TEST_P(DraftTopics, ChangeOnlyByAnAmendmentOnceThePlanIsReviewed)
{
    const auto topic = add("养老服务").id();
    ASSERT_EQ(
        send(post, plan_ + "/steps", "office", R"({"action":"submit","reason":""})", 2).status,
        201);
    EXPECT_EQ(add("垃圾分类").code(), "plan.not_a_draft");
    EXPECT_EQ(take(topic, "unlist", 1).code(), "plan.not_a_draft");
    const auto actions = send(get, "/api/topics/" + topic, "office").body.at("actions");
    EXPECT_EQ(actions.at(0).at("action"), "unlist");
    EXPECT_THAT(actions.at(0).at("refusal").as_string(), HasSubstr("no draft"));
    EXPECT_THAT(boost::json::serialize(actions), Not(HasSubstr(R"("refusal":null)")));
}

TEST_P(DraftTopics, ComeOfASuggestionAndEachNamesTheOther)
{
    const auto suggestion = screened();
    const auto of_it = R"(,"suggestion_id":")" + suggestion + '"';
    const auto silent = add("老楼加装电梯", of_it);
    EXPECT_EQ(silent.status, 422); // its proposer is told why it is taken
    EXPECT_THAT(silent.text, HasSubstr("/reason"));
    const auto topic = add("老楼加装电梯", of_it + R"(,"reason":"民生急需")");
    ASSERT_EQ(topic.status, 201) << topic.text;
    EXPECT_EQ(topic.body.at("suggestions").at(0).at("title"), "老楼加装电梯");
    const auto seen = send(get, "/api/suggestions/" + suggestion, "reader");
    EXPECT_EQ(seen.body.at("answer"), "taken");
    EXPECT_EQ(seen.body.at("reply"), "民生急需");
    EXPECT_EQ(seen.body.at("topic").at("id"), topic.body.at("id"));
    EXPECT_EQ(seen.body.at("topic").at("plan_title"), "协商计划");
    EXPECT_EQ(add("再来一次", of_it).code(), "topic.suggestion_taken");
    EXPECT_EQ(send(get, plan_, "reader").body.at("topics").as_array().size(), 1U);
    expect_sound(suggestion);
}

TEST_P(DraftTopics, TakeTheirSuggestionWithThemWhenTheyLeave)
{
    const auto suggestion = screened();
    const auto topic =
        add("老楼加装电梯", R"(,"reason":"民生急需","suggestion_id":")" + suggestion + '"').id();
    ASSERT_EQ(take(topic, "unlist", 1).status, 201);
    EXPECT_EQ(state_of_suggestion(suggestion), "screened");
    ASSERT_EQ(take(topic, "shortlist", 2, "仍有必要").status, 201);
    EXPECT_EQ(state_of_suggestion(suggestion), "shortlisted");
    expect_sound(suggestion);
}

TEST_P(DraftTopics, SetTheirSuggestionFreeToBecomeAnotherTopic)
{
    const auto suggestion = screened();
    const auto of_it = R"(,"reason":"民生急需","suggestion_id":")" + suggestion + '"';
    const auto first = add("老楼加装电梯", of_it).id();
    ASSERT_EQ(take(first, "unlist", 1).status, 201);
    const auto free = send(get, "/api/suggestions/" + suggestion, "office");
    EXPECT_TRUE(free.body.at("topic").is_null());
    EXPECT_TRUE(free.body.at("can_become_topic").as_bool());
    const auto second = add("加装电梯的补贴", of_it);
    ASSERT_EQ(second.status, 201) << second.text;
    ASSERT_EQ(take(first, "shortlist", 2, "仍有必要").status, 201);
    const auto alone = send(get, "/api/topics/" + first, "office");
    EXPECT_THAT(alone.body.at("suggestions").as_array(), IsEmpty()) << "the second has it";
    const auto seen = send(get, "/api/suggestions/" + suggestion, "reader");
    EXPECT_EQ(seen.body.at("topic").at("id"), second.body.at("id"));
    EXPECT_EQ(add("再来一次", of_it).code(), "topic.suggestion_taken");
    expect_sound(suggestion);
}

TEST_P(DraftTopics, AnswerTheirSuggestionsWhenTheirDraftIsDiscardedOrRestored)
{
    const auto suggestion = screened();
    const auto of_it = R"(,"reason":"民生急需","suggestion_id":")" + suggestion + '"';
    ASSERT_EQ(add("老楼加装电梯", of_it).status, 201);
    const auto turn = [&](const std::string& action, const std::string& why, std::int64_t version) {
        clock.advance(1000);
        const auto done = send(post, plan_ + "/steps", "office",
            R"({"action":")" + action + R"(","reason":")" + why + R"("})", version);
        EXPECT_EQ(done.status, 201) << done.text;
    };
    const auto seen = [&] { return send(get, "/api/suggestions/" + suggestion, "reader").body; };
    turn("discard", "另行起草", 2);
    EXPECT_EQ(seen().at("answer"), "screened");
    EXPECT_EQ(seen().at("reply"), "另行起草");
    EXPECT_TRUE(seen().at("topic").is_null());
    expect_sound(suggestion);
    turn("restore", "仍用此稿", 3);
    EXPECT_EQ(seen().at("answer"), "taken");
    EXPECT_EQ(seen().at("topic").at("plan_id").as_string(), plan_id_);
    turn("discard", "另行起草", 4);
    ASSERT_EQ(send(post, "/api/suggestions/" + suggestion + "/steps", "office",
                  R"({"action":"reject","reason":"已列入改造计划","passed_to":null})", 6)
                  .status,
        201);
    turn("restore", "仍用此稿", 5);
    EXPECT_EQ(state_of_suggestion(suggestion), "rejected") << "it was answered meanwhile";
    expect_sound(suggestion);
}

TEST_P(DraftTopics, AreNotMadeOfASuggestionThatIsNotThereOrNotScreened)
{
    const auto none = add("甲", R"(,"reason":"好","suggestion_id":"none")");
    EXPECT_EQ(none.status, 404);
    const auto suggestion = screened();
    const auto rejected = send(post, "/api/suggestions/" + suggestion + "/steps", "office",
        R"({"action":"reject","reason":"另有安排","passed_to":null})", 2);
    ASSERT_EQ(rejected.status, 201) << rejected.text;
    const auto refused = add("甲", R"(,"reason":"好","suggestion_id":")" + suggestion + '"');
    EXPECT_EQ(refused.code(), "workflow.no_such_step");
    EXPECT_THAT(send(get, plan_, "reader").body.at("topics").as_array(), IsEmpty());
}

} // namespace
} // namespace xieshang::topics
