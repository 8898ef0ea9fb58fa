// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_desk_test.h"

namespace xieshang::calls {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// `call_` asks nobody of the public, the form's call does.
class PublicSimilarRoutes : public CallsDesk {
protected:
    void SetUp() override
    {
        CallsDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        auto asked = call_words({Constituency::public_, Constituency::members});
        asked.most_suggestions = 50;
        const auto made = make_call(services(), clerk, asked).value();
        form_ =
            take_call_step(services(), clerk, made.id, 1, {TopicCallAction::open, {}, {}}).value();
    }
    Answer similar_to(const std::string& text)
    {
        return send(std::nullopt, "/api/public/calls/" + form_.code + "/similar",
            R"({"text":")" + text + R"("})");
    }
    std::string under_the_form(const std::string& title, const std::string& state = "screen")
    {
        const auto place = "/api/calls/" + form_.id.text + "/suggestions";
        const auto made = send(wang, place, text_of(title));
        EXPECT_EQ(made.status, 201) << made.text;
        if (!state.empty()) {
            EXPECT_EQ(send(clerk, "/api/suggestions/" + made.at("id") + "/steps",
                          step_of(state, "切口小"), 1)
                          .status,
                201);
        }
        return made.at("id");
    }
    TopicCall form_;
};
ON_EVERY_DATABASE(PublicSimilarRoutes);

TEST_P(PublicSimilarRoutes, TellTitleAndAnswerOfWhatEverybodySees)
{
    under_the_form("老旧小区加装电梯");
    under_the_form("小区加装电梯补贴", "reserve");
    const auto found = similar_to("加装电梯");
    ASSERT_EQ(found.status, 200) << found.text;
    EXPECT_THAT(
        titles(found), testing::UnorderedElementsAre("老旧小区加装电梯", "小区加装电梯补贴"));
    EXPECT_THAT(found.text, AllOf(HasSubstr("screened"), HasSubstr("reserved")));
    for (const auto& item : found.body.at("items").as_array()) {
        EXPECT_THAT(item.as_object(), SizeIs(2)) << "title and answer alone";
    }
    EXPECT_THAT(found.text, AllOf(Not(HasSubstr("王芳")), Not(HasSubstr("切口小"))));
}

TEST_P(PublicSimilarRoutes, TellNothingOfWhatIsNotEverybodys)
{
    under_the_form("加装电梯之一", "");
    under_the_form("加装电梯之二", "reject");
    under_the_form("加装电梯之三", "");
    const auto of_others = handed_in(li, "加装电梯之四");
    ASSERT_EQ(
        send(clerk, "/api/suggestions/" + of_others + "/steps", step_of("screen", "切口小"), 1)
            .status,
        201);
    EXPECT_THAT(titles(similar_to("加装电梯")), IsEmpty())
        << "waiting, not taken, or under a call that did not ask the public";
    under_the_form("加装电梯之五");
    EXPECT_THAT(titles(similar_to("加装电梯")), ElementsAre("加装电梯之五"));
}

TEST_P(PublicSimilarRoutes, TellAHandfulAtMost)
{
    for (const auto* one : {"一", "二", "三", "四", "五", "六", "七"}) {
        under_the_form(std::string("加装电梯之") + one);
    }
    EXPECT_THAT(titles(similar_to("加装电梯")), SizeIs(5));
}

TEST_P(PublicSimilarRoutes, TakeAShortTextByTheCodeOfACallThatRuns)
{
    EXPECT_EQ(similar_to("电梯").status, 422) << "of two characters everything is like everything";
    std::string longest;
    for (int i = 0; i < 300; ++i) {
        longest += "长";
    }
    EXPECT_EQ(similar_to(longest).status, 200);
    EXPECT_EQ(similar_to(longest + "长").status, 422);
    EXPECT_EQ(send(std::nullopt, "/api/public/calls/x/similar", R"({"text":"加装电梯"})").code(),
        "topic_call.no_such_code");
    clock.advance(31 * day_ms);
    EXPECT_EQ(similar_to("加装电梯").code(), "topic_call.over");
}

TEST_P(PublicSimilarRoutes, HoldAnAddressBackThatAsksTooMuchWhichMayStillHandIn)
{
    const auto typed = [](int i) { return "加装电梯" + std::to_string(i); };
    for (int i = 0; i < 30; ++i) {
        ASSERT_EQ(similar_to(typed(i)).status, 200);
    }
    EXPECT_EQ(similar_to(typed(30)).code(), "topic_call.too_many_from_here");
    const std::string written = R"({"title":"路灯","problem":"不亮","reason":"","field":null,)"
                                R"("name":"居民甲","contact":""})";
    EXPECT_EQ(send(std::nullopt, "/api/public/calls/" + form_.code, written).status, 201);
    address = "198.51.100.7";
    EXPECT_EQ(similar_to(typed(30)).status, 200) << "nobody else is held back";
}

} // namespace
} // namespace xieshang::calls
