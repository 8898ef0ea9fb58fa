// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_desk_test.h"
#include "features/calls/choosing_actions.h"
#include "features/settings/setting_store.h"

namespace xieshang::calls {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class CallsRoutes : public CallsDesk {};
ON_EVERY_DATABASE(CallsRoutes);

std::string shown_because(const boost::json::value& call)
{
    const auto& why = call.at("cannot_suggest_because");
    return why.is_null() ? "" : std::string(why.as_string());
}

TEST_P(CallsRoutes, ShowADraftToTheReviewersAlone)
{
    const auto words = std::string(R"({"year":2023,"title":"下年","guidance":"","constituencies":)")
        + R"(["members"],"opens_on":"2022-04-01","closes_on":"2022-04-30","most_suggestions":3,)"
        + R"("most_characters":800})";
    EXPECT_EQ(send(std::nullopt, "/api/calls", words).status, 401);
    EXPECT_EQ(send(wang, "/api/calls", words).status, 403);
    const auto made = send(clerk, "/api/calls", words);
    ASSERT_EQ(made.status, 201) << made.text;
    const auto place = "/api/calls/" + std::string(made.body.at("id").as_string());
    EXPECT_EQ(see(committee, place).status, 200);
    EXPECT_EQ(see(wang, place).status, 404);
    EXPECT_THAT(titles(see(wang, "/api/calls")), ElementsAre("征集"));
    EXPECT_THAT(titles(see(clerk, "/api/calls")), ElementsAre("下年", "征集"));
    EXPECT_EQ(send(wang, place + "/suggestions", text_of("电梯")).status, 404);
    EXPECT_EQ(ask(clerk, http::Method::patch, place, words, 9).status, 412);
    const auto opened =
        send(clerk, place + "/steps", R"({"action":"open","reason":"","closes_on":null})", 1);
    ASSERT_EQ(opened.status, 201) << opened.text;
    EXPECT_EQ(opened.at("phase"), "coming");
    EXPECT_THAT(shown_because(see(wang, place).body), HasSubstr("2022-04-01"));
}

TEST_P(CallsRoutes, RefuseACallWithTheFieldsThatAreWrong)
{
    const auto refused = send(clerk, "/api/calls",
        R"({"year":2023,"title":"下年","guidance":"","constituencies":[],"opens_on":"2022-04-01",)"
        R"("closes_on":"2022-03-01","most_suggestions":3,"most_characters":800})");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.code(), "topic_call.invalid");
    EXPECT_EQ(refused.field(), "/constituencies topic_call.nobody_asked");
}

TEST_P(CallsRoutes, TellWhoIsNotAskedWhy)
{
    EXPECT_EQ(shown_because(see(wang, here()).body), "");
    EXPECT_EQ(shown_because(see(bureau, here()).body), "");
    EXPECT_THAT(shown_because(see(reader, here()).body), HasSubstr("does not ask"));
    const auto refused = send(reader, here() + "/suggestions", text_of("电梯"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.field(), "/constituency topic_call.not_asked");
    EXPECT_EQ(send(std::nullopt, here() + "/suggestions", text_of("电梯")).status, 401);
}

TEST_P(CallsRoutes, AnswerTheSameTextWithTheOneThatIsThere)
{
    const auto first = handed_in(wang, "电梯");
    const auto again = send(wang, here() + "/suggestions", text_of(" 电梯 "));
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.at("id"), first);
    EXPECT_TRUE(again.body.at("already_there").as_bool());
    EXPECT_EQ(send(wang, here() + "/suggestions", text_of("")).status, 422);
}

TEST_P(CallsRoutes, ShowASuggestionToEachWhatIsHis)
{
    const auto place = "/api/suggestions/" + handed_in(wang, "电梯");
    EXPECT_EQ(see(std::nullopt, place).status, 401);
    EXPECT_EQ(see(li, place).status, 404);
    EXPECT_TRUE(see(wang, place).body.at("details").is_object());
    EXPECT_TRUE(see(committee, place).body.at("details").is_object());
    ASSERT_EQ(send(clerk, place + "/comments", R"({"words":"可与街道核实"})").status, 201);
    EXPECT_EQ(send(wang, place + "/comments", R"({"words":"谢谢"})").status, 403);
    EXPECT_EQ(
        see(committee, place).body.at("details").at("comments").at(0).at("words"), "可与街道核实");
    EXPECT_THAT(see(wang, place).body.at("details").at("comments").as_array(), IsEmpty());
    ASSERT_EQ(send(clerk, place + "/steps", step_of("screen", "切口小"), 1).status, 201);
    const auto others = see(li, place);
    EXPECT_EQ(others.status, 200);
    EXPECT_EQ(others.at("reply"), "切口小");
    EXPECT_TRUE(others.body.at("details").is_null());
    EXPECT_THAT(others.text, testing::Not(HasSubstr("王芳")));
}

TEST_P(CallsRoutes, LetTheProposerReadTheAnswerAndEverybodyWhatWasScreened)
{
    const auto taken = handed_in(wang, "电梯");
    const auto refused = handed_in(wang, "停车");
    handed_in(bureau, "菜场");
    ASSERT_EQ(send(clerk, "/api/suggestions/" + taken + "/steps", step_of("reserve", "明年再议"), 1)
                  .status,
        201);
    ASSERT_EQ(
        send(clerk, "/api/suggestions/" + refused + "/steps", step_of("reject", "已在办理"), 1)
            .status,
        201);
    const auto own = see(wang, "/api/suggestions/own?sort=oldest");
    EXPECT_THAT(titles(own), ElementsAre("电梯", "停车"));
    EXPECT_EQ(own.body.at("items").at(1).at("answer"), "not_taken");
    EXPECT_EQ(own.body.at("items").at(1).at("reply"), "已在办理");
    EXPECT_THAT(titles(see(li, here() + "/answers")), ElementsAre("电梯"));
    EXPECT_THAT(titles(see(li, "/api/suggestions/own")), IsEmpty());
}

TEST_P(CallsRoutes, RefuseAStepWithTheFieldThatItLacks)
{
    const auto place = "/api/suggestions/" + handed_in(wang, "电梯") + "/steps";
    EXPECT_EQ(send(clerk, place, step_of("reject", " "), 1).field(), "/reason topic.no_reason");
    EXPECT_EQ(
        send(clerk, place, step_of("pass_on", "个案"), 1).field(), "/passed_to topic.no_channel");
    EXPECT_EQ(send(clerk, place, step_of("reject", "已在办"), 7).status, 412);
    EXPECT_EQ(send(clerk, place, step_of("reject", "已在办")).status, 428);
    EXPECT_EQ(send(committee, place, step_of("reject", "已在办"), 1).status, 403);
    EXPECT_EQ(send(clerk, place, step_of("shortlist", "好"), 1).code(), "suggestion.not_here");
    EXPECT_EQ(send(clerk, place, step_of("reject", "已在办"), 1).status, 201);
}

TEST_P(CallsRoutes, NarrowThePoolAndExportItWithoutAFormula)
{
    handed_in(wang, "=SUM(1)");
    handed_in(bureau, "停车");
    EXPECT_EQ(see(wang, "/api/suggestions").status, 403);
    EXPECT_THAT(
        titles(see(committee, "/api/suggestions?constituency=departments")), ElementsAre("停车"));
    EXPECT_THAT(titles(see(clerk, "/api/suggestions?q=sum")), ElementsAre("=SUM(1)"));
    EXPECT_THAT(titles(see(clerk, "/api/suggestions?state=merged")), IsEmpty());
    const auto first = see(clerk, "/api/suggestions?size=1&sort=oldest");
    EXPECT_THAT(titles(first), ElementsAre("=SUM(1)"));
    EXPECT_THAT(titles(see(clerk, "/api/suggestions?size=1&sort=oldest&after=" + first.at("next"))),
        ElementsAre("停车"));
    EXPECT_EQ(see(wang, "/api/suggestions/export").status, 403);
    const auto csv = see(clerk, "/api/suggestions/export").text;
    EXPECT_THAT(csv, HasSubstr("'=SUM(1)"));
    EXPECT_THAT(csv, HasSubstr("Party and government departments"));
    EXPECT_THAT(csv, HasSubstr("\"Society\""));
}

TEST_P(CallsRoutes, CallFieldsInTheTableAsTheDistrictDoes)
{
    handed_in(bureau, "停车");
    settings::KeptSetting renamed{.name = "plan_fields",
        .value = settings::default_of(settings::SettingKey::plan_fields),
        .version = 1};
    renamed.value.items.at(3).name_en = "Livelihood";
    ASSERT_TRUE(db().transact([&](db::Tx& tx) { return settings::keep_setting(tx, renamed, 0); }));
    const auto csv = see(clerk, "/api/suggestions/export").text;
    EXPECT_THAT(csv, HasSubstr("\"Livelihood\""));
    EXPECT_THAT(csv, testing::Not(HasSubstr("\"Society\"")));
}

TEST_P(CallsRoutes, FindSimilarOnesOfThoseThatOneSees)
{
    const auto id = handed_in(wang, "推进老旧小区加装电梯");
    const auto ask_for = "/api/suggestions/similar?text=%E5%8A%A0%E8%A3%85%E7%94%B5%E6%A2%AF";
    EXPECT_THAT(titles(see(clerk, ask_for)), ElementsAre("推进老旧小区加装电梯"));
    EXPECT_THAT(titles(see(wang, ask_for)), ElementsAre("推进老旧小区加装电梯"));
    EXPECT_THAT(titles(see(li, ask_for)), IsEmpty()) << "not screened yet";
    EXPECT_THAT(titles(see(clerk, "/api/suggestions/similar?but=" + id)), IsEmpty());
    handed_in(li, "老旧小区加装电梯补贴");
    const auto beside = see(clerk, "/api/suggestions/similar?but=" + id);
    EXPECT_THAT(titles(beside), ElementsAre("老旧小区加装电梯补贴"));
    const auto& one = beside.body.at("items").at(0);
    EXPECT_EQ(one.at("call_title").as_string(), call_.words.title);
    EXPECT_TRUE(one.at("is_target").as_bool());
    const auto typed = see(clerk, ask_for).body.at("items").at(0);
    EXPECT_FALSE(typed.at("is_target").as_bool()) << "of nothing that is there yet";
}

TEST_P(CallsRoutes, OfferNothingToMergeIntoThatAnotherYearTook)
{
    const auto taken = handed_in(li, "老旧小区加装电梯补贴");
    ASSERT_EQ(
        send(clerk, "/api/suggestions/" + taken + "/steps", step_of("screen", "好"), 1).status,
        201);
    EXPECT_TRUE(db().transact([&](db::Tx& tx) {
        return choose(services(), tx, clerk, {taken}, topics::TopicAction::shortlist, "入围");
    }));
    const auto is_target = [&](const std::string& id) {
        const auto found = see(clerk, "/api/suggestions/similar?but=" + id);
        return found.body.at("items").at(0).at("is_target").as_bool();
    };
    EXPECT_TRUE(is_target(handed_in(wang, "推进老旧小区加装电梯")));
    auto words = call_words({Constituency::members});
    ++words.year;
    const auto next = make_call(services(), clerk, words).value();
    ASSERT_TRUE(take_call_step(services(), clerk, next.id, 1, {TopicCallAction::open, {}, {}}));
    const auto later =
        send(wang, "/api/calls/" + next.id.text + "/suggestions", text_of("老旧小区加装电梯补贴"));
    ASSERT_EQ(later.status, 201) << later.text;
    EXPECT_FALSE(is_target(later.at("id")));
}

TEST_P(CallsRoutes, WeighTheFirstLineOfWhatIsTypedAsTheTitle)
{
    handed_in(wang, "加装电梯");
    const auto likeness = [&](const std::string& between) {
        const auto found = see(clerk,
            "/api/suggestions/similar?text=%E5%8A%A0%E8%A3%85%E7%94%B5"
            "%E6%A2%AF"
                + between + "%E6%A5%BC%E9%81%93%E7%8B%AD%E7%AA%84");
        EXPECT_EQ(titles(found), std::vector<std::string>{"加装电梯"}) << found.text;
        return found.body.at("items").at(0).at("likeness").as_int64();
    };
    EXPECT_GT(likeness("%0A"), likeness("%20")) << "the title says the same, the rest does not";
}

TEST_P(CallsRoutes, FindSimilarOnesByTheWordsThatTheyHaveNow)
{
    const auto lift = "/api/suggestions/similar?text=%E5%8A%A0%E8%A3%85%E7%94%B5%E6%A2%AF";
    const auto place = "/api/suggestions/" + handed_in(wang, "加装电梯");
    EXPECT_THAT(titles(see(clerk, lift)), ElementsAre("加装电梯"));
    ASSERT_EQ(ask(wang, http::Method::patch, place, text_of("河道治理", " "), 1).status, 200);
    EXPECT_THAT(titles(see(clerk, lift)), IsEmpty()) << "it was said otherwise since";
    handed_in(li, "老楼加装电梯");
    EXPECT_THAT(titles(see(clerk, lift)), ElementsAre("老楼加装电梯")) << "it came since";
    ASSERT_EQ(ask(wang, http::Method::patch, place, text_of("电梯加装", " "), 2).status, 200);
    EXPECT_THAT(titles(see(clerk, lift)), UnorderedElementsAre("老楼加装电梯", "电梯加装"));
    ASSERT_EQ(send(wang, place + "/steps", step_of("withdraw", ""), 3).status, 201);
    EXPECT_THAT(titles(see(clerk, lift)), ElementsAre("老楼加装电梯"));
}

TEST_P(CallsRoutes, AskBothProposersBeforeAMerge)
{
    const auto one = handed_in(wang, "电梯");
    const auto other = handed_in(li, "加装电梯");
    const auto place = "/api/suggestions/" + one;
    const auto request = R"({"target_id":")" + other + R"(","reason":"内容相近"})";
    EXPECT_EQ(send(wang, place + "/merges", request).status, 403);
    const auto asked = send(clerk, place + "/merges", request);
    ASSERT_EQ(asked.status, 201) << asked.text;
    const auto& merge = asked.body.at("details").at("merges").at(0);
    const auto consents = "/api/merges/" + std::string(merge.at("id").as_string()) + "/consents";
    const std::string yes = R"({"agrees":true,"words":"","side":null})";
    EXPECT_EQ(send(bureau, consents, yes).status, 404);
    const auto waits = [&](const base::Actor& as, const std::string& id) {
        return see(as, "/api/suggestions/" + id)
            .body.at("details")
            .at("merges")
            .at(0)
            .at("waits_for")
            .as_array()
            .size();
    };
    EXPECT_EQ(waits(wang, one), 1U);
    EXPECT_EQ(waits(clerk, one), 0U) << "both answer by themselves";
    EXPECT_EQ(send(wang, consents, yes).status, 204);
    EXPECT_EQ(waits(wang, one), 0U);
    EXPECT_EQ(send(wang, consents, yes).code(), "suggestion.answered_already");
    EXPECT_EQ(send(li, consents, yes).status, 204);
    ASSERT_EQ(send(clerk, place + "/steps", step_of("merge", "相近"), 1).status, 201);
    EXPECT_EQ(see(wang, place).body.at("merged_into").at("title"), "加装电梯");
    EXPECT_EQ(
        see(li, "/api/suggestions/" + other).body.at("details").at("taken_in").at(0).at("proposer"),
        "王芳");
}

} // namespace
} // namespace xieshang::calls
