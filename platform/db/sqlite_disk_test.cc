// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What becomes of transactions on SQLite's disk: one sync for many, none without, and none on a
// disk that fails.
#include "platform/db/faulty_disk.h"
#include "tests/support/databases.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <latch>
#include <sys/mount.h>
#include <thread>

namespace xieshang::db {

class SqliteDisk : public testing::Test {
protected:
    struct NoFailure {};

    void SetUp() override
    {
        reopen();
        insert(0, "CREATE TABLE t (n INTEGER PRIMARY KEY)");
    }

    void reopen()
    {
        database_.reset();
        database_ = open_sqlite({.path = folder_ / "x.db"});
    }
    void insert(int n, const std::string& sql = "INSERT INTO t VALUES ($1)")
    {
        database_->write([&](Tx& tx) {
            n == 0 ? tx.execute(sql) : tx.execute(sql, n);
            return true;
        });
    }
    std::vector<int> kept()
    {
        return database_->read([](Tx& tx) { return tx.all<int>("SELECT n FROM t ORDER BY n"); });
    }

    // A first job holds the writer until all the others wait, so that they make one batch.
    // Gives how many ended with an exception of the kind.
    template <class Kind = NoFailure>
    int write_together(
        int count, const std::function<void()>& when_together = [] {})
    {
        std::latch held(1);
        std::atomic<int> failures = 0;
        std::vector<std::jthread> running;
        running.emplace_back([&] {
            database_->write([&](Tx&) {
                held.count_down();
                while (database_->write_statistics().waiting < count + 1) {
                    std::this_thread::yield();
                }
                when_together();
                return false;
            });
        });
        held.wait();
        for (int n = 1; n <= count; ++n) {
            running.emplace_back([&, n] {
                try {
                    database_->write([&](Tx& tx) {
                        insert_(tx, n);
                        return true;
                    });
                } catch (const Kind&) {
                    ++failures;
                } catch (const Failure& other) {
                    ADD_FAILURE() << other.what();
                }
            });
        }
        running.clear();
        return failures;
    }

    FaultyDisk disk_;
    tests::TemporaryFolder folder_;
    std::unique_ptr<Database> database_;
    std::function<void(Tx&, int)> insert_ = [](Tx& tx, int n) {
        tx.execute("INSERT INTO t VALUES ($1)", n);
    }; // what writes together
};

TEST_F(SqliteDisk, IsSyncedOnceForManyWriters)
{
    const auto before = database_->write_statistics();
    const int syncs_before = disk_.log_syncs;
    constexpr int writers = 60;
    EXPECT_EQ(write_together(writers), 0);
    const auto after = database_->write_statistics();
    EXPECT_EQ(after.transactions - before.transactions, writers);
    EXPECT_EQ(after.batches - before.batches, 1);
    EXPECT_EQ(disk_.log_syncs - syncs_before, 1);
    EXPECT_EQ(after.waiting, 0);
    EXPECT_EQ(kept().size(), 60U);
}

TEST_F(SqliteDisk, IsSyncedBeforeAnybodyIsAnswered)
{
    std::promise<void> reached;
    std::promise<void> may_go;
    disk_.before_log_sync = [&] {
        reached.set_value();
        may_go.get_future().wait();
    };
    auto answer = std::async(std::launch::async, [&] { insert(1); });
    if (reached.get_future().wait_for(std::chrono::seconds(30)) != std::future_status::ready) {
        disk_.before_log_sync = nullptr;
        FAIL() << "nothing was synced";
    }
    EXPECT_EQ(answer.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
    EXPECT_EQ(kept(), std::vector<int>{}) << "nor seen by a reader";
    may_go.set_value();
    answer.get();
    disk_.before_log_sync = nullptr;
    EXPECT_EQ(kept(), std::vector<int>{1});
}

TEST_F(SqliteDisk, ThatIsFullTakesNothingAndWorksAgainWithRoom)
{
    insert(1000);
    EXPECT_EQ(write_together<DiskFull>(20, [this] { disk_.full = true; }), 20);
    EXPECT_EQ(kept(), std::vector<int>{1000});
    EXPECT_THROW(insert(1001), DiskFull);
    disk_.full = false;
    insert(1002);
    reopen();
    EXPECT_EQ(kept(), (std::vector<int>{1000, 1002}));
}

TEST_F(SqliteDisk, ThatFailsToSyncLeavesTheOutcomeUnknown)
{
    insert(1000);
    EXPECT_EQ(write_together<OutcomeUnknown>(20, [this] { disk_.sync_fails = true; }), 20);
    EXPECT_THROW(insert(1001), Unavailable)
        << "nothing is tried on a disk that cannot sync what is there";
    disk_.sync_fails = false;
    insert(1002);
    EXPECT_EQ(kept(), (std::vector<int>{1000, 1002}));
    reopen();
    EXPECT_EQ(kept(), (std::vector<int>{1000, 1002})) << "what was once seen stays";
}

TEST_F(SqliteDisk, LetsOneOfABatchFailAlone)
{
    insert(0, "CREATE TABLE later (n INTEGER REFERENCES t (n) DEFERRABLE INITIALLY DEFERRED)");
    insert(7);
    const auto before = database_->write_statistics();
    EXPECT_EQ(write_together<ConstraintFailure>(50), 1) << "the seventh";
    EXPECT_EQ(kept().size(), 50U);
    // the statement that leads nowhere is fine by itself: COMMIT would refuse it, and with it the
    // batch
    insert_ = [](Tx& tx, int n) {
        tx.execute("INSERT INTO t VALUES ($1)", n + 100);
        tx.execute("INSERT INTO later VALUES ($1)", n == 13 ? 1'000 : n + 100);
    };
    EXPECT_EQ(write_together<ConstraintFailure>(50), 1) << "the thirteenth";
    EXPECT_EQ(kept().size(), 99U);
    EXPECT_EQ(database_->write_statistics().batches - before.batches, 2);
}

TEST_F(SqliteDisk, ThatIsReallyFull)
{
    const std::string small = folder_ / "small";
    std::filesystem::create_directory(small);
    if (mount("xieshang-test", small.c_str(), "tmpfs", 0, "size=1m") != 0) {
        GTEST_SKIP() << "mounting a small tmpfs is not permitted here";
    }
    auto database = open_sqlite({.path = small + "/x.db"});
    const auto write = [&](const std::string& sql, std::size_t size) {
        database->write([&](Tx& tx) {
            size == 0 ? tx.execute(sql) : tx.execute(sql, std::string(size, 'x'));
            return true;
        });
    };
    const auto count = [&] {
        return database->read([](Tx& tx) { return tx.one<int>("SELECT count(*) FROM t").value(); });
    };
    write("CREATE TABLE t (x TEXT)", 0);
    std::ofstream(small + "/ballast") << std::string(300'000, 'x');
    int kept_rows = 0;
    EXPECT_THROW(
        for (; kept_rows < 1'000; ++kept_rows) { write("INSERT INTO t VALUES ($1)", 20'000); },
        DiskFull);
    EXPECT_EQ(count(), kept_rows);
    EXPECT_THROW(write("INSERT INTO t VALUES ($1)", 1'000'000), DiskFull)
        << "found out before COMMIT";
    std::filesystem::remove(small + "/ballast");
    write("INSERT INTO t VALUES ($1)", 20'000);
    EXPECT_EQ(count(), kept_rows + 1);
    database.reset();
    umount(small.c_str());
}

TEST_F(SqliteDisk, DoesNotFillWithTheLog)
{
    insert(0, "CREATE TABLE big (x TEXT)");
    for (int round = 0; round < 60; ++round) {
        database_->write([&](Tx& tx) {
            tx.execute("DELETE FROM big");
            tx.execute("INSERT INTO big VALUES ($1)", std::string(400'000, 'x'));
            return true;
        });
    }
    // 60 rounds write 24 MB; the log starts anew when 4 MB of it are in the file
    EXPECT_LT(std::filesystem::file_size(folder_ / "x.db-wal"), 12'000'000U);
}

} // namespace xieshang::db
