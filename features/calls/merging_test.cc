// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/merging.h"

#include <gtest/gtest.h>

namespace xieshang::calls {
namespace {

SuggestionMerge merge(std::vector<MergeConsent> consents = {}, bool is_over = false)
{
    SuggestionMerge one{.id = {"m"}, .suggestion_id = {"a"}, .target_id = {"b"}};
    one.is_over = is_over;
    one.consents = std::move(consents);
    return one;
}

MergeConsent consent(MergeSide side, bool agrees = true)
{
    return {.side = side, .agrees = agrees};
}

std::string side(const SuggestionMerge& asked, const Answering& answering)
{
    const auto found = side_answered(asked, answering);
    return found ? boost::describe::enum_to_string(*found, "") : found.error().code;
}

TEST(Merging, NeedsTheConsentOfBoth)
{
    EXPECT_EQ(outcome_of({}), MergeOutcome::asked);
    EXPECT_EQ(outcome_of({consent(MergeSide::merged)}), MergeOutcome::asked);
    EXPECT_EQ(
        outcome_of({consent(MergeSide::merged), consent(MergeSide::target)}), MergeOutcome::agreed);
    EXPECT_EQ(outcome_of({consent(MergeSide::target, false)}), MergeOutcome::declined);
    EXPECT_EQ(outcome_of({consent(MergeSide::merged), consent(MergeSide::target, false)}),
        MergeOutcome::declined);
}

TEST(Merging, LetsEachProposerAnswerOnceForHisOwn)
{
    EXPECT_EQ(side(merge(), {.owns_merged = true}), "merged");
    EXPECT_EQ(side(merge(), {.owns_target = true}), "target");
    EXPECT_EQ(side(merge({consent(MergeSide::merged)}), {.owns_merged = true}),
        "suggestion.answered_already");
    EXPECT_EQ(side(merge({consent(MergeSide::merged)}), {.owns_merged = true, .owns_target = true}),
        "target");
    EXPECT_EQ(side(merge(), {}), "suggestion.not_asked");
    EXPECT_EQ(
        side(merge(), {.owns_merged = true, .side = MergeSide::target}), "suggestion.not_asked");
    EXPECT_EQ(side(merge({}, true), {.owns_merged = true}), "suggestion.merge_over");
    auto reworded = merge({}, true);
    reworded.ended_because = MergeEnd::reworded;
    EXPECT_EQ(side(reworded, {.owns_merged = true}), "suggestion.merge_reworded");
}

TEST(Merging, LetsTheOfficeAnswerOnlyForWhoHasNoAccountAndSaysHow)
{
    Answering office{.is_office = true, .has_words = true};
    EXPECT_EQ(side(merge(), office), "suggestion.no_side");
    office.side = MergeSide::target;
    EXPECT_EQ(side(merge(), office), "target");
    EXPECT_EQ(side(merge({consent(MergeSide::target)}), office), "suggestion.answered_already");
    office.has_words = false;
    EXPECT_EQ(side(merge(), office), "suggestion.no_words");
    office.target_acts_itself = true;
    EXPECT_EQ(side(merge(), office), "suggestion.acts_itself");
}

TEST(Merging, AsksOnceAndOnlyOfWhatIsStillOpen)
{
    Suggestion one{.id = {"a"}, .state = TopicState::suggested};
    const Suggestion other{.id = {"b"}, .state = TopicState::screened};
    EXPECT_TRUE(may_ask(one, other, {}));
    EXPECT_EQ(may_ask(one, other, {merge()}).error().code, "suggestion.merge_asked_already");
    EXPECT_TRUE(may_ask(one, other, {merge({}, true)}));
    one.state = TopicState::reserved;
    EXPECT_EQ(may_ask(one, other, {}).error().code, "suggestion.merge_not_mergeable");
}

} // namespace
} // namespace xieshang::calls
