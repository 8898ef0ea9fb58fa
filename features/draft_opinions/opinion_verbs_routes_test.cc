// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_audit_actions.h"
#include "features/draft_opinions/opinions_world_test.h"
#include "features/topics/topic_actions.h"

#include <gmock/gmock.h>

namespace xieshang::draft_opinions {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class OpinionVerbs : public OpinionsWorld {
protected:
    std::vector<std::string> texts()
    {
        return db().read([&](db::Tx& tx) {
            std::vector<std::string> all;
            for (const auto& part : text_of(tx, request.id)) {
                all.push_back(part.text);
            }
            return all;
        });
    }
    std::string first_field(const base::Result<OpinionRequest>& refused)
    {
        const auto& field = refused.error().fields.at(0);
        return field.pointer + " " + field.code;
    }
};
ON_EVERY_DATABASE(OpinionVerbs);

TEST_P(OpinionVerbs, FreezeTheTextAsItStoodWhenItWasSent)
{
    const topics::TopicId topic{topic_key.substr(2)};
    topics::TopicEdit edit;
    edit.title = "加装电梯和停车";
    ASSERT_TRUE(topics::edit_topic(services(), clerk, topic, 1, edit));
    EXPECT_THAT(texts(),
        ElementsAre("围绕中心。", "服务大局。", "老旧小区加装电梯\n时间：5月\n承办：住建局"));
}

TEST_P(OpinionVerbs, SendToWhomTheRegisterHas)
{
    auto words = asked();
    words.recipients.push_back({RecipientKind::person, "00000000-0000-4000-8000-000000000000"});
    const auto refused = send_draft(services(), clerk, plan_id, words);
    EXPECT_EQ(first_field(refused), "/recipients/2 opinion_request.no_such_recipient");
    words.recipients.clear();
    EXPECT_EQ(first_field(send_draft(services(), clerk, plan_id, words)),
        "/recipients opinion_request.nobody");
    EXPECT_EQ(
        code(send_draft(services(), clerk, {"00000000-0000-4000-8000-000000000000"}, asked())),
        "plan.not_found");
}

TEST_P(OpinionVerbs, KeepEveryVersionOfAnOpinion)
{
    const auto one = say(handler, change(topic_key, "加装电梯和养老")).value();
    const auto again = rewrite(colleague, one.id, 1, change(topic_key, "加装电梯与托育")).value();
    EXPECT_EQ(again.version, 2);
    EXPECT_EQ(code(rewrite(handler, one.id, 1, change(topic_key, "旧"))), "draft_opinion.stale");
    EXPECT_EQ(
        code(rewrite(wang, one.id, 2, change(topic_key, "别人的"))), "draft_opinion.not_found");
    EXPECT_EQ(
        code(rewrite(clerk, one.id, 2, change(topic_key, "代改"))), "draft_opinion.not_yours");
    const auto kept = db().read([&](db::Tx& tx) { return words_of(tx, one.id); });
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].proposed, "加装电梯和养老");
    EXPECT_EQ(kept[0].by_name, "李强");
    EXPECT_EQ(kept[1].proposed, "加装电梯与托育");
}

TEST_P(OpinionVerbs, TakeNothingFromWhomIsNotAskedNorOfWhatIsNotThere)
{
    EXPECT_EQ(code(say(li, change("p:1.1", "新"))), "opinion_request.not_found");
    EXPECT_EQ(code(say(handler, change("p:7.1", "新"))), "draft_opinion.invalid");
    EXPECT_EQ(code(say(handler, change("p:1.1", " "))), "");
    EXPECT_EQ(code(say(colleague, change("p:1.1", "又"))), "draft_opinion.said_already");
    EXPECT_EQ(code(say(handler, {"", OpinionKind::none, "", ""})), "draft_opinion.has_others");
    EXPECT_EQ(code(say(wang, {"", OpinionKind::none, "", ""})), "");
    EXPECT_EQ(code(say(wang, change("p:1.1", "新"))), "draft_opinion.said_none");
}

TEST_P(OpinionVerbs, TakeNothingAfterTheLastDayButAPaper)
{
    const auto one = say(handler, change("p:1.1", "新")).value();
    clock.advance(21 * day_ms);
    EXPECT_EQ(code(say(wang, change("p:1.1", "新"))), "draft_opinion.over");
    EXPECT_EQ(code(rewrite(handler, one.id, 1, change("p:1.1", "晚"))), "draft_opinion.over");
    const auto recipient =
        db().read([&](db::Tx& tx) { return recipients_of(tx, request.id).at(1).id; });
    PaperOpinion paper;
    static_cast<OpinionWords&>(paper) = change("p:1.2", "服务全局。");
    paper.recipient_id = recipient;
    paper.paper_day = day_after(0);
    EXPECT_EQ(code(enter_paper(services(), clerk, request.id, paper)), "draft_opinion.invalid");
    paper.paper_day = day_after(-3);
    const auto typed = enter_paper(services(), clerk, request.id, paper).value();
    EXPECT_EQ(typed.by_name, clerk.name);
    EXPECT_EQ(typed.recipient_id, recipient);
    EXPECT_EQ(code(rewrite(other_clerk, typed.id, 1, change("p:1.2", "服务大局大势。"))), "");
}

TEST_P(OpinionVerbs, AreAnsweredOnceByOneOfTwoAtOnceAndNeverDeclinedWithoutAReason)
{
    const auto one = say(handler, change("p:1.1", "新")).value();
    EXPECT_EQ(code(answer(one.id, 1, OpinionVerdict::adopted)), "draft_opinion.still_open");
    ASSERT_TRUE(step(OpinionRequestAction::close, "都已回复"));
    EXPECT_EQ(code(answer(one.id, 1, OpinionVerdict::explained)), "draft_opinion.no_reason");
    ASSERT_TRUE(answer(one.id, 1, OpinionVerdict::adopted, "", "新"));
    EXPECT_EQ(code(answer(one.id, 1, OpinionVerdict::partly, "一半")), "draft_opinion.stale");
    ASSERT_TRUE(answer(one.id, 2, OpinionVerdict::partly, "一半"));
    const auto kept = db().read([&](db::Tx& tx) { return answers_to(tx, one.id); });
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].verdict, OpinionVerdict::adopted);
    EXPECT_EQ(kept[1].reason, "一半");
}

TEST_P(OpinionVerbs, CallNothingAnsweredWhileAnOpinionWaits)
{
    const auto one = say(handler, change("p:1.1", "新")).value();
    ASSERT_TRUE(say(wang, {"", OpinionKind::agree, "", ""}));
    ASSERT_TRUE(step(OpinionRequestAction::close, "都已回复"));
    const auto refused = step(OpinionRequestAction::finish);
    EXPECT_EQ(code(refused), "opinion_request.unanswered");
    ASSERT_EQ(refused.error().fields.size(), 1U);
    EXPECT_EQ(first_field(refused), "/opinions/" + one.id.text + " opinion_request.waits");
    EXPECT_EQ(refused.error().fields[0].params.at("who"), bureau.words.name);
    ASSERT_TRUE(answer(one.id, 1, OpinionVerdict::explained, "已有规定"));
    EXPECT_EQ(step(OpinionRequestAction::finish)->state, RequestState::answered);
    EXPECT_EQ(code(answer(one.id, 2, OpinionVerdict::adopted)), "draft_opinion.request_answered");
}

TEST_P(OpinionVerbs, MayBeExtendedWithAReasonSoThatMoreIsSaid)
{
    clock.advance(21 * day_ms);
    EXPECT_EQ(first_field(step(OpinionRequestAction::extend, "再等等")),
        "/closes_on opinion_request.no_day");
    EXPECT_EQ(
        code(step(OpinionRequestAction::extend, "", day_after(5))), "opinion_request.no_reason");
    ASSERT_TRUE(step(OpinionRequestAction::extend, "再等等", day_after(5)));
    EXPECT_EQ(code(say(wang, change("p:1.1", "新"))), "");
}

TEST_P(OpinionVerbs, AreCheckedAgainstTheRecord)
{
    const auto one = say(handler, change("p:1.1", "新")).value();
    ASSERT_TRUE(step(OpinionRequestAction::close, "都已回复"));
    ASSERT_TRUE(answer(one.id, 1, OpinionVerdict::partly, "一半"));
    const auto misfits = [&](const std::string& sql) {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
        return db().read([&](db::Tx& tx) {
            std::vector<std::string> found;
            for (const auto& misfit : audit_request(tx, request.id.text)) {
                found.push_back(misfit.table);
            }
            for (const auto& misfit : audit_opinion(tx, one.id.text)) {
                found.push_back(misfit.table);
            }
            return found;
        });
    };
    EXPECT_THAT(misfits("UPDATE opinion_request SET note = note"), IsEmpty());
    EXPECT_THAT(misfits("UPDATE draft_opinion_answer SET reason = 'x'"),
        ElementsAre("draft_opinion_answer"));
    EXPECT_THAT(misfits("UPDATE draft_opinion_words SET text = 'x'"),
        ElementsAre("draft_opinion_words", "draft_opinion_answer"));
    EXPECT_THAT(misfits("UPDATE opinion_request_part SET text = 'x' WHERE position = 1"),
        ElementsAre("opinion_request_part", "draft_opinion_words", "draft_opinion_answer"));
    EXPECT_THAT(misfits("UPDATE draft_opinion SET by_name = 'x'"),
        ElementsAre("opinion_request_part", "draft_opinion"));
}

} // namespace
} // namespace xieshang::draft_opinions
