// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_workflow.h"

#include <gtest/gtest.h>

namespace xieshang::behalf {
namespace {

using enum BehalfState;
using members::bit;
using members::Role;

constexpr BehalfFacts concerned{.is_concerned = true, .has_words = true};
constexpr BehalfFacts colleague{.is_office = true, .has_words = true};

std::string refusal(BehalfState from, BehalfAction action, Role role, const BehalfFacts& facts)
{
    const auto step = take(from, action, bit(role), facts);
    return step ? "" : step.error().code;
}

TEST(BehalfWorkflow, GoesFromTellingToTheAnswerThatWasRead)
{
    const auto to = [](BehalfState from, BehalfAction action, Role role, const BehalfFacts& facts) {
        return take(from, action, bit(role), facts)->to;
    };
    EXPECT_EQ(to(told, BehalfAction::see, Role::member, concerned), seen);
    EXPECT_EQ(to(seen, BehalfAction::object, Role::member, concerned), objected);
    EXPECT_EQ(to(objected, BehalfAction::answer, Role::office, colleague), answered);
    EXPECT_EQ(to(answered, BehalfAction::see, Role::member, concerned), settled);
    EXPECT_EQ(to(told, BehalfAction::object, Role::member, concerned), objected);
}

TEST(BehalfWorkflow, HasOneOpenObjectionAtATimeAndTakesAnotherAfterTheAnswer)
{
    EXPECT_EQ(
        refusal(objected, BehalfAction::object, Role::member, concerned), "workflow.no_such_step");
    for (const auto state : {answered, settled}) {
        EXPECT_EQ(refusal(state, BehalfAction::object, Role::member, concerned), "");
    }
}

TEST(BehalfWorkflow, LetsOnlyThoseObjectWhomItConcerns)
{
    EXPECT_EQ(refusal(told, BehalfAction::object, Role::office, colleague), "behalf.not_yours");
    EXPECT_EQ(refusal(told, BehalfAction::see, Role::office, colleague), "behalf.not_yours");
}

TEST(BehalfWorkflow, IsNeverAnsweredByWhoActedOrWhoObjects)
{
    auto clerk = colleague;
    clerk.is_clerk = true;
    EXPECT_EQ(refusal(objected, BehalfAction::answer, Role::office, clerk), "behalf.second_pair");
    clerk.is_office_alone = true;
    EXPECT_EQ(refusal(objected, BehalfAction::answer, Role::office, clerk), "behalf.second_pair");
    auto objector = colleague;
    objector.is_concerned = true;
    EXPECT_EQ(
        refusal(objected, BehalfAction::answer, Role::office, objector), "behalf.second_pair");
    EXPECT_EQ(
        refusal(objected, BehalfAction::answer, Role::member, colleague), "workflow.wrong_role");
}

TEST(BehalfWorkflow, LetsTheSecretaryGeneralAnswerWhereTheOfficeIsOnePerson)
{
    BehalfFacts facts{.has_words = true};
    EXPECT_EQ(refusal(objected, BehalfAction::answer, Role::secretary_general, facts),
        "behalf.second_pair");
    facts.is_office_alone = true;
    EXPECT_EQ(refusal(objected, BehalfAction::answer, Role::secretary_general, facts), "");
}

TEST(BehalfWorkflow, IsOpenedByEachOfThoseConcernedOnce)
{
    for (const auto state : {told, seen, objected, answered, settled}) {
        EXPECT_EQ(refusal(state, BehalfAction::see, Role::member, concerned), "");
    }
    auto again = concerned;
    again.has_opened = true;
    EXPECT_EQ(refusal(seen, BehalfAction::see, Role::member, again), "behalf.opened_already");
    for (const auto& offer : offers(seen, bit(Role::member), again)) {
        EXPECT_NE(offer.action, BehalfAction::see);
    }
}

TEST(BehalfWorkflow, SaysWhenNobodyMayAnswer)
{
    auto clerk = colleague;
    clerk.is_clerk = clerk.is_office_alone = true;
    clerk.is_answerable = false;
    EXPECT_EQ(
        refusal(objected, BehalfAction::answer, Role::office, clerk), "behalf.nobody_answers");
}

TEST(BehalfWorkflow, AsksForWordsAndNamesTheField)
{
    auto wordless = concerned;
    wordless.has_words = false;
    const auto refused = take(seen, BehalfAction::object, bit(Role::member), wordless).error();
    EXPECT_EQ(refused.code, "behalf.no_words");
    EXPECT_EQ(refused.fields.front().pointer, "/words");
    EXPECT_TRUE(take(told, BehalfAction::see, bit(Role::member), wordless));
}

} // namespace
} // namespace xieshang::behalf
