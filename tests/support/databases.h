// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Databases for store tests: each test gets a fresh one with the whole schema, on SQLite and on
// PostgreSQL.
//
//     class PlanStore : public tests::OnEveryDatabase {};
//     ON_EVERY_DATABASE(PlanStore);
//     TEST_P(PlanStore, KeepsATitle) { db().transact(…); }
//
// PostgreSQL is the server named by XIESHANG_TEST_POSTGRES (tests/support/postgres.sh starts one
// for many test programs), else one that the test program starts for itself; without PostgreSQL on
// the machine the test is skipped.
#pragma once

#include "platform/db/db.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::tests {

// What the program carries, in order: platform/*/NNNN_*.sql and features/*/NNNN_*.sql.
std::vector<db::Migration> all_migrations();

struct PostgresServer {
    std::string address; // as libpq takes it
    std::string
        folder; // of a server of our own, for tests/support/postgres.sh; empty for a foreign one
};

// Starts a server; none if PostgreSQL is not installed. It ends with the program at the latest.
std::optional<PostgresServer> start_postgres();
void stop_postgres(const PostgresServer& server);
void restart_postgres(const PostgresServer& server);

// The server of this process, made at the first call, ended at exit; none if PostgreSQL is not
// installed.
const std::optional<PostgresServer>& postgres_server();

// When the databases of tests were migrated: 2022-03-14.
inline constexpr std::int64_t migrated_at_ms = 1'647'216'000'000;

enum class Tables : std::uint8_t { none, all };

// A database that nobody else uses, gone with the object.
class FreshDatabase {
public:
    // "sqlite" or "postgres". Throws db::Failure when there is no PostgreSQL: ask postgres_server()
    // first.
    explicit FreshDatabase(std::string_view engine, Tables tables = Tables::none);
    ~FreshDatabase();
    FreshDatabase(const FreshDatabase&) = delete;
    FreshDatabase& operator=(const FreshDatabase&) = delete;

    db::Database& operator*() { return *database_; }
    db::Database* operator->() { return database_.get(); }

    // Another Database on the same data, as another node would have (PostgreSQL only: a SQLite file
    // has one owner).
    std::unique_ptr<db::Database> another_node() const;
    void reopen();  // closed and opened again, as a server that starts anew does
    void migrate(); // to all_migrations()
    const std::string& address() const
    {
        return address_;
    } // path of the file, or address for libpq

private:
    std::string engine_;
    TemporaryFolder folder_;
    std::string schema_;
    std::string address_;
    std::unique_ptr<db::Database> database_;
};

// Without any table.
class OnEveryEmptyDatabase : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override { make(Tables::none); }
    void make(Tables tables); // skips when there is no PostgreSQL
    db::Database& db() { return **fresh_; }
    FreshDatabase& fresh() { return *fresh_; }

private:
    std::unique_ptr<FreshDatabase> fresh_;
};

class OnEveryDatabase : public OnEveryEmptyDatabase {
protected:
    void SetUp() override { make(Tables::all); }
};

} // namespace xieshang::tests

#define ON_EVERY_DATABASE(Suite)                                                                   \
    INSTANTIATE_TEST_SUITE_P(On, Suite, testing::Values("sqlite", "postgres"),                     \
        [](const auto& engine) { return std::string(engine.param); })
