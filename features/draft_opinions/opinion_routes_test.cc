// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinions_world_test.h"

namespace xieshang::draft_opinions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class OpinionRoutes : public OpinionsWorld {
protected:
    void SetUp() override
    {
        OpinionsWorld::SetUp();
        if (IsSkipped()) {
            return;
        }
        api_ = std::make_unique<http::Api>(
            services(), texts::built_in(), [&](const http::Request&) { return asking_; });
        add_opinion_request_routes(*api_);
    }
    Answer ask(const std::optional<base::Actor>& as, http::Method method, const std::string& target,
        const std::string& content = {}, std::int64_t version = 0)
    {
        asking_ = as;
        http::Request sent;
        sent.method = method;
        const auto question = target.find('?');
        sent.path = target.substr(0, question);
        sent.query = question == std::string::npos ? "" : target.substr(question + 1);
        sent.body = content;
        sent.headers = {{"Host", "localhost"}, {"Content-Type", "application/json"},
            {"Accept-Language", "en"},
            {"Idempotency-Key", key.empty() ? "key-of-opinions-" + std::to_string(++keys_) : key}};
        if (version != 0) {
            sent.headers.push_back({"If-Match", "\"v" + std::to_string(version) + "\""});
        }
        const auto response = api_->handle(sent);
        Answer given{response.status, nullptr, response.body};
        if (response.header("Content-Type").find("json") != std::string_view::npos) {
            given.body = boost::json::parse(response.body);
        }
        return given;
    }
    Answer see(const std::optional<base::Actor>& as, const std::string& target)
    {
        return ask(as, http::Method::get, target);
    }
    Answer send(const std::optional<base::Actor>& as, const std::string& target,
        const std::string& content, std::int64_t version = 0)
    {
        return ask(as, http::Method::post, target, content, version);
    }
    std::string here() const { return "/api/opinion-requests/" + request.id.text; }
    std::string words_of(const std::string& part, const std::string& proposed)
    {
        return R"({"part":")" + part + R"(","kind":"change","text":"","proposed":")" + proposed
            + R"(","recipient_id":null})";
    }
    static std::string why(const boost::json::value& of, const char* name)
    {
        return of.at(name).is_null() ? "" : std::string(of.at(name).as_string());
    }

    std::string key;

private:
    std::unique_ptr<http::Api> api_;
    std::optional<base::Actor> asking_;
    int keys_ = 0;
};
ON_EVERY_DATABASE(OpinionRoutes);

TEST_P(OpinionRoutes, SendADraftOfTheOffice)
{
    const auto place = "/api/plans/" + plan_id.text + "/opinion-requests";
    const auto words = R"({"note":"请提出意见。","closes_on":")" + day_after(9)
        + R"(","recipients":[{"kind":"body","id":")" + bureau.id.text + R"("}]})";
    EXPECT_EQ(send(std::nullopt, place, words).status, 401);
    EXPECT_EQ(send(handler, place, words).status, 403);
    const auto sent = send(clerk, place, words);
    ASSERT_EQ(sent.status, 201) << sent.text;
    EXPECT_EQ(sent.at("phase"), "running");
    EXPECT_EQ(sent.body.at("text").as_array().size(), 3U);
    EXPECT_EQ(sent.body.at("progress").at("recipients"), 1);
    const auto late = send(clerk, place,
        R"({"note":"","closes_on":"2021-01-01","recipients":[{"kind":"body","id":")"
            + bureau.id.text + R"("}]})");
    EXPECT_EQ(late.status, 422);
    EXPECT_EQ(late.field(), "/closes_on opinion_request.day_is_over");
}

TEST_P(OpinionRoutes, ShowARequestToWhomItWasSentAndNobodyElse)
{
    EXPECT_EQ(see(std::nullopt, here()).status, 401);
    EXPECT_EQ(see(li, here()).status, 404);
    EXPECT_EQ(see(li, "/api/opinion-requests").body.at("items").as_array().size(), 0U);
    const auto seen = see(handler, here());
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_EQ(seen.body.at("recipients").as_array().size(), 1U);
    EXPECT_EQ(why(seen.body, "cannot_say_because"), "");
    EXPECT_TRUE(seen.body.at("steps").as_array().empty());
    const auto list = see(handler, "/api/opinion-requests").body.at("items").as_array();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_TRUE(list[0].at("is_mine").as_bool());
    EXPECT_FALSE(list[0].at("has_replied").as_bool());
    EXPECT_TRUE(list[0].at("progress").is_null());
    EXPECT_THAT(why(see(clerk, here()).body, "cannot_say_because"), HasSubstr("neither to you"));
}

TEST_P(OpinionRoutes, ShowNobodyTheOpinionOfAnother)
{
    const auto said = send(wang, here() + "/opinions", words_of("p:1.1", "王芳的话"));
    ASSERT_EQ(said.status, 201) << said.text;
    EXPECT_THAT(see(wang, here()).text, HasSubstr("王芳的话"));
    EXPECT_THAT(see(clerk, here()).text, HasSubstr("王芳的话"));
    EXPECT_THAT(see(handler, here()).text, Not(HasSubstr("王芳的话")));
    const auto changed = ask(handler, http::Method::patch, "/api/draft-opinions/" + said.at("id"),
        R"({"part":"p:1.1","kind":"agree","text":"","proposed":""})", 1);
    EXPECT_EQ(changed.status, 404);
}

TEST_P(OpinionRoutes, TakeTheSameKeyTwiceAsOneOpinion)
{
    key = "the-same-key-of-an-opinion";
    const auto first = send(handler, here() + "/opinions", words_of("p:1.1", "新"));
    const auto second = send(handler, here() + "/opinions", words_of("p:1.1", "新"));
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(second.text, first.text);
}

TEST_P(OpinionRoutes, GoFromTheOpinionToItsAnswer)
{
    const auto id =
        send(handler, here() + "/opinions", words_of(topic_key, "加装电梯和养老")).at("id");
    const auto place = "/api/draft-opinions/" + id + "/answers";
    const auto adopts = R"({"verdict":"adopted","reason":"","wording":"加装电梯和养老"})";
    const auto early = send(clerk, place, adopts, 1);
    EXPECT_EQ(early.status, 409);
    EXPECT_EQ(early.code(), "draft_opinion.still_open");
    EXPECT_EQ(
        send(clerk, here() + "/steps", R"({"action":"close","reason":"","closes_on":null})", 1)
            .field(),
        "/reason opinion_request.no_reason");
    ASSERT_EQ(send(clerk, here() + "/steps",
                  R"({"action":"close","reason":"都已回复","closes_on":null})", 1)
                  .status,
        201);
    EXPECT_EQ(send(handler, place, adopts, 1).status, 403);
    ASSERT_EQ(send(clerk, place, adopts, 1).status, 201);
    EXPECT_EQ(send(other_clerk, place, adopts, 1).status, 412);
    const auto opinion = see(handler, here()).body.at("opinions").at(0);
    EXPECT_EQ(opinion.at("answers").at(0).at("wording"), "加装电梯和养老");
    EXPECT_THAT(why(opinion, "cannot_rewrite_because"), HasSubstr("has answered"));
    EXPECT_EQ(
        send(clerk, here() + "/steps", R"({"action":"finish","reason":"","closes_on":null})", 2)
            .at("phase"),
        "answered");
}

TEST_P(OpinionRoutes, SayWhyAPlanCannotBeSent)
{
    const auto of_plan = "/api/opinion-requests?plan=" + plan_id.text;
    EXPECT_EQ(why(see(clerk, of_plan).body, "cannot_send_because"), "");
    EXPECT_THAT(why(see(handler, of_plan).body, "cannot_send_because"), Not(IsEmpty()));
    const auto version =
        db().read([&](db::Tx& tx) { return plan::find_plan(tx, plan_id)->version; });
    plan::StepRequest submit;
    submit.action = plan::PlanAction::submit;
    ASSERT_TRUE(plan::take_step(services(), clerk, plan_id, version, submit));
    EXPECT_THAT(why(see(clerk, of_plan).body, "cannot_send_because"), HasSubstr("sent back first"));
}

TEST_P(OpinionRoutes, ExportAllOpinionsWithTheWordsThatTheyAreAbout)
{
    ASSERT_EQ(send(wang, here() + "/opinions", words_of("p:1.2", "=1+1")).status, 201);
    EXPECT_EQ(see(handler, here() + "/export").status, 403);
    const auto table = see(clerk, here() + "/export");
    EXPECT_EQ(table.status, 200);
    EXPECT_THAT(table.text, HasSubstr("服务大局。"));
    EXPECT_THAT(table.text, HasSubstr("王芳"));
    EXPECT_THAT(table.text, Not(HasSubstr(",=1+1")));
}

} // namespace
} // namespace xieshang::draft_opinions
