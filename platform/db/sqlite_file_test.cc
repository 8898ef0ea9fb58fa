// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The file of a SQLite database, its one owner, and every reason why it cannot be opened.
#include "tests/support/databases.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace xieshang::db {

namespace {

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
    std::filesystem::permissions(folder_.path(),
        std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec
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

TEST_F(SqliteFile, ACommitMovesTheGenerationAndNothingElseDoes)
{
    const auto database = open_sqlite({.path = path()});
    database->write([](Tx& tx) {
        tx.execute("CREATE TABLE one (number INTEGER)");
        return true;
    });
    const auto before = database->generation();
    EXPECT_TRUE(before);
    database->write([](Tx& tx) {
        tx.execute("INSERT INTO one VALUES (1)");
        return false;
    });
    database->read([](Tx& tx) { return tx.one<std::int64_t>("SELECT count(*) FROM one"); });
    EXPECT_EQ(database->generation(), before);
    database->write([&](Tx& tx) {
        tx.execute("INSERT INTO one VALUES (2)");
        EXPECT_EQ(database->generation(), before) << "not yet";
        return true;
    });
    EXPECT_GT(database->generation(), before);
}

} // namespace xieshang::db
