// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/migration_text.h"
#include "tests/support/databases.h"

#include <thread>

namespace xieshang::db {

namespace {

using Strings = std::vector<std::string>;

const std::vector<Migration> two{
    {1, "0001_one",
        "CREATE TABLE one (id TEXT PRIMARY KEY) {{strict}}; INSERT INTO one (id) VALUES ('a;b');"},
    {2, "0002_two",
        "-- the second\nCREATE TABLE two (id TEXT REFERENCES one (id), at_ms {{int}}) {{strict}};"},
};

} // namespace

class Migrations : public tests::OnEveryEmptyDatabase {
protected:
    int run(const std::vector<Migration>& migrations)
    {
        return migrate(db(), migrations, 1'647'216'000'000);
    }
    Strings applied()
    {
        return db().read([](Tx& tx) {
            return tx.all<std::string>("SELECT name FROM schema_version ORDER BY number");
        });
    }
};
ON_EVERY_DATABASE(Migrations);

TEST_P(Migrations, RunOnceInOrder)
{
    const std::vector<Migration> backwards{two[1], two[0]};
    EXPECT_EQ(run(backwards), 2);
    EXPECT_EQ(applied(), (Strings{"0001_one", "0002_two"}));
    EXPECT_EQ(run(two), 0);
    auto three = two;
    three.push_back({3, "0003_three", "CREATE TABLE three (id TEXT)"});
    EXPECT_EQ(run(three), 1);
}

TEST_P(Migrations, RefuseAChangeAfterTheFact)
{
    run(two);
    auto changed = two;
    changed[0].sql += " ";
    EXPECT_THROW(run(changed), Failure);
}

TEST_P(Migrations, RefuseADatabaseOfANewerProgram)
{
    run(two);
    EXPECT_THROW(run({two[0]}), NewerSchema);
}

TEST_P(Migrations, RefuseTwoOfOneNumber)
{
    EXPECT_THROW(run({two[0], {1, "0001_again", "SELECT 1"}}), Failure);
}

TEST_P(Migrations, LeaveNothingOfOneThatFails)
{
    const Migration broken{
        2, "0002_broken", "CREATE TABLE half (id TEXT); INSERT INTO nowhere (id) VALUES ('x');"};
    EXPECT_THROW(run({two[0], broken}), Failure);
    EXPECT_EQ(applied(), Strings{"0001_one"});
    EXPECT_THROW(
        db().read([](Tx& tx) { return tx.all<std::string>("SELECT id FROM half"); }), Failure);
    EXPECT_EQ(run(two), 1) << "and the repaired one runs";
}

TEST_P(Migrations, RunOnceThoughManyStartAtOnce)
{
    std::atomic<int> ran = 0;
    std::vector<std::unique_ptr<Database>> nodes;
    for (int node = 0; db().engine() == "postgres" && node < 8; ++node) {
        nodes.push_back(fresh().another_node());
    }
    {
        std::vector<std::jthread> running;
        for (std::size_t node = 0; node < 8; ++node) {
            running.emplace_back([&, node] {
                EXPECT_NO_THROW(ran += migrate(nodes.empty() ? db() : *nodes[node], two, 1));
            });
        }
    }
    EXPECT_EQ(ran, 2);
    EXPECT_EQ(applied().size(), 2U);
}

TEST_P(Migrations, OfTheProgramMakeItsSchema)
{
    const auto all = tests::all_migrations();
    EXPECT_EQ(run(all), static_cast<int>(all.size()));
    EXPECT_EQ(run(all), 0);
}

TEST_P(Migrations, CanMakeTheRecordAppendOnly)
{
    run(tests::all_migrations());
    const auto write = [&](const char* sql) {
        db().write([&](Tx& tx) {
            tx.execute(sql);
            return true;
        });
    };
    write("INSERT INTO event (sequence, at_ms, actor_id, actor_roles, action, subject_kind, "
          "subject_id, subject_version, "
          "commitment) VALUES (1, 1, '', 0, 'a', 'b', 'c', 1, "
          "'0123456789012345678901234567890123456789012345678901234567890123')");
    EXPECT_THROW(write("UPDATE event SET at_ms = 2"), ConstraintFailure);
    EXPECT_THROW(write("DELETE FROM event"), ConstraintFailure);
    if (db().engine() == "sqlite") { // which would slip past a trigger that refuses DELETE
        EXPECT_THROW(write("INSERT OR REPLACE INTO event SELECT * FROM event"), ConstraintFailure);
    }
}

// ---- the text -----------------------------------------------------------------------------------

TEST(MigrationText, IsCutAtSemicolonsThatEndStatements)
{
    EXPECT_EQ(
        statements_of("SELECT 1;\n\n SELECT 2 ;;", "sqlite"), (Strings{"SELECT 1", "SELECT 2"}));
    EXPECT_EQ(statements_of("SELECT ';', \";\" -- ;\n, 'it''s;' /* ; */;", "sqlite"),
        Strings{"SELECT ';', \";\" \n, 'it''s;'"});
    EXPECT_EQ(statements_of("DO $x$ a; $$ b; $x$; SELECT $1;", "postgres"),
        (Strings{"DO $x$ a; $$ b; $x$", "SELECT $1"}));
    EXPECT_EQ(statements_of("-- nothing\n", "sqlite"), Strings{});
}

TEST(MigrationText, KeepsTheBodyOfATriggerTogether)
{
    const std::string trigger =
        "CREATE TRIGGER t BEFORE UPDATE ON x BEGIN SELECT CASE WHEN 1 THEN 2 END; SELECT 3; END";
    EXPECT_EQ(statements_of(trigger + "; SELECT 4", "sqlite"), (Strings{trigger, "SELECT 4"}));
    EXPECT_EQ(statements_of("CREATE TABLE x (begin TEXT); SELECT 1", "sqlite").size(), 2U);
}

TEST(MigrationText, SpeaksToEachEngineInItsWords)
{
    const std::string table =
        "CREATE TABLE x (a {{int}}, b {{real}}, c {{bool}}, d {{blob}}) {{strict}}";
    EXPECT_EQ(statements_of(table, "sqlite"),
        Strings{"CREATE TABLE x (a INTEGER, b REAL, c INTEGER, d BLOB) STRICT"});
    EXPECT_EQ(statements_of(table, "postgres"),
        Strings{"CREATE TABLE x (a BIGINT, b DOUBLE PRECISION, c BOOLEAN, d BYTEA)"});
    const std::string both = "SELECT 1;\n-- only sqlite\nSELECT 2;\n-- end only\n-- only "
                             "postgres\nSELECT 3;\n-- end only\nSELECT 4;";
    EXPECT_EQ(statements_of(both, "sqlite"), (Strings{"SELECT 1", "SELECT 2", "SELECT 4"}));
    EXPECT_EQ(statements_of(both, "postgres"), (Strings{"SELECT 1", "SELECT 3", "SELECT 4"}));
}

TEST(MigrationText, IsRefusedWhereItWouldBeMisread)
{
    for (const char* text : {"SELECT {{integer}}", "SELECT {{int", "SELECT 'open", "DO $$ open",
             "/* open", "-- only oracle\n-- end only", "-- only sqlite\nSELECT 1;", "-- end only\n",
             "-- only sqlite\n-- only postgres\n-- end only\n"}) {
        EXPECT_THROW(statements_of(text, "sqlite"), Failure) << text;
    }
}

} // namespace xieshang::db
