// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Migration 0011 over a house that has been in use.
#include "features/members/account_store.h"
#include "features/members/attempts_store.h"
#include "features/members/session_store.h"
#include "tests/support/databases.h"

namespace xieshang::members {

class AccountsMigration : public tests::OnEveryEmptyDatabase {
protected:
    void migrate_to(int number)
    {
        auto migrations = tests::all_migrations();
        std::erase_if(migrations, [&](const db::Migration& one) { return one.number > number; });
        db::migrate(db(), migrations, 1'647'216'000'000);
    }
    void fill()
    {
        db().write([](db::Tx& tx) {
            tx.execute("INSERT INTO person (id, login, name, roles, password_phc, demo, state, "
                       "version, created_at_ms) VALUES ('p1', 'wang', '王小协', 1, '$argon2id$a', "
                       "$1, 'active', 3, 1000), ('p2', 'li', '李小商', 2, NULL, $1, 'suspended', "
                       "1, 2000)",
                false);
            tx.execute("INSERT INTO session (token_sha256, person_id, created_at_ms, "
                       "last_seen_at_ms, ends_at_ms, address, user_agent) "
                       "VALUES ($1, 'p1', 5000, 6000, 9000, '192.0.2.1', 'Firefox')",
                std::string(64, 'a'));
            tx.execute("INSERT INTO known_address VALUES ('p1', '192.0.2.1', 5000)");
            tx.execute("INSERT INTO sign_in_tally VALUES ('pair x 192.0.2.1', 4, 6000, 99000)");
            tx.execute("INSERT INTO one_time_link (token_sha256, purpose, made_at_ms, "
                       "expires_at_ms, used_at_ms) VALUES ($1, 'setup', 100, 200, 150)",
                std::string(64, 'b'));
            return true;
        });
    }
};
ON_EVERY_DATABASE(AccountsMigration);

TEST_P(AccountsMigration, KeepsPeopleSessionsAndAttemptsAndDatesThem)
{
    migrate_to(10);
    fill();
    migrate_to(1000);
    db().look([](db::Tx& tx) {
        const auto wang = person_of(tx, {"p1"});
        ASSERT_TRUE(wang);
        EXPECT_EQ(wang->password_phc, "$argon2id$a");
        EXPECT_EQ(wang->version, 3);
        EXPECT_EQ(person_of(tx, {"p2"})->state, PersonState::suspended);
        const auto visit = find_visit(tx, std::string(64, 'a'));
        ASSERT_TRUE(visit) << "he stays signed in";
        EXPECT_EQ(visit->password_set_at_ms, base::Instant{1000}) << "as old as the account";
        EXPECT_EQ(visit->proved_at_ms, base::Instant{5000}) << "when he signed in";
        EXPECT_FALSE(visit->factor_added_at_ms);
        const auto set_at = tx.all<std::int64_t>(
            "SELECT count(*) FROM person WHERE id = 'p2' AND password_set_at_ms IS NULL");
        EXPECT_EQ(set_at.front(), 1) << "no password, no age";
        const auto attempts = find_attempts(tx, {"x", "192.0.2.1", PersonId{"p1"}});
        EXPECT_EQ(attempts.pair.failures, 4);
        EXPECT_TRUE(attempts.known);
        EXPECT_FALSE(find_link_of_person(tx, std::string(64, 'b'), {120}));
    });
}

TEST_P(AccountsMigration, HoldsTheAdministratorsApartFromThenOn)
{
    migrate_to(10);
    fill();
    migrate_to(1000);
    const auto give = [&](base::Roles roles) {
        return db().write([&](db::Tx& tx) {
            tx.execute("UPDATE person SET roles = $1 WHERE id = 'p2'", roles);
            return true;
        });
    };
    EXPECT_THROW(give(bit(Role::auditor) | bit(Role::reader)), db::ConstraintFailure);
    EXPECT_NO_THROW(give(bit(Role::auditor)));
}

} // namespace xieshang::members
