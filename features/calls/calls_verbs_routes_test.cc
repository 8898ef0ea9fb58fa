// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_audit_actions.h"
#include "features/calls/calls_world_test.h"
#include "features/calls/paper_actions.h"
#include "features/calls/suggestion_page_actions.h"

#include <array>
#include <atomic>
#include <thread>

namespace xieshang::calls {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CallsVerbs : public CallsWorld {};
ON_EVERY_DATABASE(CallsVerbs);

TEST_P(CallsVerbs, TakeASuggestionOnceHoweverOftenItIsSent)
{
    const auto first = suggest(services(), wang, call_.id, words("电梯")).value();
    EXPECT_TRUE(first.is_new);
    auto again = words("电梯");
    again.problem += "\n";
    const auto second = suggest(services(), wang, call_.id, again).value();
    EXPECT_FALSE(second.is_new);
    EXPECT_EQ(second.suggestion.id, first.suggestion.id);
    EXPECT_TRUE(suggest(services(), li, call_.id, words("电梯"))->is_new) << "another's is another";
    EXPECT_TRUE(suggest(services(), wang, call_.id, words("停车"))->is_new);
    EXPECT_EQ(code(suggest(services(), wang, call_.id, words("菜场"))), "topic_call.too_many");
}

TEST_P(CallsVerbs, TakeASuggestionOnceAlsoWhereItIsSentThreeTimesAtOnce)
{
    std::array<SuggestionId, 3> ids;
    std::atomic<int> kept = 0;
    std::vector<std::thread> senders;
    for (auto& id : ids) {
        senders.emplace_back([&] {
            auto house = services();
            const auto taken = suggest(house, wang, call_.id, words("电梯"));
            id = taken ? taken->suggestion.id : SuggestionId{taken.error().code};
            kept += taken && taken->is_new ? 1 : 0;
        });
    }
    for (auto& sender : senders) {
        sender.join();
    }
    EXPECT_EQ(kept, 1);
    EXPECT_THAT(ids, testing::Each(ids[0]));
    EXPECT_EQ(db().read([](db::Tx& tx) { return suggestion_ids(tx).size(); }), 1U);
}

TEST_P(CallsVerbs, GiveAWithdrawnPlaceFreeAndTakeTheTextAnew)
{
    const auto one = suggest(services(), wang, call_.id, words("电梯"))->suggestion;
    ASSERT_TRUE(suggest(services(), wang, call_.id, words("停车")));
    EXPECT_EQ(code(step(li, one.id, TopicAction::withdraw)), "suggestion.not_found");
    EXPECT_EQ(code(step(clerk, one.id, TopicAction::withdraw)), "topic.not_own");
    ASSERT_TRUE(step(wang, one.id, TopicAction::withdraw));
    EXPECT_TRUE(suggest(services(), wang, call_.id, words("电梯"))->is_new);
}

TEST_P(CallsVerbs, TakeNothingAfterTheLastDay)
{
    clock.advance(day_ms * 40);
    EXPECT_EQ(code(suggest(services(), wang, call_.id, words("电梯"))), "topic_call.over");
    ASSERT_TRUE(take_call_step(
        services(), clerk, call_.id, 2, {TopicCallAction::extend, "反映较多", day_after(60)}));
    EXPECT_TRUE(suggest(services(), wang, call_.id, words("电梯")));
    ASSERT_TRUE(
        take_call_step(services(), clerk, call_.id, 3, {TopicCallAction::close, "已足够", {}}));
    EXPECT_EQ(code(suggest(services(), wang, call_.id, words("停车"))), "topic_call.over");
}

TEST_P(CallsVerbs, LetHimWhoActsForTwoBodiesOfAKindSpeakForEach)
{
    const auto second = body(people::OrganisationKind::department, "d-2").id;
    bureau.bodies.push_back(second.text);
    for (const auto* title : {"电梯", "停车"}) {
        ASSERT_TRUE(suggest(services(), bureau, call_.id, words(title)));
    }
    EXPECT_EQ(code(suggest(services(), bureau, call_.id, words("菜场"))), "topic_call.too_many");
    const auto page = call_page(services(), {bureau, policies::see_calls}, call_.id).value();
    EXPECT_EQ(page.asked_as.size(), 2U);
    EXPECT_EQ(page.refusal, "") << "the second has room";
    auto asked = words("菜场");
    asked.constituency = Constituency::departments;
    asked.body_id = second;
    const auto one = suggest(services(), bureau, call_.id, asked).value().suggestion;
    EXPECT_EQ(one.body_id, second.text);
    EXPECT_TRUE(step(bureau, one.id, TopicAction::withdraw)) << "it is his to take back";
    asked.body_id = people::OrganisationId{"d-3"};
    EXPECT_EQ(code(suggest(services(), bureau, call_.id, asked)), "topic_call.not_asked");
}

TEST_P(CallsVerbs, EnterAPaperUnderTheNameOfWhoWroteIt)
{
    PaperSuggestion paper;
    static_cast<SuggestionWords&>(paper) = words("公园");
    paper.constituency = Constituency::members;
    paper.paper_day = day_after(0);
    EXPECT_EQ(code(enter_paper(services(), clerk, call_.id, paper)), "topic_call.no_name");
    paper.for_name = "赵六";
    const auto entered = enter_paper(services(), clerk, call_.id, paper).value();
    EXPECT_EQ(proposer_of(entered.suggestion), "赵六");
    EXPECT_EQ(entered.suggestion.by_name, clerk.name);
    EXPECT_FALSE(enter_paper(services(), clerk, call_.id, paper)->is_new);
    paper.paper_day = day_after(1);
    paper.title = "绿道";
    EXPECT_EQ(code(enter_paper(services(), clerk, call_.id, paper)), "topic_call.paper");
}

TEST_P(CallsVerbs, KeepEveryWordThatAnEditTookAway)
{
    const auto one = suggest(services(), wang, call_.id, words("电梯"))->suggestion;
    EXPECT_EQ(code(edit(li, one.id, 1, words("别人"))), "suggestion.not_found");
    EXPECT_EQ(code(edit(clerk, one.id, 1, words("办公室"))), "suggestion.not_yours");
    ASSERT_TRUE(edit(wang, one.id, 1, words("加装电梯")));
    EXPECT_EQ(code(edit(wang, one.id, 1, words("再改"))), "suggestion.stale");
    const auto kept = db().read([&](db::Tx& tx) { return words_of(tx, one.id); });
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].words.title, "电梯");
    EXPECT_EQ(kept[1].words.title, "加装电梯");
    ASSERT_TRUE(step(clerk, one.id, TopicAction::screen, "切口小"));
    EXPECT_EQ(code(edit(wang, one.id, 3, words("再改"))), "suggestion.screened_already");
}

TEST_P(CallsVerbs, LetNobodyRewordAfterTheLastDayButTheOfficeWhatItTyped)
{
    const auto one = suggest(services(), wang, call_.id, words("占位"))->suggestion;
    PaperSuggestion paper;
    static_cast<SuggestionWords&>(paper) = words("公园");
    paper.constituency = Constituency::members;
    paper.for_name = "赵六";
    paper.paper_day = day_after(0);
    const auto typed = enter_paper(services(), clerk, call_.id, paper)->suggestion;
    clock.advance(day_ms * 31);
    EXPECT_EQ(code(edit(wang, one.id, 1, words("写好了"))), "topic_call.edits_over");
    EXPECT_TRUE(edit(clerk, typed.id, 1, words("公园步道")));
    const auto page = suggestion_page(services(), {wang, policies::see_suggestion}, one.id);
    EXPECT_EQ(page->details->cannot_edit_because, "topic_call.edits_over");
    ASSERT_TRUE(take_call_step(
        services(), clerk, call_.id, 2, {TopicCallAction::extend, "反映较多", day_after(9)}));
    EXPECT_TRUE(edit(wang, one.id, 1, words("写好了")));
}

TEST_P(CallsVerbs, AnswerEachSuggestionWithAReason)
{
    const auto one = suggest(services(), wang, call_.id, words("电梯"))->suggestion;
    EXPECT_EQ(code(step(clerk, one.id, TopicAction::reject)), "topic.no_reason");
    EXPECT_EQ(code(step(wang, one.id, TopicAction::screen, "好")), "workflow.wrong_role");
    EXPECT_EQ(code(step(clerk, one.id, TopicAction::pass_on, "属个案")), "topic.no_channel");
    EXPECT_EQ(code(step(clerk, one.id, TopicAction::shortlist, "好")), "suggestion.not_here");
    const auto passed = step(clerk, one.id, TopicAction::pass_on, "属个案", "提案").value();
    EXPECT_EQ(passed.passed_to, "提案");
    EXPECT_EQ(passed.answer, "属个案");
    const auto back = step(clerk, one.id, TopicAction::reopen, "不是个案").value();
    EXPECT_EQ(back.state, TopicState::screened);
    EXPECT_EQ(back.passed_to, "");
}

TEST_P(CallsVerbs, MergeOnlyWhenBothProposersAgree)
{
    const auto one = suggest(services(), wang, call_.id, words("电梯"))->suggestion;
    const auto other = suggest(services(), li, call_.id, words("加装电梯"))->suggestion;
    EXPECT_EQ(code(step(clerk, one.id, TopicAction::merge, "相近")), "topic.no_consent");
    const auto merge = ask_merge(services(), clerk, one.id, {other.id, "内容相近"}).value();
    EXPECT_EQ(code(ask_merge(services(), clerk, one.id, {other.id, "内容相近"})),
        "suggestion.merge_asked_already");
    ASSERT_TRUE(consent(wang, merge.id, true));
    EXPECT_EQ(code(consent(wang, merge.id, true)), "suggestion.answered_already");
    EXPECT_EQ(code(consent(clerk, merge.id, true, MergeSide::target)), "suggestion.acts_itself");
    EXPECT_EQ(code(step(clerk, one.id, TopicAction::merge, "相近")), "topic.no_consent");
    ASSERT_TRUE(consent(li, merge.id, true));
    const auto merged = step(clerk, one.id, TopicAction::merge, "相近").value();
    EXPECT_EQ(merged.merged_into, other.id);
    const auto names = db().read([&](db::Tx& tx) {
        std::vector<std::string> all;
        for (const auto& each : merged_into(tx, other.id)) {
            all.push_back(proposer_of(each));
        }
        return all;
    });
    EXPECT_THAT(names, ElementsAre("王芳"));
    const auto back = step(clerk, one.id, TopicAction::reopen, "各有侧重").value();
    EXPECT_EQ(back.merged_into, std::nullopt);
    EXPECT_EQ(code(step(clerk, one.id, TopicAction::merge, "相近")), "topic.no_consent")
        << "a consent serves once";
}

TEST_P(CallsVerbs, EndTheQuestionWhenSomebodyDeclinesOrTheOtherIsGone)
{
    const auto one = suggest(services(), wang, call_.id, words("电梯"))->suggestion;
    const auto other = suggest(services(), li, call_.id, words("加装电梯"))->suggestion;
    const auto merge = ask_merge(services(), clerk, one.id, {other.id, "内容相近"}).value();
    EXPECT_TRUE(consent(li, merge.id, false)->is_over);
    EXPECT_EQ(code(consent(wang, merge.id, true)), "suggestion.merge_over");
    const auto second = ask_merge(services(), clerk, one.id, {other.id, "再问"}).value();
    ASSERT_TRUE(step(li, other.id, TopicAction::withdraw));
    EXPECT_EQ(code(consent(wang, second.id, true)), "suggestion.merge_over");
    EXPECT_EQ(
        code(ask_merge(services(), clerk, one.id, {other.id, "再问"})), "suggestion.not_a_target");
}

TEST_P(CallsVerbs, ExportThePoolWholeOrNotAtAll)
{
    ASSERT_TRUE(suggest(services(), wang, call_.id, words("电梯")));
    ASSERT_TRUE(suggest(services(), li, call_.id, words("停车")));
    EXPECT_EQ(pool(services(), {}, 2)->size(), 2U);
    EXPECT_EQ(code(pool(services(), {}, 1)), "suggestion.too_many_to_export");
}

TEST_P(CallsVerbs, AreCheckedAgainstTheRecord)
{
    const auto one = suggest(services(), wang, call_.id, words("电梯"))->suggestion;
    ASSERT_TRUE(step(clerk, one.id, TopicAction::reject, "已在办"));
    const auto misfits = [&](const std::string& sql) {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
        return db().read([&](db::Tx& tx) {
            std::vector<std::string> found;
            for (const auto& misfit : audit_suggestion(tx, one.id.text)) {
                found.push_back(misfit.table);
            }
            for (const auto& misfit : audit_call(tx, call_.id.text)) {
                found.push_back(misfit.table);
            }
            return found;
        });
    };
    EXPECT_THAT(misfits("UPDATE topic_call SET code = code"), IsEmpty());
    EXPECT_THAT(misfits("UPDATE suggestion_step SET reason = 'x' WHERE version = 1"),
        ElementsAre("suggestion_step"));
    EXPECT_THAT(misfits("UPDATE suggestion_step SET reason = '' WHERE version = 1"), IsEmpty());
    EXPECT_THAT(misfits("UPDATE suggestion SET by_name = 'x'"), ElementsAre("suggestion"));
    EXPECT_THAT(misfits("UPDATE topic_call_step SET reason = 'x'"),
        ElementsAre("suggestion", "topic_call_step"));
}

} // namespace
} // namespace xieshang::calls
