// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/draft_opinion.h"

#include "features/members/role.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>

namespace xieshang::draft_opinions {
namespace {

using members::bit;
using members::Role;
using testing::ElementsAre;

template <class Given>
std::string code(const base::Result<Given>& result)
{
    return result ? "" : result.error().code;
}

template <class Given>
std::vector<std::string> pointers(const base::Result<Given>& result)
{
    std::vector<std::string> found;
    for (const auto& field : result.error().fields) {
        found.push_back(field.pointer + " " + field.code);
    }
    return found;
}

OpinionRequest request(RequestState state = RequestState::sent)
{
    OpinionRequest one;
    one.id = {"r"};
    one.sent_on = "2026-10-01";
    one.closes_on = "2026-10-20";
    one.state = state;
    one.version = 1;
    return one;
}

topics::Topic topic(const std::string& id, const std::string& title)
{
    topics::Topic one;
    one.id = {id};
    one.words.number = 3;
    one.words.title = title;
    one.words.period = "5月";
    one.words.responsible = {"住建局", "民政局"};
    return one;
}

std::vector<FrozenPart> text()
{
    return freeze({{"一、总体要求", "　　围绕中心。\n\n 服务大局。"}, {"二、议题安排", " \n"}},
        {topic("t1", "老旧小区加装电梯")});
}

DraftOpinion said(OpinionWords words, std::optional<OpinionVerdict> verdict = {})
{
    DraftOpinion one;
    one.id = {"o"};
    one.words = std::move(words);
    one.verdict = verdict;
    one.version = 1;
    return one;
}

TEST(FrozenText, HasAKeyForEachParagraphAndTopic)
{
    const auto parts = text();
    std::vector<std::string> keys;
    for (const auto& part : parts) {
        keys.push_back(part.key);
    }
    EXPECT_THAT(keys, ElementsAre("p:1.1", "p:1.2", "p:2.0", "t:t1"));
    EXPECT_EQ(parts[0].text, "围绕中心。");
    EXPECT_EQ(parts[1].heading, "一、总体要求");
    EXPECT_EQ(part_of(parts, "t:t1")->text, "老旧小区加装电梯\n时间：5月\n承办：住建局、民政局");
    EXPECT_EQ(part_of(parts, "t:t2"), nullptr);
}

TEST(FrozenText, LosesNoCharacterOfAParagraph)
{
    const auto dense = [](std::string all) {
        all.erase(std::remove_if(all.begin(), all.end(),
                      [](char c) { return c == ' ' || c == '\n' || c == '\t'; }),
            all.end());
        return all;
    };
    EXPECT_TRUE(rc::check([&] {
        const auto lines = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("甲", "乙 丙", " ", "", "丁\t", "\n戊"));
        std::string body;
        for (const auto& line : lines) {
            body += line + "\n";
        }
        std::string kept;
        for (const auto& part : freeze({{"头", body}}, {})) {
            kept += part.text;
        }
        RC_ASSERT(dense(kept) == dense(body));
    }));
}

std::vector<std::string> today(const std::string& sent, const std::string& now)
{
    const auto parts = freeze({{"头", now}}, {topic("t1", "电梯")});
    std::vector<std::string> found;
    for (const auto& place : places_today(freeze({{"头", sent}}, {topic("t1", "电梯")}), parts)) {
        found.push_back(place ? parts[*place].text.substr(0, 6) : "");
    }
    found.pop_back(); // the topic
    return found;
}

TEST(FrozenText, FindsEachParagraphInTheTextThatWasEditedSince)
{
    EXPECT_THAT(
        today("甲一\n乙一\n丙一", "甲一\n新来\n乙一\n丙一"), ElementsAre("甲一", "乙一", "丙一"));
    EXPECT_THAT(today("甲一\n乙一\n丙一", "甲一\n丙一"), ElementsAre("甲一", "", "丙一"));
    EXPECT_THAT(today("甲一\n乙一\n丙一", "甲一\n乙二\n丙一"), ElementsAre("甲一", "乙二", "丙一"))
        << "rewritten";
    EXPECT_THAT(
        today("甲一\n乙一\n丙一", "甲一\n新来\n乙二\n丙一"), ElementsAre("甲一", "乙二", "丙一"))
        << "the likest of two";
    EXPECT_THAT(today("甲一", ""), ElementsAre(""));
    const auto sent = freeze({{"旧题", "甲"}}, {topic("t1", "电梯"), topic("t2", "托育")});
    const auto now = freeze({{"新题", "甲"}}, {topic("t2", "托育")});
    EXPECT_THAT(places_today(sent, now),
        ElementsAre(std::optional<std::size_t>(0), std::nullopt, std::optional<std::size_t>(1)));
}

TEST(OpinionRequest, AsksOnADraftAlone)
{
    Sending sending{.plan_state = plan::PlanState::draft,
        .closes_on = "2026-10-20",
        .today = "2026-10-20",
        .recipients = {"body a", "person b"},
        .has_text = true};
    EXPECT_EQ(code(may_send(sending)), "");
    sending.plan_state = plan::PlanState::chairpersons_review;
    EXPECT_EQ(code(may_send(sending)), "opinion_request.not_a_draft");
    sending.plan_state = plan::PlanState::draft;
    sending.has_text = false;
    EXPECT_EQ(code(may_send(sending)), "opinion_request.no_text");
    sending.has_text = true;
    sending.closes_on = "2026-10-19";
    sending.recipients = {"body a", "body a"};
    EXPECT_THAT(pointers(may_send(sending)),
        ElementsAre("/closes_on opinion_request.day_is_over", "/recipients opinion_request.twice"));
    sending.recipients.clear();
    sending.closes_on = "soon";
    EXPECT_THAT(pointers(may_send(sending)),
        ElementsAre("/closes_on period.not_a_day", "/recipients opinion_request.nobody"));
}

TEST(OpinionRequest, GoesLaterByTheSameRulesAndToNobodyTwice)
{
    Sending adding{.plan_state = plan::PlanState::draft,
        .closes_on = "2026-10-20",
        .today = "2026-10-20",
        .recipients = {"body c", "person b"},
        .has_text = true,
        .there = {"body a", "body b"}};
    EXPECT_EQ(code(may_send(adding)), "") << "a person of the same id is another";
    adding.there.push_back("person b");
    EXPECT_THAT(
        pointers(may_send(adding)), ElementsAre("/recipients/1 opinion_request.there_already"));
}

TEST(OpinionRequest, IsAnsweredByThePersonOrWhoeverActsForTheBody)
{
    const Recipient bureau{{"1"}, RecipientKind::body, "b1", "住建局"};
    const Recipient wang{{"2"}, RecipientKind::person, "p1", "王芳"};
    base::Actor handler{"p9", "李强", bit(Role::department_handler)};
    handler.bodies = {"b1"};
    EXPECT_TRUE(answers_for(handler, bureau));
    EXPECT_FALSE(answers_for(handler, wang));
    EXPECT_TRUE(answers_for({"p1", "王芳", bit(Role::member)}, wang));
    EXPECT_FALSE(answers_for({"b1", "冒名", bit(Role::member)}, bureau));
    EXPECT_FALSE(answers_for({}, {{"3"}, RecipientKind::person, "", ""}));
    EXPECT_THAT(own_of(handler, {wang, bureau}), ElementsAre(bureau));
}

TEST(DraftOpinion, IsSaidUntilTheLastDay)
{
    EXPECT_EQ(code(may_say(request(), "2026-10-20")), "");
    const auto late = may_say(request(), "2026-10-21");
    EXPECT_EQ(code(late), "draft_opinion.over");
    EXPECT_EQ(late.error().params.at("day"), "2026-10-20");
    EXPECT_EQ(code(may_say(request(RequestState::closed), "2026-10-10")), "draft_opinion.over");
}

TEST(DraftOpinion, IsAboutThisTextAndSaysSomething)
{
    using Kind = OpinionKind;
    EXPECT_EQ(code(acceptable({"t:t1", Kind::change, "", "加装电梯和养老"}, text())), "");
    EXPECT_EQ(code(acceptable({"", Kind::agree, "", ""}, text())), "");
    EXPECT_EQ(code(acceptable({"", Kind::none, "", ""}, text())), "");
    EXPECT_THAT(pointers(acceptable({"p:9.9", Kind::object, " ", ""}, text())),
        ElementsAre("/part draft_opinion.no_such_part", "/text draft_opinion.no_words"));
    EXPECT_THAT(pointers(acceptable({"p:1.1", Kind::change, "", "\n"}, text())),
        ElementsAre("/proposed draft_opinion.no_words"));
    EXPECT_THAT(pointers(acceptable({"p:1.1", Kind::change, "", "围绕中心。"}, text())),
        ElementsAre("/proposed draft_opinion.same_words"));
    EXPECT_THAT(pointers(acceptable({"p:1.1", Kind::none, "但是", ""}, text())),
        ElementsAre("/part draft_opinion.none_is_whole", "/kind draft_opinion.none_has_words"));
}

TEST(DraftOpinion, StandsOnceForEachPart)
{
    const OpinionWords none{"", OpinionKind::none, "", ""};
    const OpinionWords change{"p:1.1", OpinionKind::change, "", "新"};
    const OpinionWords other{"p:1.2", OpinionKind::agree, "", ""};
    EXPECT_EQ(code(fits_beside(change, {said(other)})), "");
    EXPECT_EQ(code(fits_beside(change, {said(change)})), "draft_opinion.said_already");
    EXPECT_EQ(code(fits_beside(change, {said(none)})), "draft_opinion.said_none");
    EXPECT_EQ(code(fits_beside(none, {said(change)})), "draft_opinion.has_others");
}

TEST(DraftOpinion, IsSaidOtherwiseUntilTheLastDayAndNotAfterItsAnswer)
{
    const auto own = said({"p:1.1", OpinionKind::object, "不妥", ""});
    EXPECT_EQ(code(may_rewrite(request(), own, true, "2026-10-20")), "");
    EXPECT_EQ(code(may_rewrite(request(), own, true, "2026-10-21")), "draft_opinion.over");
    EXPECT_EQ(code(may_rewrite(request(RequestState::closed), own, false, "2026-10-21")), "");
    EXPECT_EQ(code(may_rewrite(request(RequestState::answered), own, false, "2026-10-21")),
        "draft_opinion.request_answered");
    const auto answered = said(own.words, OpinionVerdict::adopted);
    EXPECT_EQ(code(may_rewrite(request(), answered, true, "2026-10-20")),
        "draft_opinion.answered_already");
}

TEST(DraftOpinion, IsTakenFromAPaperByTheDayOnIt)
{
    const auto closed = request(RequestState::closed);
    EXPECT_EQ(code(may_enter_paper(closed, "2026-10-20", "2026-10-25")), "");
    EXPECT_THAT(pointers(may_enter_paper(closed, "2026-10-21", "2026-10-25")),
        ElementsAre("/paper_day draft_opinion.over"));
    EXPECT_THAT(pointers(may_enter_paper(closed, "2026-10-26", "2026-10-25")),
        ElementsAre("/paper_day draft_opinion.day_to_come"));
    EXPECT_THAT(pointers(may_enter_paper(closed, "2026-09-30", "2026-10-25")),
        ElementsAre("/paper_day draft_opinion.before_sending"));
    EXPECT_THAT(pointers(may_enter_paper(closed, "", "2026-10-25")),
        ElementsAre("/paper_day period.not_a_day"));
    EXPECT_EQ(code(may_enter_paper(request(RequestState::answered), "2026-10-10", "2026-10-25")),
        "draft_opinion.request_answered");
}

TEST(DraftOpinion, IsAnsweredAfterTheWindowAndNeverDeclinedWithoutAReason)
{
    const auto change = said({"p:1.1", OpinionKind::change, "", "新"});
    EXPECT_EQ(code(may_answer(request(), change, "2026-10-20")), "draft_opinion.still_open");
    EXPECT_EQ(code(may_answer(request(), change, "2026-10-21")), "");
    EXPECT_EQ(code(may_answer(request(RequestState::closed), change, "2026-10-10")), "");
    EXPECT_EQ(code(may_answer(request(RequestState::answered), change, "2026-10-25")),
        "draft_opinion.request_answered");
    EXPECT_EQ(code(may_answer(request(RequestState::closed), said({"", OpinionKind::none, "", ""}),
                  "2026-10-25")),
        "draft_opinion.nothing_to_answer");
    EXPECT_EQ(code(acceptable(AnswerWords{OpinionVerdict::adopted, "", "新"})), "");
    EXPECT_EQ(code(acceptable(AnswerWords{OpinionVerdict::explained, "另有规定", ""})), "");
    for (const auto verdict : {OpinionVerdict::partly, OpinionVerdict::explained}) {
        EXPECT_THAT(pointers(acceptable(AnswerWords{verdict, " ", ""})),
            ElementsAre("/reason draft_opinion.no_reason"));
    }
}

TEST(DraftOpinion, WaitsForAnAnswerWhereSomethingIsSaid)
{
    const auto change = said({"p:1.1", OpinionKind::change, "", "新"});
    const auto agrees = said({"p:1.2", OpinionKind::agree, "", ""});
    const auto agrees_with_words = said({"p:1.2", OpinionKind::agree, "尽快办", ""});
    const auto none = said({"", OpinionKind::none, "", ""});
    const auto done = said(change.words, OpinionVerdict::partly);
    EXPECT_THAT(unanswered({change, agrees, agrees_with_words, none, done}),
        ElementsAre(change, agrees_with_words));
}

TEST(DraftOpinion, NamesWhatChangedMeanwhile)
{
    const auto kept = said({"p:1.1", OpinionKind::change, "", "新"});
    EXPECT_EQ(code(same_version(kept, 1, kept.words)), "");
    const auto stale = same_version(kept, 2, {"p:1.1", OpinionKind::object, "不", "新"});
    EXPECT_EQ(code(stale), "draft_opinion.stale");
    EXPECT_THAT(pointers(stale),
        ElementsAre(
            "/kind draft_opinion.changed_meanwhile", "/text draft_opinion.changed_meanwhile"));
}

} // namespace
} // namespace xieshang::draft_opinions
