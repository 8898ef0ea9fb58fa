// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/people_and_sessions_test.h"
#include "features/members/session_actions.h"
#include "features/people/membership_actions.h"
#include "features/people/register_actions.h"

namespace xieshang::people {
namespace {

const base::Actor office{"office", "张办", members::bit(members::Role::office)};

class MemberWhoVisits : public members::PeopleAndSessions {};
ON_EVERY_DATABASE(MemberWhoVisits);

TEST_P(MemberWhoVisits, LosesTheRolesOfAMemberWithTheNextRequestAfterLeaving)
{
    const auto account = add("wang", members::Role::member);
    const auto member = members::bit(members::Role::member);
    const auto token = sign_in(services(), "wang", "right password", members::at_home)->token;
    const auto actor = [&] { return members::actor_of(services(), token).value(); };
    EXPECT_EQ(actor().roles, 0U);
    EXPECT_EQ(actor().dormant, member);

    const auto term = add_term(services(), office, {1, {"1900-01-01", {}}});
    ASSERT_TRUE(term);
    const auto sector = add_organisation(services(), office,
        {OrganisationKind::sector, "经济界", "经济", "s", {}, {"1900-01-01", {}}});
    ASSERT_TRUE(sector);
    ASSERT_TRUE(register_person(services(), office, {{"王小协"}, account.id}));
    const auto invited =
        invite_member(services(), office, {term->id, {account.id, sector->id, {}, false}});
    ASSERT_TRUE(invited);
    EXPECT_EQ(actor().roles, 0U);
    EXPECT_EQ(actor().membership, MembershipState::invited);

    ASSERT_TRUE(
        take_membership_step(services(), office, {invited->id, 1, MembershipAction::confirm}));
    EXPECT_EQ(actor().roles, member);
    EXPECT_EQ(actor().bodies, std::vector<std::string>{sector->id.text});

    ASSERT_TRUE(take_membership_step(
        services(), office, {invited->id, 2, MembershipAction::leave, "辞去"}));
    EXPECT_EQ(actor().roles, 0U);
    EXPECT_EQ(actor().dormant, member);
    EXPECT_EQ(actor().membership, MembershipState::former);
    EXPECT_TRUE(actor().bodies.empty());
}

} // namespace
} // namespace xieshang::people
