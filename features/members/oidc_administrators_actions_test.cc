// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 三员分立 (AZ-03): whoever keeps the provider is none of the three administrators by it.
#include "features/members/account_actions.h"
#include "features/members/member_audit_actions.h"
#include "features/members/oidc_fixture_test.h"

namespace xieshang::members {

class OidcAdministrators : public OidcActions {};
ON_EVERY_DATABASE(OidcAdministrators);

TEST_P(OidcAdministrators, LeaveToAnAdministratorNoIdentityByTheProvidersWordAlone)
{
    const auto wang = add("wang"); // of a password, too
    EXPECT_EQ(finish(begin()), "wang/plans");
    const auto session = sign_in(services(), "wang", "right password", at_home)->token;
    ASSERT_TRUE(change_role(services(), program, wang.id, {Role::reader, false}));
    ASSERT_TRUE(change_role(services(), program, wang.id, {Role::auditor, true}));
    EXPECT_EQ(rows("oidc_identity"), 0) << "the claim had tied it before he was one of the three";
    EXPECT_FALSE(actor_of(services(), session)) << "whoever keeps the provider may have begun it";
    EXPECT_EQ(recorded()[recorded().size() - 2], "person.unlink_identity");
    EXPECT_EQ(finish(begin()), "oidc.administrator");
    db().look([&](db::Tx& tx) { EXPECT_TRUE(audit_person(tx, wang.id.text).empty()); });
    EXPECT_EQ(finish(begin(make_oidc_link(services(), program, "wang").value())), "wang/plans");
    EXPECT_EQ(finish(begin()), "wang/plans") << "the link was his own";
}

TEST_P(OidcAdministrators, MakeNoAdministratorOfWhomOnlyTheProviderKnows)
{
    const auto tied = [&](const std::string& login, const std::string& subject, bool by_link) {
        const auto account = make_account(services(), program, {login, "李" + login}).value();
        provider.subject = subject;
        provider.login = login;
        const auto link =
            by_link ? make_oidc_link(services(), program, login).value() : std::string();
        EXPECT_EQ(finish(begin(link)), login + "/plans");
        return account.id;
    };
    const auto grant = [&](const PersonId& id) {
        const auto granted = change_role(services(), program, id, {Role::auditor, true});
        return granted ? "" : granted.error().code;
    };
    const auto claimed = tied("li", "u1", false);
    EXPECT_EQ(grant(claimed), "members.not_opened");
    EXPECT_EQ(rows("oidc_identity"), 1) << "a refused grant takes nothing from him";
    EXPECT_EQ(grant(tied("zhao", "u2", true)), "");
    EXPECT_EQ(rows("oidc_identity"), 2);
    provider.subject = "u1"; // a link makes a tie out of what was only claimed
    EXPECT_EQ(finish(begin(make_oidc_link(services(), program, "li").value())), "li/plans");
    EXPECT_EQ(grant(claimed), "");
    EXPECT_EQ(finish(begin()), "li/plans");
}

// As it may have come about before grants looked at it.
TEST_P(OidcAdministrators, LetNoAdministratorInOrCountByTheProvidersWordAlone)
{
    const auto first = add("first", Role::auditor);
    const auto li = make_account(services(), program, {"li", "李小商"}).value();
    provider.login = "li";
    EXPECT_EQ(finish(begin()), "li/plans");
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE person SET roles = $2 WHERE id = $1", li.id, bit(Role::auditor));
        return true;
    });
    EXPECT_EQ(finish(begin()), "oidc.administrator");
    const auto suspend = [&] {
        const auto done = change_state(services(), program, first.id, PersonState::suspended);
        return done ? "" : done.error().code;
    };
    EXPECT_EQ(suspend(), "members.last_administrator") << "the other one cannot sign in";
    EXPECT_EQ(finish(begin(make_oidc_link(services(), program, "li").value())), "li/plans");
    EXPECT_EQ(suspend(), "");
}

} // namespace xieshang::members
