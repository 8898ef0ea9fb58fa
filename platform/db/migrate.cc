// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/catalog.h"
#include "platform/db/db.h"
#include "platform/db/migration_text.h"

#include <algorithm>
#include <array>
#include <openssl/evp.h>

namespace xieshang::db {

struct AppliedMigration {
    int number{};
    std::string name;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(AppliedMigration, (), (number, name, sha256))

namespace {

std::string sha256_of(std::string_view text)
{
    std::array<unsigned char, 32> digest{};
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
        throw Failure("SHA-256 is not to be had");
    }
    std::string hex;
    for (const unsigned char byte : digest) {
        hex += "0123456789abcdef"[byte >> 4U];
        hex += "0123456789abcdef"[byte & 15U];
    }
    return hex;
}

// Holds until the end of the transaction. SQLite has one writer anyway.
void lock(Tx& tx, std::string_view engine)
{
    constexpr std::int64_t key = 0x7869'6573'6861'6e67; // "xieshang"
    if (engine == "postgres") {
        // Otherwise the view would be that of before the wait.
        tx.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        tx.execute("SELECT pg_advisory_xact_lock($1)", key);
    }
}

void refuse_change(const AppliedMigration& applied, const Migration& migration)
{
    if (applied.sha256 != sha256_of(migration.sql)) {
        throw Failure("migration " + migration.name + " was changed after it had been applied as "
            + applied.name);
    }
}

void refuse_what_does_not_fit(Tx& tx, std::span<const Migration> migrations)
{
    for (const auto& applied : tx.all<AppliedMigration>(
             "SELECT number, name, sha256 FROM schema_version ORDER BY number")) {
        const auto known = std::find_if(migrations.begin(), migrations.end(),
            [&](const Migration& each) { return each.number == applied.number; });
        if (known == migrations.end()) {
            throw NewerSchema("the database has migration " + applied.name
                + ", which this program does not know");
        }
        refuse_change(applied, *known);
    }
}

bool apply(Tx& tx, const Migration& migration, std::string_view engine, std::int64_t now_ms)
{
    const auto applied = tx.one<AppliedMigration>(
        "SELECT number, name, sha256 FROM schema_version WHERE number = $1", migration.number);
    if (applied) { // by another node, a moment ago
        refuse_change(*applied, migration);
        return false;
    }
    for (const auto& statement : statements_of(migration.sql, engine)) {
        tx.execute(statement);
    }
    tx.execute(
        "INSERT INTO schema_version (number, name, sha256, applied_at_ms) VALUES ($1, $2, $3, $4)",
        migration.number, migration.name, sha256_of(migration.sql), now_ms);
    return true;
}

std::vector<Migration> in_order(std::span<const Migration> migrations)
{
    std::vector<Migration> sorted(migrations.begin(), migrations.end());
    std::sort(sorted.begin(), sorted.end(),
        [](const auto& a, const auto& b) { return a.number < b.number; });
    const auto same = [](const auto& a, const auto& b) { return a.number == b.number; };
    if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end(), same);
        twice != sorted.end()) {
        throw Failure("two migrations have the number of " + twice->name);
    }
    return sorted;
}

bool is_there(Tx& tx, std::string_view engine)
{
    const auto tables = tables_of(tx, engine);
    return std::any_of(tables.begin(), tables.end(),
        [](const Table& table) { return table.name == "schema_version"; });
}

} // namespace

int schema_version(Database& database, std::span<const Migration> migrations)
{
    return database.read([&](Tx& tx) {
        if (!is_there(tx, database.engine())) {
            return 0;
        }
        refuse_what_does_not_fit(tx, migrations);
        return tx.one<int>("SELECT coalesce(max(number), 0) FROM schema_version").value();
    });
}

int migrate(Database& database, std::span<const Migration> migrations, std::int64_t now_ms)
{
    const auto engine = database.engine();
    const auto sorted = in_order(migrations);
    const auto table = statements_of(
        "CREATE TABLE IF NOT EXISTS schema_version (number {{int}} PRIMARY KEY, "
        "name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at_ms {{int}} NOT NULL) {{strict}}",
        engine);
    database.write([&](Tx& tx) {
        lock(tx, engine);
        tx.execute(table.front());
        refuse_what_does_not_fit(tx, sorted);
        return true;
    });
    int count = 0;
    for (const Migration& migration : sorted) {
        bool ran = false;
        database.write([&](Tx& tx) {
            lock(tx, engine);
            ran = apply(tx, migration, engine, now_ms);
            return ran;
        });
        count += ran ? 1 : 0;
    }
    return count;
}

} // namespace xieshang::db
