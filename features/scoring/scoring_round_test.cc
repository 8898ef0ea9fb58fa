// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_round.h"

#include "features/scoring/scoring_workflow.h"

#include <gmock/gmock.h>

namespace xieshang::scoring {
namespace {

using calls::Constituency;
using calls::SuggestionChannel;
using members::bit;
using members::Role;
using testing::ElementsAre;
using testing::IsEmpty;

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

ScoringRoundWords words()
{
    return {"评分", {{"小切口", 3, 5}, {"可行", 1, 5}}, {"a", "b"}, "2026-11-20", 30};
}

TEST(ScoringRound, NamesEachFieldThatIsWrong)
{
    EXPECT_EQ(code(acceptable(words(), "2026-11-20")), "") << "the last day belongs to it";
    EXPECT_THAT(pointers(acceptable(words(), "2026-11-21")),
        ElementsAre("/closes_on scoring.over_already"));
    auto wrong = words();
    wrong.criteria[1].name = "小切口";
    wrong.reviewers.push_back("a");
    wrong.closes_on = "20 Nov";
    EXPECT_THAT(pointers(acceptable(wrong, "2026-11-01")),
        ElementsAre("/criteria/1 scoring.named_twice", "/reviewers/2 scoring.named_twice",
            "/closes_on period.not_a_day"));
    wrong = words();
    wrong.criteria.clear();
    EXPECT_THAT(
        pointers(acceptable(wrong, "2026-11-01")), ElementsAre("/criteria scoring.no_criteria"));
}

TEST(ScoringRound, LetsNobodyReviewWhoSeesTheProposersOrNoContentAtAll)
{
    EXPECT_THAT(reviewing_roles(bit(Role::member) | bit(Role::convenor)),
        ElementsAre("member", "convenor"));
    EXPECT_THAT(reviewing_roles(bit(Role::expert)), ElementsAre("expert"));
    EXPECT_THAT(reviewing_roles(bit(Role::office)), IsEmpty());
    EXPECT_THAT(reviewing_roles(bit(Role::member) | bit(Role::special_committee)), IsEmpty());
    EXPECT_THAT(reviewing_roles(bit(Role::secretary_general)), IsEmpty());
    EXPECT_THAT(reviewing_roles(bit(Role::auditor)), IsEmpty());
}

TEST(ScoringRound, TakesNoMoreOfAReviewerWhoseRoleHasEnded)
{
    const ScoringReviewer named{"a", "王芳", {"member", "convenor"}, false};
    EXPECT_TRUE(is_in_office(named, bit(Role::member)));
    EXPECT_TRUE(is_in_office(named, bit(Role::convenor) | bit(Role::reader)));
    EXPECT_FALSE(is_in_office(named, bit(Role::reader)));
    EXPECT_FALSE(is_in_office(named, 0));
    EXPECT_FALSE(is_in_office(named, bit(Role::member) | bit(Role::office)))
        << "he sees the proposers by now";
}

calls::Suggestion suggestion(SuggestionChannel channel = SuggestionChannel::own)
{
    calls::Suggestion one;
    one.constituency = Constituency::members;
    one.channel = channel;
    one.by_id = "wang";
    one.by_name = "王芳";
    return one;
}

bool recused(std::string_view id, std::string_view name, const calls::Suggestion& about,
    const calls::Belongings& belongs_to = {},
    const std::vector<const calls::Suggestion*>& taken_in = {})
{
    return recuses({id, name, belongs_to}, about, taken_in);
}

TEST(ScoringRound, AsksNobodyForHisOwnSuggestionNorForThatOfHisBody)
{
    EXPECT_TRUE(recused("wang", "王芳", suggestion()));
    EXPECT_FALSE(recused("li", "李强", suggestion()));
    EXPECT_FALSE(recused("li", "王芳", suggestion())) << "another of that name has an account, too";
    auto of_body = suggestion();
    of_body.constituency = Constituency::departments;
    of_body.body_id = "bureau";
    const calls::Belongings bureau{{Constituency::departments, "bureau", "住建局"}};
    EXPECT_TRUE(recused("li", "李强", of_body, bureau));
    EXPECT_FALSE(recused("li", "李强", of_body, {{Constituency::departments, "other", "民政局"}}));
}

TEST(ScoringRound, TakesTheNameOnAPaperForThePersonOrTheBody)
{
    auto paper = suggestion(SuggestionChannel::paper);
    paper.for_name = "李强";
    EXPECT_TRUE(recused("li", "李强", paper));
    EXPECT_FALSE(recused("wang", "王芳", paper)) << "who typed it";
    paper.for_name = "";
    paper.body_name = "住建局";
    EXPECT_TRUE(recused("li", "李强", paper, {{Constituency::departments, "bureau", "住建局"}}));
    EXPECT_FALSE(recused("li", "李强", paper));
}

TEST(ScoringRound, RecusesWhoseSuggestionWasMergedIntoIt)
{
    const auto merged = suggestion();
    auto target = suggestion();
    target.by_id = "li";
    EXPECT_TRUE(recused("wang", "王芳", target, {}, {&merged}));
    EXPECT_FALSE(recused("zhao", "赵敏", target, {}, {&merged}));
}

ScoringFacts facts()
{
    return {.state = ScoringState::open, .closes_on = "2026-11-20", .today = "2026-11-20"};
}

TEST(ScoringRound, TakesScoresUntilItsLastDayOrItsClosing)
{
    EXPECT_EQ(code(may_score(facts())), "");
    auto asked = facts();
    asked.today = "2026-11-21";
    EXPECT_EQ(code(may_score(asked)), "scoring.window_over");
    EXPECT_EQ(may_score(asked).error().params.at("day"), "2026-11-20");
    asked = facts();
    asked.state = ScoringState::closed;
    EXPECT_EQ(code(may_score(asked)), "scoring.closed");
    asked.state = ScoringState::preparing;
    EXPECT_EQ(code(may_score(asked)), "scoring.not_open");
}

TEST(ScoringRound, SaysWhyAScoreIsNotTaken)
{
    auto asked = facts();
    asked.is_in_round = false;
    EXPECT_EQ(code(may_score(asked)), "scoring.not_in_round");
    asked = facts();
    asked.recuses = true;
    EXPECT_EQ(code(may_score(asked)), "scoring.recused");
    asked = facts();
    asked.is_in_selection = false;
    EXPECT_EQ(code(may_score(asked)), "scoring.out_of_selection");
    asked = facts();
    asked.is_in_office = false;
    EXPECT_EQ(code(may_score(asked)), "scoring.role_ended");
}

TEST(ScoringRound, AsksForAScoreOnTheScaleOfEachCriterion)
{
    const auto criteria = words().criteria;
    EXPECT_EQ(code(on_scale(criteria, std::vector<std::int64_t>{1, 5})), "");
    EXPECT_THAT(pointers(on_scale(criteria, std::vector<std::int64_t>{0, 6})),
        ElementsAre("/scores/0 scoring.out_of_scale", "/scores/1 scoring.out_of_scale"));
    EXPECT_THAT(pointers(on_scale(criteria, std::vector<std::int64_t>{3})),
        ElementsAre("/scores scoring.incomplete"));
}

std::string refusal(ScoringState from, ScoringRoundAction action, const RoundFacts& about,
    base::Roles roles = bit(Role::office))
{
    return code(take(from, action, roles, about));
}

TEST(ScoringWorkflow, OpensWithSeveralReviewersAndSomethingToScore)
{
    RoundFacts about{.reviewers = 2, .suggestions = 1, .is_to_come = true};
    const auto open = [&] {
        return refusal(ScoringState::preparing, ScoringRoundAction::open, about);
    };
    EXPECT_EQ(open(), "");
    about.reviewers = 1;
    EXPECT_EQ(open(), "scoring.too_few_reviewers") << "one alone would not be blind";
    about.reviewers = 2;
    about.is_to_come = false;
    EXPECT_EQ(open(), "scoring.last_day");
    about.suggestions = 0;
    EXPECT_EQ(open(), "scoring.no_suggestions");
    about.reviewers = 1;
    EXPECT_EQ(open(), "scoring.too_few_reviewers");
    EXPECT_EQ(refusal(ScoringState::preparing, ScoringRoundAction::open, about, bit(Role::member)),
        "workflow.wrong_role");
}

TEST(ScoringWorkflow, NeverOpensAgainWhatWasRead)
{
    for (const auto action : {ScoringRoundAction::edit, ScoringRoundAction::open,
             ScoringRoundAction::extend, ScoringRoundAction::close}) {
        EXPECT_EQ(refusal(ScoringState::closed, action,
                      {.reviewers = 3,
                          .suggestions = 3,
                          .has_reason = true,
                          .ends_later = true,
                          .is_to_come = true,
                          .is_over = true}),
            "workflow.no_such_step");
    }
    EXPECT_EQ(refusal(ScoringState::open, ScoringRoundAction::edit, {}), "workflow.no_such_step");
}

TEST(ScoringWorkflow, ClosesEarlyAndMovesTheLastDayWithAReasonAlone)
{
    EXPECT_EQ(refusal(ScoringState::open, ScoringRoundAction::close, {}), "scoring.no_reason");
    EXPECT_EQ(refusal(ScoringState::open, ScoringRoundAction::close, {.is_over = true}), "");
    EXPECT_EQ(refusal(ScoringState::open, ScoringRoundAction::close, {.has_reason = true}), "");
    RoundFacts later{.ends_later = true, .is_to_come = true};
    EXPECT_EQ(refusal(ScoringState::open, ScoringRoundAction::extend, later), "scoring.no_reason");
    later.has_reason = true;
    EXPECT_EQ(refusal(ScoringState::open, ScoringRoundAction::extend, later), "");
    later.ends_later = false;
    EXPECT_EQ(refusal(ScoringState::open, ScoringRoundAction::extend, later), "scoring.not_later");
}

} // namespace
} // namespace xieshang::scoring
