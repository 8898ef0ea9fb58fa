// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_workflow.h"

#include <gtest/gtest.h>

namespace xieshang::people {
namespace {

using enum base::Membership;
constexpr auto office = members::bit(members::Role::office);

TEST(MembershipWorkflow, MakesAMemberByInvitationAndConfirmation)
{
    EXPECT_EQ(take(none, MembershipAction::invite, office, {})->to, invited);
    EXPECT_EQ(take(invited, MembershipAction::confirm, office, {})->to, active);
    EXPECT_EQ(
        take(none, MembershipAction::confirm, office, {}).error().code, "workflow.no_such_step");
}

TEST(MembershipWorkflow, SuspendsAndEndsOnlyWithAReason)
{
    for (const auto action : {MembershipAction::suspend, MembershipAction::leave}) {
        EXPECT_EQ(take(active, action, office, {}).error().code, "membership.no_reason");
        EXPECT_TRUE(take(active, action, office, {.has_reason = true}));
    }
    EXPECT_EQ(
        take(suspended, MembershipAction::reinstate, office, {.has_reason = true})->to, active);
    EXPECT_EQ(take(former, MembershipAction::reinstate, office, {.has_reason = true}).error().code,
        "workflow.no_such_step");
}

TEST(MembershipWorkflow, MovesAMemberWithAReasonAndLeavesTheState)
{
    for (const auto state : {invited, active, suspended}) {
        EXPECT_EQ(
            take(state, MembershipAction::move, office, {}).error().code, "membership.no_reason");
        EXPECT_EQ(take(state, MembershipAction::move, office, {.has_reason = true})->to, state);
    }
    EXPECT_FALSE(take(former, MembershipAction::move, office, {.has_reason = true}));
}

TEST(MembershipWorkflow, IsTheOfficesAlone)
{
    for (const auto& offer : offers(active, members::bit(members::Role::chairperson))) {
        EXPECT_EQ(offer.refusal, "workflow.wrong_role");
    }
    EXPECT_EQ(offers(active, office).size(), 3U);
}

} // namespace
} // namespace xieshang::people
