// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/demo_actions.h"

#include "features/members/people_and_sessions_test.h"

#include <set>

namespace xieshang::members {

class DemoPeople : public PeopleAndSessions {};
ON_EVERY_DATABASE(DemoPeople);

TEST_P(DemoPeople, OpenDemoAccountsByOneClickAndByNoPassword)
{
    add("wang");
    seed_demo_people(services());
    seed_demo_people(services());
    const auto accounts = demo_accounts(services());
    ASSERT_EQ(accounts.size(), 21U) << "one a role, and a former member";
    std::set<std::string> roles;
    for (const auto& account : accounts) {
        roles.insert(account.role);
        EXPECT_TRUE(account.login == account.role || account.login == demo_former_member);
        EXPECT_NE(account.name.find("演示"), std::string::npos);
    }
    EXPECT_EQ(roles.size(), 20U);
    const auto demo = sign_in_as_demo(services(), "office", at_home);
    ASSERT_TRUE(demo);
    EXPECT_TRUE(actor_of(services(), demo->token));
    EXPECT_EQ(code_of_sign_in("office", ""), "members.wrong_login_or_password");
    EXPECT_EQ(
        sign_in_as_demo(services(), "wang", at_home).error().code, "members.not_a_demo_account");
    end_demo_sessions(services());
    EXPECT_FALSE(actor_of(services(), demo->token));
}

TEST_P(DemoPeople, LeaveARealPersonAloneWhoHasADemoLogin)
{
    add("office");
    seed_demo_people(services());
    EXPECT_EQ(demo_accounts(services()).size(), 20U);
    EXPECT_EQ(
        sign_in_as_demo(services(), "office", at_home).error().code, "members.not_a_demo_account");
    EXPECT_EQ(code_of_sign_in("office", "right password"), "in");
}

} // namespace xieshang::members
