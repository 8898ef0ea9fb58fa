// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/suggestion_store.h"
#include "features/calls/topic_call_store.h"
#include "features/shortlists/selection_store.h"
#include "platform/json/json.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::shortlists {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SelectionStore : public tests::OnEveryDatabase {
protected:
    static SelectionRound round(const std::string& id, std::int64_t year = 2027)
    {
        return {.id = {id},
            .words = {year, "遴选", "2026-12-10", {{TopicKind::thematic, 2}},
                {{TopicField::economy, 1}}},
            .state = RoundState::marking,
            .version = 1,
            .created_at = {5},
            .created_by = "clerk",
            .created_by_name = "张三",
            .updated_at = {5}};
    }
    static SupportBallot ballot(std::int64_t version, std::vector<SuggestionId> marks)
    {
        return {{"b"}, {"r"}, "wang", std::move(marks), version, {version}};
    }
    void suggestion(db::Tx& tx, const std::string& id)
    {
        calls::insert_suggestion(tx,
            {.id = {id},
                .call_id = {"c"},
                .words = {.title = "电梯", .problem = "难", .reason = "急"},
                .channel = calls::SuggestionChannel::own,
                .state = topics::TopicState::screened,
                .version = 1});
    }
    void call(db::Tx& tx)
    {
        calls::insert_call(tx,
            {{"c"}, {2027, "征集", "", {}, "2026-10-01", "2026-10-31", 3, 500},
                calls::CallState::open, "", 1, {1}, "clerk", "张三", {1}});
    }
    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }
};
ON_EVERY_DATABASE(SelectionStore);

TEST_P(SelectionStore, KeepsARoundWholeWithItsStepsAndItsProposal)
{
    auto one = round("r");
    transact([&](db::Tx& tx) {
        call(tx);
        suggestion(tx, "s");
        EXPECT_TRUE(insert_round(tx, one));
        EXPECT_EQ(find_round(tx, {"r"}).value(), one);
        EXPECT_EQ(find_round(tx, {"x"}).error().code, "selection.not_found");
    });
    one.state = RoundState::decided;
    one.placements = {{{"s"}, TopicKind::supervision, {}}};
    one.listed = {{"s"}};
    one.proposal_sha256 = "ab";
    one.proposed_on = "2026-12-11";
    one.decision = {"主席会议", "2026-12-12", "主席", "列入", OthersAnswer::wait, ""};
    one.version = 2;
    const KeptRoundStep step{2, {7}, "clerk", "张三", SelectionRoundAction::change,
        RoundState::proposed, RoundState::proposed, "更急", SuggestionId{"s"}, {},
        ChangeEffect{1, 2, GuaranteeLost::claims, {{{"s"}, 3, 1}}}};
    ShortlistProposal proposal{.input_sha256 = "cd", .people = 3};
    proposal.rounds.push_back({{"s"}, {"1/6", "0.1667"}, 6, 6, 0, 0, {}});
    transact([&](db::Tx& tx) {
        EXPECT_TRUE(update_round(tx, one, 1));
        EXPECT_EQ(update_round(tx, one, 1).error().code, "selection.stale");
        insert_step(tx, one.id, step);
        EXPECT_EQ(find_proposal(tx, one.id), std::nullopt);
        insert_proposal(tx, one.id, json::write(proposal));
    });
    transact([&](db::Tx& tx) {
        EXPECT_EQ(find_round(tx, {"r"}).value(), one);
        EXPECT_THAT(steps_of(tx, one.id), ElementsAre(step));
        EXPECT_EQ(find_proposal(tx, one.id), proposal);
    });
}

TEST_P(SelectionStore, ReadsAProposalOfBeforeTiesWereTold)
{
    ShortlistProposal proposal{.input_sha256 = "cd", .people = 3};
    proposal.rounds.push_back({{"s"}, {"1/6", "0.1667"}, 6, 6, 0, 0, {}});
    auto before = json::write(proposal);
    const std::string told = R"(,"tied":null)";
    ASSERT_NE(before.find(told), std::string::npos);
    before.erase(before.find(told), told.size());
    const auto one = round("r");
    transact([&](db::Tx& tx) {
        call(tx);
        EXPECT_TRUE(insert_round(tx, one));
        insert_proposal(tx, one.id, before);
        EXPECT_EQ(find_proposal(tx, one.id), proposal);
    });
}

TEST_P(SelectionStore, HasOneOpenRoundAYear)
{
    transact([&](db::Tx& tx) {
        EXPECT_TRUE(insert_round(tx, round("r")));
        EXPECT_EQ(insert_round(tx, round("q")).error().code, "selection.open_already");
        EXPECT_TRUE(insert_round(tx, round("p", 2028)));
        auto decided = round("r");
        decided.state = RoundState::decided;
        decided.decision = {"会", "2026-12-12", "主席", "列入", OthersAnswer::wait, ""};
        decided.version = 2;
        EXPECT_TRUE(update_round(tx, decided, 1));
        EXPECT_TRUE(insert_round(tx, round("q")));
        EXPECT_EQ(all_rounds(tx).size(), 3U);
    });
}

TEST_P(SelectionStore, KeepsOneBallotAPersonAndNoneBehindAnother)
{
    transact([&](db::Tx& tx) {
        EXPECT_TRUE(insert_round(tx, round("r")));
        EXPECT_EQ(ballot_of(tx, {"r"}, "wang"), std::nullopt);
        EXPECT_TRUE(keep_ballot(tx, ballot(1, {{"s"}})));
        auto second = ballot(1, {{"t"}});
        second.id = {"b2"};
        EXPECT_EQ(keep_ballot(tx, second).error().code, "selection.stale");
        EXPECT_TRUE(keep_ballot(tx, ballot(2, {})));
        EXPECT_EQ(keep_ballot(tx, ballot(2, {{"s"}})).error().code, "selection.stale");
        EXPECT_EQ(ballot_of(tx, {"r"}, "wang"), ballot(2, {}));
        EXPECT_EQ(find_ballot(tx, {"b"}), ballot(2, {}));
        EXPECT_THAT(ballots_of_round(tx, {"r"}), ElementsAre(ballot(2, {})));
        EXPECT_THAT(ballots_of_round(tx, {"x"}), IsEmpty());
    });
}

} // namespace
} // namespace xieshang::shortlists
