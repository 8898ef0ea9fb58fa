// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "tests/support/databases.h"

#include "platform/db/migrations.h"
#include "tests/support/migrated_file.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace xieshang::tests {

namespace {

constexpr int not_installed = 3;

struct Outcome {
    int exit_code;
    std::string output;
};

// postgres.sh ACTION FOLDER [OWNER_PID]
Outcome run_script(const std::string& arguments)
{
    const std::string command = XIESHANG_SOURCE_DIR "/tests/support/postgres.sh " + arguments;
    FILE* pipe = popen(command.c_str(), "re");
    if (pipe == nullptr) {
        throw std::runtime_error("cannot run " + command);
    }
    Outcome outcome{};
    std::array<char, 256> part{};
    while (std::fgets(part.data(), part.size(), pipe) != nullptr) {
        outcome.output += part.data();
    }
    const int status = pclose(pipe);
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

void must_run(const std::string& arguments)
{
    if (run_script(arguments).exit_code != 0) {
        throw std::runtime_error("postgres.sh " + arguments + " failed");
    }
}

std::optional<PostgresServer> server_of_this_process()
{
    if (const char* address = std::getenv("XIESHANG_TEST_POSTGRES");
        address != nullptr && *address != '\0') {
        return PostgresServer{address, ""};
    }
    auto server = start_postgres();
    if (server) {
        static const std::string folder = server->folder;
        std::atexit([] { run_script("stop " + folder); });
    }
    return server;
}

std::string with_schema(const std::string& address, const std::string& schema)
{
    const char* joint = address.find('?') == std::string::npos ? "?" : "&";
    return address + joint + "options=-csearch_path%3D" + schema
        + "%20-cclient_min_messages%3Dwarning";
}

void in_server(const std::string& sql)
{
    const auto database =
        db::open_postgres({.address = postgres_server()->address, .connections = 1});
    database->write([&](db::Tx& tx) {
        tx.execute(sql);
        return true;
    });
}

} // namespace

std::vector<db::Migration> all_migrations() { return db::built_in_migrations(); }

std::optional<PostgresServer> start_postgres()
{
    std::string folder = (std::filesystem::temp_directory_path() / "xieshang-pg-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        throw std::runtime_error("mkdtemp " + folder);
    }
    Outcome outcome = run_script("start " + folder + " " + std::to_string(getpid()));
    if (outcome.exit_code != 0) {
        std::filesystem::remove_all(folder);
        if (outcome.exit_code == not_installed) {
            return std::nullopt;
        }
        throw std::runtime_error("PostgreSQL does not start");
    }
    outcome.output.erase(outcome.output.find_last_not_of('\n') + 1);
    return PostgresServer{outcome.output, folder};
}

void stop_postgres(const PostgresServer& server) { must_run("stop " + server.folder); }
void restart_postgres(const PostgresServer& server) { must_run("restart " + server.folder); }

const std::optional<PostgresServer>& postgres_server()
{
    static const std::optional<PostgresServer> server = server_of_this_process();
    return server;
}

FreshDatabase::FreshDatabase(std::string_view engine, Tables tables) : engine_(engine)
{
    if (engine_ == "sqlite") {
        address_ = folder_ / "test.db";
        if (tables == Tables::all) {
            copy_migrated_sqlite(address_);
        }
        reopen();
        return;
    }
    if (!postgres_server()) {
        throw db::Failure("PostgreSQL is not installed");
    }
    static std::atomic<int> count = 0;
    schema_ = "test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
    in_server("CREATE SCHEMA " + schema_);
    address_ = with_schema(postgres_server()->address, schema_);
    reopen();
    if (tables == Tables::all) {
        migrate();
    }
}

FreshDatabase::~FreshDatabase()
{
    database_.reset();
    if (schema_.empty()) {
        return;
    }
    try {
        in_server("DROP SCHEMA " + schema_ + " CASCADE");
    } catch (const db::Failure& trouble) {
        std::fprintf(stderr, "%s stays behind: %s\n", schema_.c_str(), trouble.what());
    }
}

void FreshDatabase::reopen()
{
    database_.reset();
    database_ = engine_ == "sqlite" ? db::open_sqlite(
                    {.path = address_, .synchronous = false}) // gone with the test: no need to sync
                                    : another_node();
}

std::unique_ptr<db::Database> FreshDatabase::another_node() const
{
    return db::open_postgres({.address = address_});
}

void FreshDatabase::migrate() { db::migrate(*database_, all_migrations(), migrated_at_ms); }

void OnEveryEmptyDatabase::make(Tables tables)
{
    const std::string_view engine = GetParam();
    if (engine == "postgres" && !postgres_server()) {
        GTEST_SKIP() << "PostgreSQL is not installed (Debian: postgresql-15)";
    }
    fresh_ = std::make_unique<FreshDatabase>(engine, tables);
}

} // namespace xieshang::tests
