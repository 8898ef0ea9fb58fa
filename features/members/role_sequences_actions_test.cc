// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// AZ-03 for any sequence of acts: whatever is granted, revoked, suspended, resumed, renamed and
// tied, the three administrators are three people, and each kind has one who can sign in.
#include "features/members/account_actions.h"
#include "features/members/account_store.h"
#include "features/members/oidc_tie_actions.h"
#include "features/members/people_and_sessions_test.h"
#include "features/members/rename_actions.h"
#include "features/people/register_actions.h"

#include <boost/mp11.hpp>

#include <atomic>
#include <random>
#include <thread>

namespace xieshang::members {

class RoleSequences : public PeopleAndSessions {
protected:
    static constexpr Role kinds[]{
        Role::system_administrator, Role::security_administrator, Role::auditor};
    static constexpr const char* names[]{"何一", "何二", "何三", " 何一"};

    void settle() // three administrators and five others, two of one name
    {
        for (const auto kind : kinds) {
            people_.push_back(add("first" + std::to_string(people_.size()), kind).id);
        }
        for (int i = 0; i < 4; ++i) {
            people_.push_back(add_person(services(), program,
                {"p" + std::to_string(i), names[i % 3], "right password", bit(Role::reader)})
                                  .value()
                                  .id);
        }
        people_.push_back(make_account(services(), program, {"unused", "何三"}).value().id);
    }
    Person now(const PersonId& id)
    {
        return db().read([&](db::Tx& tx) { return person_of(tx, id).value(); });
    }
    int below(int limit) { return static_cast<int>(lots_() % static_cast<unsigned>(limit)); }
    const PersonId& somebody() { return people_[static_cast<std::size_t>(below(8))]; }
    Role some_role() { return below(4) == 0 ? static_cast<Role>(below(17)) : kinds[below(3)]; }

    std::string act()
    {
        const auto granter = now(somebody());
        const auto actor = actor_of(granter);
        const auto whom = now(somebody());
        const auto deed = below(12);
        if (deed < 7) {
            const RoleChange asked{some_role(), deed < 4};
            const auto done = change_role(services(), actor, whom.id, asked);
            EXPECT_TRUE(!done || granter.id != whom.id) << "his own";
            if (done) {
                const auto expected =
                    asked.granted ? whom.roles | bit(asked.role) : whom.roles & ~bit(asked.role);
                EXPECT_EQ(now(whom.id).roles, expected) << "that role and no other";
            }
            return (asked.granted ? "grant " : "revoke ") + names_of(bit(asked.role));
        }
        if (deed < 9) {
            const auto state = deed == 7 ? PersonState::suspended : PersonState::active;
            static_cast<void>(change_state(services(), actor, whom.id, state));
            return "state";
        }
        if (deed < 11) {
            const auto renamed = db().transact([&](db::Tx& tx) -> base::Result<bool> {
                CHECK(rename_account(services(), tx, actor, whom.id, names[below(4)]));
                return true;
            });
            return renamed ? "rename" : renamed.error().code;
        }
        const base::Actor office{"office", "张办", bit(Role::office)};
        const auto tied =
            people::register_person(services(), office, {{"何" + whom.login}, whom.id});
        EXPECT_FALSE(tied && (whom.roles & administrators) != 0);
        return "tie";
    }

    void expect_apart(const std::string& after)
    {
        std::vector<Person> holders;
        for (const auto& id : people_) {
            holders.push_back(now(id));
            EXPECT_TRUE(may_be_held_together(holders.back().roles)) << after;
        }
        for (const auto& one : holders) {
            for (const auto& other : holders) {
                const auto kind = one.roles & administrators;
                const auto another = other.roles & administrators;
                EXPECT_FALSE(kind != 0 && another != 0 && kind != another
                    && folded_login(one.name) == folded_login(other.name))
                    << after << ": " << one.name << " is two of the three";
            }
        }
        db().look([&](db::Tx& tx) {
            for (const auto kind : kinds) {
                EXPECT_TRUE(std::any_of(holders.begin(), holders.end(),
                    [&](const Person& one) {
                        return (one.roles & bit(kind)) != 0 && one.state == PersonState::active
                            && has_own_way_in(tx, one);
                    }))
                    << after << ": nobody is " << names_of(bit(kind));
            }
        });
    }

    std::vector<PersonId> people_;
    std::mt19937 lots_;
};
ON_EVERY_DATABASE(RoleSequences);

TEST_P(RoleSequences, LeaveTheThreeApartAndEachOfThemThere)
{
    settle();
    std::map<std::string, int> done;
    for (unsigned seed = 1; seed <= 10 && !HasFailure(); ++seed) {
        lots_.seed(seed);
        std::string told = "seed " + std::to_string(seed) + ":";
        for (int i = 0; i < 60 && !HasFailure(); ++i) {
            const auto deed = act();
            told += " " + deed;
            ++done[deed];
            expect_apart(told);
        }
    }
    EXPECT_GT(done["grant auditor"], 10);
    EXPECT_GT(done["members.same_administrator"], 0) << "no rename was ever refused";
}

TEST_P(RoleSequences, LetOneOfTwoWhoRemoveEachOtherAtOnceRemain)
{
    const auto first = add("first", Role::security_administrator);
    const auto second = add("second", Role::security_administrator);
    for (int round = 0; round < 10; ++round) {
        std::atomic<int> removed{};
        std::vector<std::string> refusals(2);
        const auto remove = [&](const Person& by, const Person& whom, std::string& refusal) {
            const auto done = change_role(
                services(), actor_of(by), whom.id, {Role::security_administrator, false});
            removed += done ? 1 : 0;
            refusal = done ? "" : done.error().code;
        };
        std::thread one([&] { remove(first, second, refusals[0]); });
        std::thread other([&] { remove(second, first, refusals[1]); });
        one.join();
        other.join();
        EXPECT_EQ(removed, 1);
        EXPECT_EQ(refusals[0] + refusals[1], "members.last_administrator");
        for (const auto& person : {first, second}) {
            ASSERT_TRUE(
                change_role(services(), program, person.id, {Role::security_administrator, true}));
        }
    }
}

} // namespace xieshang::members
