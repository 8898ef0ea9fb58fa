// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/catalog.h"

#include "tests/support/databases.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>

namespace xieshang::db {
namespace {

class Catalog : public tests::OnEveryDatabase {};

TEST_P(Catalog, NamesEachTableBehindThoseThatItsKeysName)
{
    const auto tables = db().read([&](Tx& tx) { return tables_of(tx, db().engine()); });
    const auto place = [&](std::string_view name) {
        const auto found = std::find_if(
            tables.begin(), tables.end(), [&](const Table& table) { return table.name == name; });
        EXPECT_NE(found, tables.end()) << name;
        return found - tables.begin();
    };
    EXPECT_LT(place("event"), place("event_content"));
    EXPECT_LT(place("plan_document"), place("plan"));
    EXPECT_LT(place("plan"), place("topic"));
    EXPECT_LT(place("topic"), place("topic_body"));
    place("schema_version");
}

TEST_P(Catalog, SaysKindAndKeyOfEachColumn)
{
    const auto tables = db().read([&](Tx& tx) { return tables_of(tx, db().engine()); });
    const auto content = std::find_if(tables.begin(), tables.end(),
        [](const Table& table) { return table.name == "event_content"; });
    ASSERT_NE(content, tables.end());
    ASSERT_EQ(content->columns.size(), 3U);
    EXPECT_EQ(content->columns[0].kind, ColumnKind::integer);
    EXPECT_EQ(content->columns[0].key, 1);
    EXPECT_EQ(content->columns[1].kind, ColumnKind::blob);
    EXPECT_EQ(content->columns[2].kind, ColumnKind::text);
    EXPECT_EQ(content->columns[2].key, 0);
    EXPECT_EQ(select_all(*content),
        "SELECT \"sequence\", \"salt\", \"content\" FROM \"event_content\" ORDER BY \"sequence\"");
}

TEST_P(Catalog, FindsNothingWrongInASoundDatabase)
{
    EXPECT_THAT(
        db().read([&](Tx& tx) { return self_check(tx, db().engine()); }), testing::IsEmpty());
}

ON_EVERY_DATABASE(Catalog);

TEST(SqliteToLook, SeesWhatIsCommittedBesideTheWriterAndLeavesTheLogAlone)
{
    const tests::TemporaryFolder folder;
    const auto path = folder / "x.db";
    EXPECT_THROW(open_sqlite_to_look(path), Failure) << "there is nothing to look at";
    auto writing = open_sqlite({.path = path});
    const auto write = [&](std::string_view sql) {
        writing->write([&](Tx& tx) {
            tx.execute(sql);
            return true;
        });
    };
    write("CREATE TABLE t (n INTEGER)");
    const auto log = [&] { return std::filesystem::file_size(path + "-wal"); };
    const auto before = log();
    for (int round = 0; round < 3; ++round) {
        const auto looking = open_sqlite_to_look(path);
        write("INSERT INTO t VALUES (1)");
        EXPECT_EQ(
            looking->read([](Tx& tx) { return tx.one<int>("SELECT count(*) FROM t").value(); }),
            round + 1);
        EXPECT_THROW(looking->write([](Tx&) { return true; }), std::logic_error);
        EXPECT_THROW(looking->look([](Tx& tx) { tx.execute("DELETE FROM t"); }), Failure);
    }
    EXPECT_GT(log(), before) << "a look has moved the log into the file";
    writing.reset();
    EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST(SqliteToLook, FindsADamagedPage)
{
    const tests::TemporaryFolder folder;
    const auto path = folder / "x.db";
    open_sqlite({.path = path})->write([](Tx& tx) {
        tx.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, x TEXT)");
        for (int n = 0; n < 100; ++n) {
            tx.execute("INSERT INTO t VALUES ($1, $2)", n, std::string(200, 'x'));
        }
        return true;
    });
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(2 * 4096 + 3); // the header of a page of the table
    file.write("\xff\xff\xff", 3);
    file.close();
    const auto looking = open_sqlite_to_look(path);
    EXPECT_FALSE(looking->read([](Tx& tx) { return self_check(tx, "sqlite"); }).empty());
}

} // namespace
} // namespace xieshang::db
