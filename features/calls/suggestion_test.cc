// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/suggestion.h"

#include <gtest/gtest.h>

namespace xieshang::calls {
namespace {

Suggestion suggestion(TopicState state = TopicState::suggested)
{
    return {.id = {"s"},
        .call_id = {"c"},
        .words = {"老旧小区加装电梯", "意见难统一", "群众关心"},
        .channel = SuggestionChannel::own,
        .by_id = "wang",
        .by_name = "王芳",
        .state = state,
        .version = 3};
}

TEST(Suggestion, IsTheSameTextWhateverBlanksStandInIt)
{
    const auto words = suggestion().words;
    auto other = words;
    other.problem = " 意见　难\n统一\t";
    EXPECT_TRUE(say_the_same(words, other));
    other.reason = "群众很关心";
    EXPECT_FALSE(say_the_same(words, other));
}

TEST(Suggestion, BelongsToWhoHandedItInAndToHisBody)
{
    auto one = suggestion();
    one.constituency = Constituency::departments;
    EXPECT_TRUE(is_own(one, "wang", {}));
    EXPECT_FALSE(is_own(one, "li", {}));
    one.body_id = "bureau";
    EXPECT_TRUE(is_own(one, "li", {{Constituency::departments, "bureau", "住建局"}}));
    EXPECT_FALSE(is_own(one, "li", {{Constituency::departments, "other", "教育局"}}));
    EXPECT_FALSE(is_own(one, "li", {{Constituency::members, "bureau", "住建局"}}));
    one.body_id = "";
    EXPECT_FALSE(is_own(one, "li", {{Constituency::departments, "", ""}}));
    one.channel = SuggestionChannel::paper;
    EXPECT_FALSE(is_own(one, "wang", {})) << "the clerk's name is on it, not the clerk's words";
}

TEST(Suggestion, OnPaperBelongsToThePersonOfTheRegisterThatItNames)
{
    auto one = suggestion();
    one.channel = SuggestionChannel::paper;
    EXPECT_FALSE(is_own(one, "", {})) << "of whom the register does not know";
    one.for_id = "li";
    EXPECT_TRUE(is_own(one, "li", {}));
    EXPECT_FALSE(is_own(one, "zhao", {}));
    EXPECT_FALSE(is_own(one, "wang", {})) << "who typed it";
}

TEST(Suggestion, IsFoundAmongOthersByItsText)
{
    const auto one = suggestion();
    auto words = one.words;
    EXPECT_EQ(same_among({one}, words), one);
    words.title = "停车";
    EXPECT_EQ(same_among({one}, words), std::nullopt);
}

TEST(Suggestion, IsCalledByWhoSuggestedItNotByWhoEnteredIt)
{
    auto one = suggestion();
    EXPECT_EQ(proposer_of(one), "王芳");
    one.body_name = "住建局";
    EXPECT_EQ(proposer_of(one), "住建局 王芳");
    one.channel = SuggestionChannel::paper;
    one.for_name = "李四";
    EXPECT_EQ(proposer_of(one), "住建局 李四");
    one.for_name = "";
    EXPECT_EQ(proposer_of(one), "住建局");
}

TEST(Suggestion, IsMergedOnlyIntoAnotherThatIsStillOpen)
{
    const auto one = suggestion();
    auto target = suggestion(TopicState::screened);
    EXPECT_EQ(may_take_in(target, one).error().code, "suggestion.merged_into_itself");
    target.id.text = "t";
    EXPECT_TRUE(may_take_in(target, one));
    for (const auto state : {TopicState::merged, TopicState::rejected, TopicState::withdrawn}) {
        target.state = state;
        EXPECT_EQ(may_take_in(target, one).error().fields.front().code, "suggestion.not_a_target");
    }
}

TEST(Suggestion, IsOfferedToAnotherUnlessAnotherYearTookIt)
{
    const auto one = suggestion();
    auto target = suggestion(TopicState::shortlisted);
    target.id.text = "t";
    EXPECT_TRUE(is_target_for(one, target, true));
    EXPECT_FALSE(is_target_for(one, target, false));
    target.state = TopicState::reserved;
    EXPECT_TRUE(is_target_for(one, target, false));
    target.state = TopicState::rejected;
    EXPECT_FALSE(is_target_for(one, target, true));
}

TEST(Suggestion, KeepsItsWordsOnceItWasScreened)
{
    EXPECT_TRUE(editable(suggestion()));
    EXPECT_EQ(
        editable(suggestion(TopicState::screened)).error().code, "suggestion.screened_already");
}

TEST(Suggestion, TellsWhatChangedMeanwhile)
{
    const auto kept = suggestion();
    auto asked = kept.words;
    EXPECT_TRUE(same_version(kept, 3, asked));
    asked.title = "另一个";
    const auto stale = same_version(kept, 2, asked);
    EXPECT_EQ(stale.error().trouble, base::Trouble::stale);
    ASSERT_EQ(stale.error().fields.size(), 1U);
    EXPECT_EQ(stale.error().fields.front().pointer, "/title");
}

TEST(Suggestion, IsAnsweredInEveryState)
{
    EXPECT_EQ(answer_of(TopicState::suggested), SuggestionAnswer::waiting);
    EXPECT_EQ(answer_of(TopicState::rejected), SuggestionAnswer::not_taken);
    EXPECT_EQ(answer_of(TopicState::merged), SuggestionAnswer::merged);
    for (const auto state : {TopicState::shortlisted, TopicState::planned, TopicState::closed}) {
        EXPECT_EQ(answer_of(state), SuggestionAnswer::taken);
    }
}

TEST(Suggestion, LeavesTheStepsOfPlanAndShortlistAlone)
{
    EXPECT_TRUE(is_step_of_suggestion(TopicAction::screen));
    EXPECT_TRUE(is_step_of_suggestion(TopicAction::withdraw));
    EXPECT_FALSE(is_step_of_suggestion(TopicAction::shortlist));
    EXPECT_FALSE(is_step_of_suggestion(TopicAction::approve));
}

} // namespace
} // namespace xieshang::calls
