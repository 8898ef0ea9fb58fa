// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is SQLite's own: the file and its owner, and what happens when the disk fails, shown with a VFS that
// stands between SQLite and the disk.
#include "tests/support/databases.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <latch>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace xieshang::db {

namespace {

// The disk below the log: counts what is synced, fails or waits when it is told to.
struct Disk {
    std::atomic<int> log_syncs = 0;
    std::atomic<bool> sync_fails = false;
    std::atomic<bool> full = false;
    std::function<void()> before_log_sync; // set while nothing runs
};
Disk disk;

struct DiskFile {
    sqlite3_file base;
    bool is_log;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
DiskFile* of(sqlite3_file* file) { return reinterpret_cast<DiskFile*>(file); }

template <auto method, class... Args>
int pass(sqlite3_file* file, Args... args)
{
    return (of(file)->real()->pMethods->*method)(of(file)->real(), args...);
}

int write_to(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    return disk.full ? SQLITE_FULL : pass<&sqlite3_io_methods::xWrite>(file, bytes, count, at);
}

int sync(sqlite3_file* file, int flags)
{
    if (of(file)->is_log) {
        ++disk.log_syncs;
        if (disk.before_log_sync) {
            disk.before_log_sync();
        }
    }
    return disk.sync_fails ? SQLITE_IOERR_FSYNC : pass<&sqlite3_io_methods::xSync>(file, flags);
}

void barrier(sqlite3_file* file) { of(file)->real()->pMethods->xShmBarrier(of(file)->real()); }

const sqlite3_io_methods methods{2, pass<&sqlite3_io_methods::xClose>, pass<&sqlite3_io_methods::xRead>, write_to,
    pass<&sqlite3_io_methods::xTruncate>, sync, pass<&sqlite3_io_methods::xFileSize>, pass<&sqlite3_io_methods::xLock>,
    pass<&sqlite3_io_methods::xUnlock>, pass<&sqlite3_io_methods::xCheckReservedLock>,
    pass<&sqlite3_io_methods::xFileControl>, pass<&sqlite3_io_methods::xSectorSize>,
    pass<&sqlite3_io_methods::xDeviceCharacteristics>, pass<&sqlite3_io_methods::xShmMap>,
    pass<&sqlite3_io_methods::xShmLock>, barrier, pass<&sqlite3_io_methods::xShmUnmap>, nullptr, nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out)
{
    auto* below = static_cast<sqlite3_vfs*>(vfs->pAppData);
    of(file)->is_log = (flags & SQLITE_OPEN_WAL) != 0;
    const int code = below->xOpen(below, name, of(file)->real(), flags, out);
    file->pMethods = of(file)->real()->pMethods == nullptr ? nullptr : &methods;
    return code;
}

class FaultyDisk { // in place while it lives
public:
    FaultyDisk() : below_(sqlite3_vfs_find(nullptr)), vfs_(*below_)
    {
        vfs_.zName = "faulty";
        vfs_.szOsFile += static_cast<int>(sizeof(DiskFile));
        vfs_.pAppData = below_; // the unix VFS keeps its own data there, and finds it through `below_`
        vfs_.xOpen = open_file;
        vfs_.xDelete = [](sqlite3_vfs* vfs, const char* name, int sync_folder) {
            return down(vfs)->xDelete(down(vfs), name, sync_folder);
        };
        vfs_.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) {
            return down(vfs)->xAccess(down(vfs), name, flags, out);
        };
        vfs_.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
            return down(vfs)->xFullPathname(down(vfs), name, size, out);
        };
        sqlite3_vfs_register(&vfs_, 1);
    }
    ~FaultyDisk()
    {
        sqlite3_vfs_unregister(&vfs_);
        sqlite3_vfs_register(below_, 1);
        disk.sync_fails = disk.full = false;
        disk.before_log_sync = nullptr;
    }
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

private:
    static sqlite3_vfs* down(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

    sqlite3_vfs* below_;
    sqlite3_vfs vfs_;
};

std::string reason_of(const std::function<void()>& work)
{
    try {
        work();
        return "";
    } catch (const std::exception& trouble) {
        return trouble.what();
    }
}

} // namespace

class SqliteFile : public testing::Test {
protected:
    std::string path(const std::string& name = "x.db") { return folder_ / name; }
    std::string refusal(const std::string& at)
    {
        return reason_of([&] { open_sqlite({.path = at}); });
    }

    tests::TemporaryFolder folder_;
};

TEST_F(SqliteFile, HasOneOwner)
{
    auto owner = open_sqlite({.path = path()});
    EXPECT_THAT(refusal(path()), testing::StartsWith("database_in_use"));
    owner.reset();
    EXPECT_EQ(refusal(path()), "");
}

TEST_F(SqliteFile, IsRefusedWhenAnotherProgramWritesIt)
{
    open_sqlite({.path = path()});
    sqlite3* other = nullptr;
    sqlite3_open(path().c_str(), &other);
    sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    EXPECT_THAT(refusal(path()), testing::HasSubstr("used by another program"));
    sqlite3_close(other);
    EXPECT_EQ(refusal(path()), "");
}

TEST_F(SqliteFile, IsPrivate)
{
    const auto database = open_sqlite({.path = path()});
    struct stat status {};
    for (const char* ending : {"", "-wal", "-shm", ".lock"}) {
        ASSERT_EQ(stat((path() + ending).c_str(), &status), 0) << ending;
        EXPECT_EQ(status.st_mode & 0077, 0U) << ending;
    }
}

TEST_F(SqliteFile, IsRefusedWithItsReason)
{
    EXPECT_THAT(refusal(path("absent/x.db")), testing::HasSubstr("No such file or directory"));
    std::ofstream(path()) << std::string(4096, 'x');
    EXPECT_THAT(refusal(path()), testing::HasSubstr("not a SQLite database"));
    std::filesystem::create_directory(path("folder.db"));
    EXPECT_THAT(refusal(path("folder.db")), testing::HasSubstr("cannot open the database"));
}

TEST_F(SqliteFile, IsRefusedInAFolderThatCannotBeWritten)
{
    std::filesystem::permissions(folder_.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec
            | std::filesystem::perms::others_read | std::filesystem::perms::others_exec);
    const bool root = geteuid() == 0;
    if (root) { // whom no permission stops
        ASSERT_EQ(seteuid(65534), 0);
    }
    const std::string why = refusal(path());
    if (root) {
        ASSERT_EQ(seteuid(0), 0);
    }
    EXPECT_THAT(why, testing::HasSubstr("Permission denied"));
    EXPECT_THAT(why, testing::HasSubstr(path()));
}

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
    int write_together(int count, const std::function<void()>& when_together = [] {})
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
                    insert(n);
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

    FaultyDisk faulty_;
    tests::TemporaryFolder folder_;
    std::unique_ptr<Database> database_;
};

TEST_F(SqliteDisk, IsSyncedOnceForManyWriters)
{
    const auto before = database_->write_statistics();
    const int syncs_before = disk.log_syncs;
    constexpr int writers = 60;
    EXPECT_EQ(write_together(writers), 0);
    const auto after = database_->write_statistics();
    EXPECT_EQ(after.transactions - before.transactions, writers);
    EXPECT_EQ(after.batches - before.batches, 1);
    EXPECT_EQ(disk.log_syncs - syncs_before, 1);
    EXPECT_EQ(after.waiting, 0);
    EXPECT_EQ(kept().size(), 60U);
}

TEST_F(SqliteDisk, IsSyncedBeforeAnybodyIsAnswered)
{
    std::promise<void> reached;
    std::promise<void> may_go;
    disk.before_log_sync = [&] {
        reached.set_value();
        may_go.get_future().wait();
    };
    auto answer = std::async(std::launch::async, [&] { insert(1); });
    reached.get_future().wait();
    EXPECT_EQ(answer.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
    EXPECT_EQ(kept(), std::vector<int>{}) << "nor seen by a reader";
    may_go.set_value();
    answer.get();
    disk.before_log_sync = nullptr;
    EXPECT_EQ(kept(), std::vector<int>{1});
}

TEST_F(SqliteDisk, ThatIsFullTakesNothingAndWorksAgainWithRoom)
{
    insert(1000);
    EXPECT_EQ(write_together<DiskFull>(20, [] { disk.full = true; }), 20);
    EXPECT_EQ(kept(), std::vector<int>{1000});
    EXPECT_THROW(insert(1001), DiskFull);
    disk.full = false;
    insert(1002);
    reopen();
    EXPECT_EQ(kept(), (std::vector<int>{1000, 1002}));
}

TEST_F(SqliteDisk, ThatFailsToSyncLeavesTheOutcomeUnknown)
{
    insert(1000);
    EXPECT_EQ(write_together<OutcomeUnknown>(20, [] { disk.sync_fails = true; }), 20);
    EXPECT_THROW(insert(1001), Unavailable) << "nothing is tried on a disk that cannot sync what is there";
    disk.sync_fails = false;
    insert(1002);
    EXPECT_EQ(kept(), (std::vector<int>{1000, 1002}));
    reopen();
    EXPECT_EQ(kept(), (std::vector<int>{1000, 1002})) << "what was once seen stays";
}

TEST_F(SqliteDisk, LetsOneOfABatchFailAlone)
{
    const auto before = database_->write_statistics();
    insert(7);
    EXPECT_EQ(write_together<ConstraintFailure>(50), 1) << "the seventh";
    EXPECT_EQ(kept().size(), 50U);
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
        for (; kept_rows < 1'000; ++kept_rows) { write("INSERT INTO t VALUES ($1)", 20'000); }, DiskFull);
    EXPECT_EQ(count(), kept_rows);
    EXPECT_THROW(write("INSERT INTO t VALUES ($1)", 1'000'000), DiskFull) << "found out before COMMIT";
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
