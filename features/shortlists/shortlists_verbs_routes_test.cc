// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/merge_actions.h"
#include "features/shortlists/chosen_among_actions.h"
#include "features/shortlists/shortlists_audit_actions.h"
#include "features/shortlists/shortlists_world_test.h"

#include <thread>

namespace xieshang::shortlists {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using topics::TopicAction;
using topics::TopicState;

class ShortlistVerbs : public ShortlistsWorld {};
ON_EVERY_DATABASE(ShortlistVerbs);

TEST_P(ShortlistVerbs, TakeMarksOnceAndGiveThemBackWhileTheRoundIsOpen)
{
    const auto round = begun();
    EXPECT_THAT(mark(services(), wang, round.id, {ids[0], true}).value(), ElementsAre(ids[0]));
    EXPECT_THAT(mark(services(), wang, round.id, {ids[0], true}).value(), ElementsAre(ids[0]));
    EXPECT_EQ(recorded("support_ballot.mark"), 1) << "the same mark again is no change";
    EXPECT_THAT(mark(services(), wang, round.id, {ids[0], false}).value(), IsEmpty());
    EXPECT_TRUE(mark(services(), bureau, round.id, {ids[0], true}));
    EXPECT_EQ(code(mark(services(), clerk, round.id, {ids[0], true})), "selection.not_asked");
    clock.advance(6 * calls::day_ms);
    EXPECT_EQ(code(mark(services(), wang, round.id, {ids[0], true})), "selection.marking_over");
    EXPECT_EQ(code(mark(services(), bureau, round.id, {ids[0], false})), "selection.marking_over");
}

TEST_P(ShortlistVerbs, RefuseMarksOnWhatIsNotInTheRound)
{
    const auto waiting =
        calls::suggest(services(), bureau, call_.id, words("还没筛"))->suggestion.id;
    const auto round = make_round(services(), clerk, round_words()).value();
    EXPECT_EQ(code(mark(services(), wang, round.id, {waiting, true})), "selection.not_of_round");
    auto other = round_words();
    other.year = 2031;
    const auto of_other_year = make_round(services(), clerk, other).value();
    EXPECT_EQ(
        code(mark(services(), wang, of_other_year.id, {ids[0], true})), "selection.not_of_round");
    EXPECT_EQ(code(make_round(services(), clerk, round_words())), "selection.open_already");
}

TEST_P(ShortlistVerbs, CountAMergedSuggestionsMarksForTheOneItWentInto)
{
    const auto round = begun();
    ASSERT_TRUE(mark(services(), wang, round.id, {ids[0], true}));
    ASSERT_TRUE(mark(services(), wang, round.id, {ids[1], true}));
    ASSERT_TRUE(mark(services(), bureau, round.id, {ids[0], true}));
    const auto merge = calls::ask_merge(services(), clerk, ids[0], {ids[1], "相近"}).value();
    ASSERT_TRUE(consent(wang, merge.id, true));
    ASSERT_TRUE(consent(li, merge.id, true));
    ASSERT_TRUE(step(clerk, ids[0], TopicAction::merge, "合并"));
    ASSERT_TRUE(stepped(round.id, SelectionRoundAction::close));
    ASSERT_TRUE(stepped(round.id, SelectionRoundAction::propose));
    const auto proposal =
        db().read([&](db::Tx& tx) { return find_proposal(tx, round.id).value(); });
    EXPECT_EQ(proposal.people, 2);
    ASSERT_EQ(proposal.candidates.size(), 3U);
    EXPECT_EQ(proposal.candidates[0].suggestion_id, ids[1]);
    EXPECT_EQ(proposal.candidates[0].supporters, 2) << "once a person";
}

TEST_P(ShortlistVerbs, ProposeTheSameFromTheSameMarks)
{
    const auto round = proposed();
    db().read([&](db::Tx& tx) {
        const auto kept = find_proposal(tx, round.id).value();
        const ChosenAmong among(tx, round);
        auto again = propose(among.input(tx, among.candidates())).value();
        again.input_sha256 = kept.input_sha256;
        EXPECT_EQ(again, kept);
        EXPECT_EQ(round.listed, kept.listed);
        EXPECT_EQ(round.listed.front(), ids[0]);
        return 0;
    });
}

TEST_P(ShortlistVerbs, NameWhatHasNoFormAndTakeItFromTheOffice)
{
    const auto formless = screened(bureau, "没有形式", {}, {});
    const auto round = begun();
    ASSERT_TRUE(mark(services(), wang, round.id, {formless, true}));
    EXPECT_EQ(code(stepped(round.id, SelectionRoundAction::propose)), "selection.too_early");
    ASSERT_TRUE(stepped(round.id, SelectionRoundAction::close));
    EXPECT_EQ(code(stepped(round.id, SelectionRoundAction::propose)), "shortlist.no_form");
    EXPECT_EQ(code(place_candidates(services(), clerk, round.id, at(round.id).version,
                  {{{"nothing"}, TopicKind::thematic, {}}})),
        "selection.not_of_round");
    ASSERT_TRUE(place_candidates(services(), clerk, round.id, at(round.id).version,
        {{formless, TopicKind::thematic, TopicField::culture}}));
    EXPECT_THAT(stepped(round.id, SelectionRoundAction::propose).value().listed,
        testing::Contains(formless));
}

TEST_P(ShortlistVerbs, KeepEachChangeWithItsReasonAndWhatItCosts)
{
    const auto round = proposed();
    const auto change = [&](const std::optional<SuggestionId>& in,
                            const std::optional<SuggestionId>& out, const std::string& why) {
        return change_shortlist(services(), clerk, round.id, at(round.id).version, {in, out, why});
    };
    EXPECT_EQ(code(change(ids[2], ids[0], " ")), "shortlist.no_reason");
    EXPECT_EQ(code(change(SuggestionId{"nothing"}, {}, "更急")), "selection.not_of_round");
    EXPECT_EQ(code(change({}, ids[3], "更急")), "shortlist.not_listed");
    ASSERT_TRUE(change(ids[2], ids[0], "更急"));
    ASSERT_TRUE(change(ids[3], {}, "增加一题")) << "slots warn, they do not block";
    const auto steps = db().read([&](db::Tx& tx) { return steps_of(tx, round.id); });
    const auto& exchange = steps[steps.size() - 2];
    EXPECT_EQ(exchange.reason, "更急");
    EXPECT_EQ(exchange.by_id, clerk.id);
    EXPECT_EQ(exchange.takes_out, ids[0]);
    ASSERT_TRUE(exchange.effect);
    EXPECT_EQ(exchange.effect->lose, 2);
    EXPECT_EQ(exchange.effect->gives_up, GuaranteeLost::claims);
    EXPECT_EQ(at(round.id).listed, (std::vector<SuggestionId>{ids[2], ids[1], ids[3]}));
    EXPECT_EQ(code(change_shortlist(services(), clerk, round.id, 1, {ids[0], {}, "旧页面"})),
        "selection.stale");
}

TEST_P(ShortlistVerbs, AnswerEachProposerWhenTheListIsDecided)
{
    const auto round = proposed();
    auto early = decision();
    early.decided_on = day_after(-1);
    EXPECT_EQ(code(decide_shortlist(services(), clerk, round.id, round.version, early)),
        "shortlist.no_decision");
    ASSERT_TRUE(decide_shortlist(services(), clerk, round.id, round.version, decision()));
    EXPECT_EQ(state_of(ids[0]), TopicState::shortlisted);
    EXPECT_EQ(state_of(ids[1]), TopicState::shortlisted);
    EXPECT_EQ(state_of(ids[2]), TopicState::reserved);
    const auto answer =
        db().read([&](db::Tx& tx) { return calls::find_suggestion(tx, ids[2])->answer; });
    EXPECT_EQ(answer, "名额有限");
    EXPECT_EQ(code(decide_shortlist(services(), clerk, round.id, at(round.id).version, decision())),
        "workflow.no_such_step")
        << "decided twice";
    EXPECT_EQ(code(change_shortlist(
                  services(), clerk, round.id, at(round.id).version, {ids[2], {}, "太晚"})),
        "workflow.no_such_step");
}

TEST_P(ShortlistVerbs, AnswerNobodyWhoseSuggestionTheyDidNotChooseAmong)
{
    const auto round = proposed();
    const auto late = screened(bureau, "公厕");
    ASSERT_TRUE(step(clerk, ids[3], TopicAction::reject, "已在办理"));
    ASSERT_TRUE(decide_shortlist(services(), clerk, round.id, round.version, decision()));
    EXPECT_EQ(state_of(late), TopicState::screened) << "it came after the proposal";
    EXPECT_EQ(state_of(ids[2]), TopicState::reserved);
    EXPECT_EQ(state_of(ids[3]), TopicState::rejected) << "answered meanwhile";
}

TEST_P(ShortlistVerbs, LeaveTheOthersForAnotherRoundWhereThatIsDecided)
{
    const auto round = proposed();
    auto waiting = decision();
    waiting.others = OthersAnswer::wait;
    waiting.others_reason = {};
    ASSERT_TRUE(decide_shortlist(services(), clerk, round.id, round.version, waiting));
    EXPECT_EQ(state_of(ids[0]), TopicState::shortlisted);
    EXPECT_EQ(state_of(ids[2]), TopicState::screened);
    EXPECT_EQ(state_of(ids[3]), TopicState::screened);
}

TEST_P(ShortlistVerbs, DecideNothingWhereOneWasAnsweredOtherwiseMeanwhile)
{
    const auto round = proposed();
    ASSERT_TRUE(step(clerk, ids[1], TopicAction::reject, "已在办理"));
    const auto refused = decide_shortlist(services(), clerk, round.id, round.version, decision());
    EXPECT_EQ(code(refused), "shortlist.not_open");
    EXPECT_EQ(refused.error().params.at("title"), "停车");
    EXPECT_EQ(state_of(ids[0]), TopicState::screened) << "nothing of it happened";
    EXPECT_EQ(at(round.id).state, RoundState::proposed);
    ASSERT_TRUE(
        change_shortlist(services(), clerk, round.id, round.version, {{}, ids[1], "已答复"}));
    EXPECT_TRUE(decide_shortlist(services(), clerk, round.id, at(round.id).version, decision()));
}

TEST_P(ShortlistVerbs, LetOneOfTwoWhoDecideAtOnceWin)
{
    const auto round = proposed();
    std::array<std::string, 2> codes;
    std::array<std::thread, 2> both;
    for (std::size_t i = 0; i < both.size(); ++i) {
        both[i] = std::thread([&, i] {
            const auto decided =
                decide_shortlist(services(), clerk, round.id, round.version, decision());
            codes[i] = code(decided);
        });
    }
    for (auto& one : both) {
        one.join();
    }
    EXPECT_THAT(codes, testing::UnorderedElementsAre("", "selection.stale"));
    EXPECT_EQ(recorded("selection_round.decide"), 1);
    EXPECT_EQ(recorded("suggestion.shortlist"), 2);
}

TEST_P(ShortlistVerbs, SayWhatTheRecordSays)
{
    const auto round = proposed();
    ASSERT_TRUE(
        change_shortlist(services(), clerk, round.id, round.version, {ids[2], ids[1], "更急"}));
    const auto audited = [&] {
        return db().read([&](db::Tx& tx) {
            std::vector<std::string> misfits;
            for (const auto& one : audit_round(tx, round.id.text)) {
                misfits.push_back(one.table + " " + one.params.at("field"));
            }
            for (const auto& id : ballots_to_audit(tx)) {
                for (const auto& one : audit_ballot(tx, id)) {
                    misfits.push_back(one.table + " " + one.params.at("field"));
                }
            }
            return misfits;
        });
    };
    EXPECT_THAT(audited(), IsEmpty());
    const auto spoil = [&](const std::string& sql) {
        db().write([&](db::Tx& tx) { return tx.execute(sql) >= 0; });
    };
    spoil("UPDATE support_ballot SET marks = '{\"all\":[]}'");
    spoil("UPDATE selection_proposal SET content = replace(content, 'true', 'false')");
    spoil("UPDATE selection_step SET reason = 'x' WHERE action = 'change'");
    EXPECT_THAT(audited(),
        testing::IsSupersetOf(
            {"support_ballot marks", "selection_step steps", "selection_proposal content"}));
}

} // namespace
} // namespace xieshang::shortlists
