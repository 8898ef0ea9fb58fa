// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/migrations.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

namespace xieshang::db {

TEST(BuiltInMigrations, StandInTheOrderOfTheirNumbers)
{
    const auto migrations = built_in_migrations();
    ASSERT_FALSE(migrations.empty());
    for (std::size_t i = 1; i < migrations.size(); ++i) {
        EXPECT_LT(migrations[i - 1].number, migrations[i].number);
    }
    EXPECT_EQ(migrations.front().name, "0001_record");
    EXPECT_NE(migrations.front().sql.find("CREATE TABLE event"), std::string::npos);
}

TEST(BuiltInMigrations, AreNumberedAcrossFolders)
{
    const auto files = std::to_array<base::EmbeddedFile>(
        {{"features/a/0010_a.sql", "ten"}, {"platform/b/0002_b.sql", "two"}});
    const auto migrations = migrations_in(files);
    ASSERT_EQ(migrations.size(), 2U);
    EXPECT_EQ(migrations[0].number, 2);
    EXPECT_EQ(migrations[0].name, "0002_b");
    EXPECT_EQ(migrations[0].sql, "two");
    EXPECT_EQ(migrations[1].name, "0010_a");
}

TEST(BuiltInMigrations, RefuseANumberThatStandsTwice)
{
    const auto files = std::to_array<base::EmbeddedFile>(
        {{"features/a/0002_a.sql", ""}, {"features/b/0002_b.sql", ""}});
    EXPECT_THROW(migrations_in(files), std::invalid_argument);
}

TEST(BuiltInMigrations, RefuseANameWithoutANumber)
{
    for (const auto* path : {"features/a/members.sql", "0003.sql", "0000_zero.sql"}) {
        const std::array<base::EmbeddedFile, 1> files{{{path, ""}}};
        EXPECT_THROW(migrations_in(files), std::invalid_argument) << path;
    }
}

} // namespace xieshang::db
