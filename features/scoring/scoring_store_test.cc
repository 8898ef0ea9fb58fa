// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_store.h"

#include "features/calls/suggestion_store.h"
#include "features/calls/topic_call_store.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::scoring {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using xieshang::db::Tx;

class ScoringStore : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        transact([](Tx& tx) {
            calls::insert_call(tx,
                {{"c"},
                    {2027, "征集", "", {calls::Constituency::members}, "2026-10-01", "2026-10-31",
                        3, 500},
                    calls::CallState::open, "", 1, {1}, "clerk", "张三", {1}});
            for (const auto* id : {"s1", "s2"}) {
                calls::Suggestion one{.id = {id},
                    .call_id = {"c"},
                    .words = {"电梯", "问题", "理由"},
                    .constituency = calls::Constituency::members,
                    .by_id = "wang",
                    .by_name = "王芳",
                    .version = 1};
                calls::insert_suggestion(tx, one);
            }
        });
    }
    static ScoringRound round(const std::string& id)
    {
        return {{id}, {"c"}, "评分", {{"小切口", 3, 5}, {"可行", 1, 10}},
            {{"a", "王芳", {"member", "convenor"}, false}, {"b", "李强", {"expert"}, true}},
            "2026-11-20", 30, ScoringState::preparing, 1, {1}, "clerk", "张三", {1}};
    }
    static GivenSheet sheet(const std::string& id, const std::string& suggestion,
        const std::string& reviewer, std::int64_t version)
    {
        return {{id}, {"r"}, {suggestion}, reviewer, "名" + reviewer, {version, 10}, version,
            {version * 10}};
    }
    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }
};
ON_EVERY_DATABASE(ScoringStore);

TEST_P(ScoringStore, KeepsARoundWholeWithItsSteps)
{
    auto one = round("r");
    const KeptRoundStep step{1, {1}, "clerk", "张三", ScoringRoundAction::make,
        ScoringState::preparing, ScoringState::preparing, "", "2026-11-20"};
    transact([&](Tx& tx) {
        insert_round(tx, one);
        insert_round_step(tx, one.id, step);
    });
    one.criteria.pop_back();
    one.reviewers[0].is_ended = true;
    one.state = ScoringState::closed;
    one.version = 2;
    transact([&](Tx& tx) {
        EXPECT_EQ(find_round(tx, {"r"}).value(), round("r"));
        EXPECT_THAT(steps_of(tx, {"r"}), ElementsAre(step));
        EXPECT_TRUE(update_round(tx, one, 1));
        EXPECT_EQ(update_round(tx, one, 1).error().code, "scoring.stale");
        EXPECT_THAT(all_rounds(tx), ElementsAre(one));
        EXPECT_EQ(find_round(tx, {"x"}).error().code, "scoring.not_found");
    });
}

TEST_P(ScoringStore, KeepsEveryVersionOfASheetAndFindsTheLast)
{
    transact([&](Tx& tx) {
        insert_round(tx, round("r"));
        insert_items(tx, {"r"}, {{"s2"}, {"s1"}});
        add_sheet(tx, sheet("x", "s1", "a", 1));
        add_sheet(tx, sheet("y", "s1", "b", 1));
        add_sheet(tx, sheet("x", "s1", "a", 2));
        add_sheet(tx, sheet("z", "s2", "a", 1));
    });
    transact([&](Tx& tx) {
        EXPECT_THAT(items_of(tx, {"r"}), ElementsAre(SuggestionId{"s2"}, SuggestionId{"s1"}));
        EXPECT_EQ(last_sheet(tx, {"r"}, {"s1"}, "a").value(), sheet("x", "s1", "a", 2));
        EXPECT_FALSE(last_sheet(tx, {"r"}, {"s2"}, "b"));
        EXPECT_THAT(last_sheets(tx, {"r"}),
            ElementsAre(
                sheet("x", "s1", "a", 2), sheet("y", "s1", "b", 1), sheet("z", "s2", "a", 1)));
        EXPECT_THAT(last_sheets(tx, {"r"}, "b"), ElementsAre(sheet("y", "s1", "b", 1)));
        EXPECT_EQ(all_sheets(tx, {"r"}).size(), 4U);
        EXPECT_THAT(all_sheets(tx, {"r"}, SuggestionId{"s1"}),
            ElementsAre(
                sheet("x", "s1", "a", 1), sheet("x", "s1", "a", 2), sheet("y", "s1", "b", 1)));
        EXPECT_THAT(versions_of(tx, {"x"}),
            ElementsAre(sheet("x", "s1", "a", 1), sheet("x", "s1", "a", 2)));
    });
}

TEST_P(ScoringStore, KeepsCommentsInTheirOrder)
{
    const ScoringComment early{{"k"}, {"r"}, {"s1"}, "a", "王芳", {5}, "可行"};
    const ScoringComment late{{"j"}, {"r"}, {"s2"}, "b", "李强", {6}, "太大"};
    transact([&](Tx& tx) {
        insert_round(tx, round("r"));
        insert_items(tx, {"r"}, {{"s1"}, {"s2"}});
        insert_comment(tx, late);
        insert_comment(tx, early);
    });
    transact([&](Tx& tx) {
        EXPECT_THAT(comments_of(tx, {"r"}), ElementsAre(early, late));
        EXPECT_THAT(comments_of(tx, {"r"}, "b"), ElementsAre(late));
        EXPECT_THAT(comments_of(tx, {"q"}), IsEmpty());
        EXPECT_EQ(find_comment(tx, {"k"}).value(), early);
    });
}

} // namespace
} // namespace xieshang::scoring
