// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_desk_test.h"
#include "features/calls/form_picture_actions.h"

namespace xieshang::calls {
namespace {

using testing::HasSubstr;
using testing::Not;

class PublicFormRoutes : public CallsDesk {
protected:
    void SetUp() override
    {
        CallsDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto open = [&](std::vector<Constituency> asked) {
            const auto made = make_call(services(), clerk, call_words(std::move(asked))).value();
            return take_call_step(services(), clerk, made.id, 1, {TopicCallAction::open, {}, {}})
                .value();
        };
        form_ = open({Constituency::public_, Constituency::members});
    }
    std::string form() const { return "/api/public/calls/" + form_.code; }
    static std::string written(const std::string& title, const std::string& name = "居民甲")
    {
        return R"({"title":")" + title
            + R"(","problem":"路灯不亮","reason":"","field":null,"name":")" + name
            + R"(","contact":"13800138000"})";
    }
    std::string only_id()
    {
        return std::string(see(clerk, "/api/suggestions?constituency=public_")
                               .body.at("items")
                               .at(0)
                               .at("id")
                               .as_string());
    }
    std::string answered(const Answer& receipt)
    {
        const auto answer = send(std::nullopt, "/api/public/answers",
            R"({"answer_code":")" + receipt.at("answer_code") + R"("})");
        return answer.status == 200 ? answer.at("answer") + " " + answer.at("reply")
                                    : answer.code();
    }
    TopicCall form_;
};
ON_EVERY_DATABASE(PublicFormRoutes);

TEST_P(PublicFormRoutes, TakesASuggestionByItsCodeAndAnswersByTheReceipt)
{
    EXPECT_GE(form_.code.size(), 25U);
    EXPECT_TRUE(call_.code.empty()) << "the public is not asked";
    EXPECT_EQ(see(std::nullopt, form()).at("title"), "征集");
    EXPECT_EQ(see(std::nullopt, "/api/public/calls/x").code(), "topic_call.no_such_code");
    const auto receipt = send(std::nullopt, form(), written("路灯"));
    ASSERT_EQ(receipt.status, 201) << receipt.text;
    EXPECT_EQ(answered(receipt), "waiting ");
    ASSERT_EQ(
        send(clerk, "/api/suggestions/" + only_id() + "/steps", step_of("reject", "已修好"), 1)
            .status,
        201);
    EXPECT_EQ(answered(receipt), "not_taken 已修好");
    EXPECT_EQ(send(std::nullopt, "/api/public/answers", R"({"answer_code":"00000"})").code(),
        "suggestion.no_such_code");
}

TEST_P(PublicFormRoutes, StandsAsAPictureOnTheCallsPageForTheOfficeAlone)
{
    const auto place = "/api/calls/" + form_.id.text;
    const auto shown = see(clerk, place).body.at("form_picture");
    const auto address = "http://localhost/c/" + form_.code;
    EXPECT_EQ(shown.at("address").as_string(), address);
    EXPECT_EQ(shown.at("path").as_string(), form_picture("http://localhost", form_.code)->path);
    EXPECT_EQ(form_picture("http://" + std::string(300, 'a'), form_.code), std::nullopt);
    EXPECT_TRUE(see(wang, place).body.at("form_picture").is_null());
    EXPECT_TRUE(see(committee, place).body.at("form_picture").is_null());
    EXPECT_TRUE(see(clerk, here()).body.at("form_picture").is_null()) << "has no form";
}

TEST_P(PublicFormRoutes, KeepsOneOfTheSameTextAndGivesACodeForEachSending)
{
    const auto first = send(std::nullopt, form(), written("路灯"));
    const auto second = send(std::nullopt, form(), written("路灯"));
    EXPECT_FALSE(first.body.at("already_there").as_bool());
    EXPECT_TRUE(second.body.at("already_there").as_bool());
    EXPECT_NE(first.at("answer_code"), second.at("answer_code"));
    EXPECT_EQ(answered(first), "waiting ");
    EXPECT_EQ(answered(second), "waiting ");
    EXPECT_EQ(see(clerk, "/api/suggestions").body.at("items").as_array().size(), 1U);
}

TEST_P(PublicFormRoutes, AnswersAlsoWhoWroteOnPaper)
{
    const auto paper = R"({"title":"公园","problem":"没有厕所","reason":"老人多","kind":null,)"
                       R"("departments":[],"field":null,"serves":"","constituency":"members",)"
                       R"("for_name":"赵六","for_body":"","paper_day":")"
        + day_after(0) + R"("})";
    const auto entered = send(clerk, here() + "/papers", paper);
    ASSERT_EQ(entered.status, 201) << entered.text;
    EXPECT_EQ(answered(entered), "waiting ");
    EXPECT_THAT(everything_recorded(), Not(HasSubstr(entered.at("answer_code"))));
    const auto place = "/api/suggestions/" + entered.at("id");
    ASSERT_EQ(send(clerk, place + "/steps", step_of("reject", "已在建"), 1).status, 201);
    const auto again = send(clerk, here() + "/papers", paper);
    EXPECT_EQ(again.at("id"), entered.at("id"));
    EXPECT_EQ(answered(again), "not_taken 已在建") << "who lost the code gets another";
}

TEST_P(PublicFormRoutes, SealsTheContactAndShowsItToTheOfficeWithAReason)
{
    const auto receipt = send(std::nullopt, form(), written("路灯"));
    EXPECT_THAT(everything_recorded(), Not(HasSubstr("13800138000")));
    EXPECT_THAT(everything_recorded(), Not(HasSubstr(receipt.at("answer_code"))));
    const auto place = "/api/suggestions/" + only_id();
    EXPECT_THAT(see(clerk, place).text, Not(HasSubstr("13800138000")));
    EXPECT_TRUE(see(clerk, place).body.at("details").at("has_contact").as_bool());
    const std::string why = R"({"reason":"核实地点"})";
    EXPECT_EQ(send(committee, place + "/contact-looks", why).status, 403);
    EXPECT_EQ(send(clerk, place + "/contact-looks", why).at("contact"), "13800138000");
    EXPECT_THAT(everything_recorded(), HasSubstr("核实地点"));
    const auto mine = "/api/suggestions/" + handed_in(wang, "电梯") + "/contact-looks";
    EXPECT_EQ(send(clerk, mine, why).code(), "suggestion.no_contact");
}

TEST_P(PublicFormRoutes, HoldsAnAddressBackThatSendsTooMuchAndNobodyElse)
{
    for (int i = 0; i < 30; ++i) {
        ASSERT_EQ(
            send(std::nullopt, form(), written("路灯", "居民" + std::to_string(i))).status, 201);
    }
    const auto held = send(std::nullopt, form(), written("路灯", "居民乙"));
    EXPECT_EQ(held.status, 429);
    EXPECT_EQ(held.code(), "topic_call.too_many_from_here");
    address = "198.51.100.7";
    EXPECT_EQ(send(std::nullopt, form(), written("路灯", "居民乙")).status, 201);
}

TEST_P(PublicFormRoutes, TakesNothingAfterTheLastDayAndSaysWhen)
{
    clock.advance(31 * day_ms);
    EXPECT_THAT(
        std::string(see(std::nullopt, form()).body.at("cannot_suggest_because").as_string()),
        HasSubstr(form_.words.closes_on));
    const auto late = send(std::nullopt, form(), written("路灯"));
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.code(), "topic_call.over");
}

} // namespace
} // namespace xieshang::calls
