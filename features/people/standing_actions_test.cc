// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_audit_actions.h"
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

TEST_P(MemberWhoVisits, RestsAsSecretaryGeneralAndOfThePartyGroupWhileTheMembershipDoes)
{
    for (const auto role : {members::Role::secretary_general, members::Role::party_group}) {
        for (const auto state : {MembershipState::none, MembershipState::invited,
                 MembershipState::active, MembershipState::suspended, MembershipState::former}) {
            const bool acts = state == MembershipState::none || state == MembershipState::active;
            EXPECT_EQ(
                members::dormant_roles(members::bit(role), state), acts ? 0U : members::bit(role));
        }
    }
    const auto account = add("sun", members::Role::secretary_general);
    const auto general = members::bit(members::Role::secretary_general);
    const auto token = sign_in(services(), "sun", "right password", members::at_home)->token;
    const auto roles = [&] { return members::actor_of(services(), token)->roles; };
    EXPECT_EQ(roles(), general); // who was never a member
    const auto term = add_term(services(), office, {1, {"1900-01-01", {}}}).value();
    const auto sector = add_organisation(services(), office,
        {OrganisationKind::sector, "经济界", "经济", "s", {},
            {"1900-01-01",
                {}}}).value();
    ASSERT_TRUE(register_person(services(), office, {{"孙五"}, account.id}));
    const auto invited =
        invite_member(services(), office, {term.id, {account.id, sector.id, {}, false}}).value();
    EXPECT_EQ(roles(), 0U);
    const auto step = [&](std::int64_t version, MembershipAction action) {
        ASSERT_TRUE(
            take_membership_step(services(), office, {invited.id, version, action, "换届"}));
    };
    step(1, MembershipAction::confirm);
    EXPECT_EQ(roles(), general);
    step(2, MembershipAction::suspend);
    EXPECT_EQ(roles(), 0U);
    step(3, MembershipAction::reinstate);
    EXPECT_EQ(roles(), general);
    step(4, MembershipAction::leave);
    EXPECT_EQ(roles(), 0U);
}

TEST_P(MemberWhoVisits, HasTheNameOfTheRegisterInTheAccountAsSoonAsItChanges)
{
    const auto account = add("wang", members::Role::member);
    const auto audited = [&] {
        return db().read([&](db::Tx& tx) { return members::audit_person(tx, account.id.text); });
    };
    const auto token = sign_in(services(), "wang", "right password", members::at_home)->token;
    ASSERT_TRUE(register_person(services(), office, {{"王芳"}, account.id}));
    EXPECT_EQ(members::actor_of(services(), token)->name, "王芳");
    ASSERT_TRUE(edit_person(services(), office, {account.id, 1, {"王方"}}));
    EXPECT_EQ(members::actor_of(services(), token)->name, "王方");
    EXPECT_TRUE(audited().empty());
    EXPECT_EQ(
        edit_person(services(), office, {account.id, 1, {"王五"}}).error().code, "people.stale");
    EXPECT_EQ(members::actor_of(services(), token)->name, "王方"); // both or neither
    db().look([&](db::Tx& tx) {
        for (const auto* once : {"王小协", "王芳", "王方"}) { // steps taken under an earlier name
            EXPECT_TRUE(members::is_named(tx, account.id.text, once)) << once;
        }
        EXPECT_FALSE(members::is_named(tx, account.id.text, "李强"));
    });
    db().write([](db::Tx& tx) {
        tx.execute("UPDATE person SET name = '王芳'");
        return true;
    });
    EXPECT_EQ(audited().at(0).params.find("field")->second, "name");
}

TEST_P(MemberWhoVisits, StandsInTheRegisterOnlyWithAnAccountThatIsThere)
{
    const auto refused = register_person(services(), office, {{"王芳"}, PersonId{"nobody"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).code, "people.no_account");
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/account_id");
}

} // namespace
} // namespace xieshang::people
