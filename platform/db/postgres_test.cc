// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is PostgreSQL's own: servers that go away, commits whose answer never comes, transactions
// that must run again.
#include "tests/support/databases.h"

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <barrier>
#include <future>
#include <libpq-fe.h>
#include <thread>

namespace xieshang::db {

namespace {

// A session beside the Database that is tested, with no transaction of its own.
class Operator {
public:
    explicit Operator(const std::string& address)
        : connection_(PQconnectdb(address.c_str()), &PQfinish)
    {
    }

    std::string ask(const std::string& sql)
    {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(
            PQexec(connection_.get(), sql.c_str()), &PQclear);
        EXPECT_THAT(PQresultStatus(result.get()), testing::AnyOf(PGRES_TUPLES_OK, PGRES_COMMAND_OK))
            << PQresultErrorMessage(result.get());
        return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
    }
    void wait_until(const std::string& condition) // about the other sessions of this program
    {
        wait_for_count("> 0", condition);
    }
    void wait_until_none(const std::string& condition) { wait_for_count("= 0", condition); }
    void kill_others(const std::string& condition = "TRUE")
    {
        ask("SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE "
            "application_name = 'xieshang' AND "
            + condition);
    }

private:
    void wait_for_count(const std::string& count, const std::string& condition)
    {
        const std::string question = "SELECT count(*) " + count
            + " FROM pg_stat_activity WHERE application_name = 'xieshang' AND " + condition;
        for (int times = 0; ask(question) != "t"; ++times) {
            ASSERT_LT(times, 3'000) << condition;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }

    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

} // namespace

// A server of its own: it is restarted and misconfigured.
class PostgresServerOfItsOwn : public testing::Test {
protected:
    static void SetUpTestSuite() { server = tests::start_postgres(); }
    static void TearDownTestSuite()
    {
        if (server) {
            tests::stop_postgres(*server);
        }
    }

    void SetUp() override
    {
        if (!server) {
            GTEST_SKIP() << "PostgreSQL is not installed (Debian: postgresql-15)";
        }
        database_ = open();
        write("DROP TABLE IF EXISTS t");
        write("CREATE TABLE t (n BIGINT PRIMARY KEY)");
    }

    static std::unique_ptr<Database> open(int commit_deadline_ms = 60'000)
    {
        return open_postgres(
            {.address = server->address, .commit_deadline_ms = commit_deadline_ms});
    }
    void write(const std::string& sql)
    {
        database_->write([&](Tx& tx) {
            tx.execute(sql);
            return true;
        });
    }
    std::int64_t rows()
    {
        return database_->read(
            [](Tx& tx) { return tx.one<std::int64_t>("SELECT count(*) FROM t").value(); });
    }
    // COMMIT takes as long as the test wants: a deferred trigger waits for a lock that the operator
    // holds.
    static void slow_down_commits(Operator& by)
    {
        by.ask("CREATE OR REPLACE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS $$ "
               "BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END $$");
        by.ask("CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED "
               "FOR EACH ROW EXECUTE FUNCTION wait_here()");
        by.ask("SELECT pg_advisory_lock(1)");
    }

    static inline std::optional<tests::PostgresServer> server;
    std::unique_ptr<Database> database_;
};

TEST_F(PostgresServerOfItsOwn, ThatRestartsIsFoundAgain)
{
    write("INSERT INTO t VALUES (1)");
    tests::restart_postgres(*server);
    EXPECT_EQ(rows(), 1);
    tests::restart_postgres(*server);
    write("INSERT INTO t VALUES (2)");
    EXPECT_EQ(rows(), 2);
}

TEST_F(PostgresServerOfItsOwn, ThatIsNotThereIsUnavailable)
{
    EXPECT_THROW(open_postgres({.address = "postgres:///postgres?host=/nowhere"}), Unavailable);
    EXPECT_THROW(open_postgres({.address = "postgres:///no_such_database?user=xieshang&host="
                         + server->folder}),
        Unavailable);
}

TEST_F(PostgresServerOfItsOwn, ThatDropsAWriterHasWrittenNothing)
{
    Operator by(server->address);
    EXPECT_THROW(database_->write([&](Tx& tx) {
        tx.execute("INSERT INTO t VALUES (1)");
        by.kill_others();
        tx.execute("INSERT INTO t VALUES (2)");
        return true;
    }),
        Unavailable);
    EXPECT_EQ(rows(), 0);
    write("INSERT INTO t VALUES (3)");
    EXPECT_EQ(rows(), 1);
}

TEST_F(PostgresServerOfItsOwn, ThatDropsAReaderIsAskedAgain)
{
    Operator by(server->address);
    int looks = 0;
    database_->look([&](Tx& tx) {
        tx.execute("SELECT 1");
        if (++looks == 1) {
            by.kill_others();
        }
        EXPECT_EQ(tx.one<int>("SELECT 2"), 2);
    });
    EXPECT_EQ(looks, 2);
}

TEST_F(PostgresServerOfItsOwn, ThatDropsACommitLeavesTheOutcomeUnknown)
{
    Operator by(server->address);
    slow_down_commits(by);
    auto writing = std::async(std::launch::async, [&] { write("INSERT INTO t VALUES (1)"); });
    by.wait_until("query = 'COMMIT' AND wait_event = 'advisory'");
    by.kill_others("query = 'COMMIT'");
    EXPECT_THROW(writing.get(), OutcomeUnknown);
    EXPECT_EQ(rows(), 0);
}

TEST_F(PostgresServerOfItsOwn, ThatDoesNotAnswerACommitInTimeLeavesTheOutcomeUnknown)
{
    Operator by(server->address);
    database_ = open(100);
    slow_down_commits(by);
    EXPECT_THROW(write("INSERT INTO t VALUES (1)"), OutcomeUnknown);
    by.ask("SELECT pg_advisory_unlock(1)");
    by.wait_until_none("query = 'COMMIT'");
    EXPECT_EQ(rows(), 1) << "this time the server went on";
}

TEST_F(PostgresServerOfItsOwn, ThatTellsOfAKeyThatAnotherJustTookIsAskedAgain)
{
    Operator by(server->address);
    int attempts = 0;
    const auto next = [&](Tx& tx) {
        const auto number =
            tx.one<std::int64_t>("SELECT coalesce(max(n), 0) + 1 FROM t WHERE n > 0").value();
        if (++attempts == 1) {
            by.ask("INSERT INTO t VALUES (1)");
        }
        tx.execute("INSERT INTO t VALUES ($1)", number);
        return true;
    };
    database_->write(next);
    EXPECT_EQ(attempts, 2);
    EXPECT_EQ(rows(), 2);
}

// The server says that it committed, and beside it warns that the standby has not.
TEST_F(PostgresServerOfItsOwn, ThatGivesUpOnItsStandbyLeavesTheOutcomeUnknown)
{
    Operator by(server->address);
    by.ask("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    by.ask("SELECT pg_reload_conf()");
    auto writing = std::async(std::launch::async, [&] {
        for (int n = 1; n < 2'000;
             ++n) { // the first ones may come before the server has read its settings
            write("INSERT INTO t VALUES (" + std::to_string(n) + ")");
        }
    });
    by.wait_until("wait_event = 'SyncRep'");
    by.ask("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    // Back to one server before the loop is asked, so that a client that takes the warning for a
    // yes ends too.
    by.ask("ALTER SYSTEM RESET synchronous_standby_names");
    by.ask("SELECT pg_reload_conf()");
    EXPECT_THROW(writing.get(), OutcomeUnknown);
    EXPECT_GE(rows(), 1) << "this time it had been committed";
}

// Each sees the other's account full and empties its own: only one may, or both are run one after
// the other.
TEST_F(PostgresServerOfItsOwn, RunsATransactionAgainThatAnotherOneDisturbed)
{
    write("INSERT INTO t VALUES (100), (200)");
    std::barrier both(2);
    std::atomic<int> attempts = 0;
    const auto withdraw = [&](int n) {
        bool first = true;
        database_->write([&](Tx& tx) {
            ++attempts;
            const auto left = tx.one<int>("SELECT count(*) FROM t").value();
            if (std::exchange(first, false)) {
                both.arrive_and_wait();
            }
            if (left < 2) {
                return false;
            }
            tx.execute("DELETE FROM t WHERE n = $1", n);
            return true;
        });
    };
    std::jthread other(withdraw, 100);
    withdraw(200);
    other.join();
    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(attempts, 3);
}

TEST_F(PostgresServerOfItsOwn, IsNeverLeftWithAnOpenTransaction)
{
    struct Own {};
    EXPECT_THROW(database_->write([](Tx& tx) -> bool {
        tx.execute("INSERT INTO t VALUES (1)");
        throw Own();
    }),
        Own);
    EXPECT_THROW(database_->look([](Tx& tx) { tx.execute("SELECT nonsense"); }), Failure);
    EXPECT_THROW(write("INSERT INTO t VALUES (NULL)"), ConstraintFailure);
    database_->write([](Tx& tx) {
        tx.execute("INSERT INTO t VALUES (1)");
        return false;
    });
    Operator by(server->address);
    EXPECT_EQ(
        by.ask("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"),
        "0");
    EXPECT_EQ(
        by.ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'xieshang'"), "1")
        << "one was enough";
}

TEST_F(PostgresServerOfItsOwn, IsMadeToSyncWhateverItsDefault)
{
    Operator by(server->address);
    by.ask("ALTER ROLE xieshang SET synchronous_commit = off");
    database_ = open();
    const auto setting = [&] {
        return database_->read([](Tx& tx) {
            return tx.one<std::string>("SELECT current_setting('synchronous_commit')");
        });
    };
    EXPECT_EQ(setting(), "on");
    by.ask("ALTER ROLE xieshang SET synchronous_commit = remote_apply");
    database_ = open();
    EXPECT_EQ(setting(), "remote_apply");
    by.ask("ALTER ROLE xieshang RESET synchronous_commit");
}

} // namespace xieshang::db
