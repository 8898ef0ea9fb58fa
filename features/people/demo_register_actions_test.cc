// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/demo_register_actions.h"

#include "features/members/demo_actions.h"
#include "features/members/people_and_sessions_test.h"

namespace xieshang::people {
namespace {

const base::Actor demo{"", "演示", members::bit(members::Role::office)};

class DemoDistrict : public members::PeopleAndSessions {
protected:
    void seed()
    {
        members::seed_demo_people(services());
        const auto seeded = seed_demo_register(services(), demo);
        ASSERT_TRUE(seeded) << seeded.error().code;
    }
    std::int64_t in_term(std::int64_t term, const std::string& state)
    {
        return db().read([&](db::Tx& tx) {
            return *tx.one<std::int64_t>("SELECT count(*) FROM membership JOIN term ON "
                                         "term.id = term_id WHERE number = $1 AND state = $2",
                term, state);
        });
    }
    base::Actor actor(const std::string& login)
    {
        const auto in = sign_in_as_demo(services(), login, members::at_home).value();
        return members::actor_of(services(), in.token).value();
    }
};
ON_EVERY_DATABASE(DemoDistrict);

} // namespace

TEST_P(DemoDistrict, HasItsMembersInTwoTermsAndIsMadeOnce)
{
    seed();
    const auto people = rows("registered_person");
    const auto events = rows("event");
    EXPECT_EQ(in_term(2, "active"), 377);
    EXPECT_GT(in_term(2, "invited"), 0);
    EXPECT_GT(in_term(2, "suspended"), 0);
    EXPECT_GT(in_term(2, "former"), 0) << "left in this term";
    EXPECT_GT(in_term(1, "active"), 200) << "a past term is not touched";
    EXPECT_EQ(rows("registered_person WHERE NOT invented"), 0);
    EXPECT_EQ(rows("organisation WHERE NOT invented"), 0);
    EXPECT_EQ(rows("sealed_value"), 377) << "a telephone of each active member";
    seed();
    EXPECT_EQ(rows("registered_person"), people);
    EXPECT_EQ(rows("event"), events) << "nothing is made twice";
}

TEST_P(DemoDistrict, KeepsEachLoginsRoleInForceButTheFormerMembers)
{
    seed();
    for (const auto& account : members::demo_accounts(services())) {
        const auto who = actor(account.login);
        if (account.login == members::demo_former_member) {
            EXPECT_EQ(who.roles, 0U);
            EXPECT_EQ(who.membership, base::Membership::former);
        } else {
            EXPECT_EQ(members::names_of(who.roles), account.role);
        }
    }
    EXPECT_FALSE(actor("department_handler").bodies.empty());
    EXPECT_GE(actor("chairperson").bodies.size(), 2U) << "the committee, a sector, a sub-district";
}

} // namespace xieshang::people
