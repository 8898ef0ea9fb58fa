// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/merge_store.h"
#include "features/calls/suggestion_store.h"
#include "features/calls/topic_call_store.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::calls {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using xieshang::db::Tx;

class CallsStore : public tests::OnEveryDatabase {
protected:
    static TopicCall call(const std::string& id, CallState state = CallState::open)
    {
        return {{id},
            {2027, "征集", "小切口", {Constituency::members, Constituency::public_}, "2026-10-01",
                "2026-10-31", 3, 500},
            state, "", 1, {1}, "clerk", "张三", {1}};
    }
    static Suggestion suggestion(const std::string& id, std::int64_t at_ms,
        SuggestionChannel channel = SuggestionChannel::own)
    {
        Suggestion one{.id = {id},
            .call_id = {"c"},
            .words = {"电梯" + id, "问题", "理由", TopicKind::biweekly, {"住建局", "民政局"},
                TopicField::society, "民生实事"},
            .constituency = Constituency::members,
            .channel = channel,
            .by_id = "wang",
            .by_name = "王芳",
            .state = TopicState::suggested,
            .version = 1,
            .suggested_at = {at_ms},
            .updated_at = {at_ms}};
        if (channel == SuggestionChannel::paper) {
            one.paper_day = "2026-10-02";
            one.for_name = "李四";
        }
        return one;
    }
    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }
    std::vector<std::string> found(const SuggestionSearch& search)
    {
        return db().read([&](Tx& tx) {
            std::vector<std::string> ids;
            for (const auto& one : search_suggestions(tx, search)) {
                ids.push_back(one.id.text);
            }
            return ids;
        });
    }
    std::size_t counted(const Proposer& proposer)
    {
        return db().read([&](Tx& tx) { return standing_of(tx, {"c"}, proposer).size(); });
    }
};
ON_EVERY_DATABASE(CallsStore);

TEST_P(CallsStore, KeepsACallWholeWithItsSteps)
{
    auto one = call("c");
    const KeptCallStep step{1, {1}, "clerk", "张三", TopicCallAction::make, CallState::draft,
        CallState::draft, "", "2026-10-31"};
    transact([&](Tx& tx) {
        insert_call(tx, one);
        insert_call_step(tx, one.id, step);
        insert_call(tx, call("d", CallState::draft));
    });
    one.code = "AbC";
    one.words.closes_on = "2026-11-30";
    one.version = 2;
    transact([&](Tx& tx) {
        EXPECT_EQ(find_call(tx, {"c"}).value(), call("c"));
        EXPECT_THAT(steps_of(tx, CallId{"c"}), ElementsAre(step));
        EXPECT_EQ(all_calls(tx, false).size(), 1U);
        EXPECT_EQ(all_calls(tx, true).size(), 2U);
        EXPECT_TRUE(update_call(tx, one, 1));
        EXPECT_EQ(update_call(tx, one, 1).error().code, "topic_call.stale");
        EXPECT_EQ(find_call_by_code(tx, "AbC").value(), one);
        EXPECT_EQ(find_call_by_code(tx, "").error().code, "topic_call.no_such_code");
    });
}

TEST_P(CallsStore, KeepsASuggestionWithAllTheWordsThatItHad)
{
    auto one = suggestion("s", 5, SuggestionChannel::paper);
    transact([&](Tx& tx) {
        insert_call(tx, call("c"));
        insert_suggestion(tx, one);
        insert_words(tx, one.id, {1, {5}, "wang", "王芳", one.words});
        insert_step(tx, one.id,
            {1, {5}, "wang", "王芳", TopicAction::suggest, TopicState::suggested,
                TopicState::suggested, "", "", {}});
    });
    const auto before = one.words;
    one.words.title = "另一个题目";
    one.words.departments = {};
    one.words.kind = {};
    one.version = 2;
    transact([&](Tx& tx) {
        EXPECT_TRUE(update_suggestion(tx, one, 1));
        insert_words(tx, one.id, {2, {6}, "wang", "王芳", one.words});
        EXPECT_EQ(update_suggestion(tx, one, 1).error().code, "suggestion.stale");
        EXPECT_EQ(find_suggestion(tx, {"s"}).value(), one);
        const auto words = words_of(tx, one.id);
        ASSERT_EQ(words.size(), 2U);
        EXPECT_EQ(words[0].words, before);
        EXPECT_EQ(words[1].words, one.words);
        EXPECT_EQ(steps_of(tx, one.id).at(0).action, TopicAction::suggest);
        EXPECT_EQ(find_suggestion(tx, {"x"}).error().code, "suggestion.not_found");
    });
}

TEST_P(CallsStore, FindsByEachOfItsFiltersAndPageByPage)
{
    auto other = suggestion("b", 2, SuggestionChannel::paper);
    other.state = TopicState::screened;
    other.updated_at = {9};
    other.words.field = {};
    other.constituency = Constituency::departments;
    other.body_id = "bureau";
    transact([&](Tx& tx) {
        insert_call(tx, call("c"));
        insert_suggestion(tx, suggestion("a", 1));
        insert_suggestion(tx, other);
        insert_suggestion(tx, suggestion("c", 3));
    });
    EXPECT_THAT(found({}), ElementsAre("c", "b", "a"));
    EXPECT_THAT(found({.order = SuggestionOrder::oldest}), ElementsAre("a", "b", "c"));
    EXPECT_THAT(found({.order = SuggestionOrder::touched}), ElementsAre("b", "c", "a"));
    EXPECT_THAT(found({.state = TopicState::screened}), ElementsAre("b"));
    EXPECT_THAT(found({.states = {{TopicState::screened, TopicState::merged}}}), ElementsAre("b"));
    EXPECT_THAT(found({.states = std::vector<TopicState>()}), IsEmpty());
    EXPECT_THAT(found({.constituency = Constituency::departments}), ElementsAre("b"));
    EXPECT_THAT(found({.field = TopicField::society}), ElementsAre("c", "a"));
    EXPECT_THAT(found({.words = "李四"}), ElementsAre("b"));
    EXPECT_THAT(found({.words = "梯c"}), ElementsAre("c"));
    EXPECT_THAT(found({.words = "%"}), IsEmpty());
    EXPECT_THAT(found({.call = CallId{"d"}}), IsEmpty());
    EXPECT_THAT(found({.after = {{3, "c"}}, .limit = 1}), ElementsAre("b"));
    EXPECT_THAT(found({.own = {{"wang", {}}}}), ElementsAre("c", "a")) << "not what he typed in";
    EXPECT_THAT(
        found({.own = {{"li", {{Constituency::departments, "bureau", ""}}}}}), ElementsAre("b"));
    EXPECT_THAT(found({.own = {{"li", {{Constituency::members, "bureau", ""}}}}}), IsEmpty());
}

TEST_P(CallsStore, CountsByBodyElseByAccountElseByName)
{
    auto of_body = suggestion("b", 2);
    of_body.body_id = "bureau";
    auto gone = suggestion("g", 3);
    gone.state = TopicState::withdrawn;
    transact([&](Tx& tx) {
        insert_call(tx, call("c"));
        insert_suggestion(tx, suggestion("a", 1));
        insert_suggestion(tx, of_body);
        insert_suggestion(tx, gone);
        insert_suggestion(tx, suggestion("p", 4, SuggestionChannel::paper));
    });
    const Belonging member{Constituency::members, {}, {}};
    EXPECT_EQ(counted({SuggestionChannel::own, "wang", "王芳", member}), 2U);
    EXPECT_EQ(counted({SuggestionChannel::own, "li", "李四", member}), 0U);
    EXPECT_EQ(
        counted({SuggestionChannel::own, "li", "李四", {Constituency::members, "bureau", ""}}), 1U);
    EXPECT_EQ(counted({SuggestionChannel::paper, "", "李四", member}), 1U);
    EXPECT_EQ(counted({SuggestionChannel::paper, "", "王芳", member}), 0U);
}

TEST_P(CallsStore, CountsWhatThePersonOfTheRegisterHandedInAndWhatCameOnPaperTogether)
{
    auto paper = suggestion("p", 4, SuggestionChannel::paper);
    paper.by_id = "clerk";
    paper.for_id = "wang";
    transact([&](Tx& tx) {
        insert_call(tx, call("c"));
        insert_suggestion(tx, suggestion("a", 1));
        insert_suggestion(tx, paper);
        EXPECT_EQ(find_suggestion(tx, {"p"}).value(), paper);
    });
    const Belonging member{Constituency::members, {}, {}};
    EXPECT_EQ(counted({SuggestionChannel::own, "wang", "王芳", member}), 2U);
    EXPECT_EQ(counted({SuggestionChannel::paper, "wang", "李四", member}), 2U);
    EXPECT_EQ(counted({SuggestionChannel::own, "clerk", "张三", member}), 0U);
    EXPECT_THAT(found({.own = {{"wang", {}}}}), ElementsAre("p", "a"));
    EXPECT_THAT(found({.own = {{"clerk", {}}}}), IsEmpty());
    EXPECT_THAT(found({.own = {{"", {}}}}), IsEmpty()) << "nobody is whom no paper names";
}

TEST_P(CallsStore, KeepsCommentsCodesAndQuestionsAboutMerging)
{
    const SuggestionMerge merge{{"m"}, {"a"}, {"b"}, "相近", {7}, "clerk", "张三", false, {}};
    const MergeConsent yes{MergeSide::merged, true, "同意", {8}, "wang", "王芳"};
    transact([&](Tx& tx) {
        insert_call(tx, call("c"));
        insert_suggestion(tx, suggestion("a", 1));
        insert_suggestion(tx, suggestion("b", 2));
        insert_comment(tx, {"a"}, {"k", {3}, "zhao", "赵四", "可行"});
        insert_code(tx, std::string(64, 'a'), {"a"}, {3});
        insert_merge(tx, merge);
        EXPECT_TRUE(insert_consent(tx, merge.id, yes));
        EXPECT_FALSE(insert_consent(tx, merge.id, yes));
    });
    transact([&](Tx& tx) {
        EXPECT_EQ(comments_of(tx, {"a"}).at(0).words, "可行");
        EXPECT_EQ(find_by_code(tx, std::string(64, 'a'))->id.text, "a");
        EXPECT_EQ(find_by_code(tx, std::string(64, 'b')).error().code, "suggestion.no_such_code");
        for (const auto* id : {"a", "b"}) {
            const auto about = merges_about(tx, {id});
            ASSERT_EQ(about.size(), 1U);
            EXPECT_THAT(about[0].consents, ElementsAre(yes));
        }
        end_merge(tx, merge.id, MergeEnd::reworded);
        EXPECT_TRUE(find_merge(tx, merge.id)->is_over);
        EXPECT_EQ(find_merge(tx, merge.id)->ended_because, MergeEnd::reworded);
    });
}

} // namespace
} // namespace xieshang::calls
