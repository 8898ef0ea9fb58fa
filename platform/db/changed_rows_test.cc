// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/changed_rows.h"

#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::db {
namespace {

using testing::ElementsAre;

class ChangingManyRows : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        db().write([](Tx& tx) {
            tx.execute("CREATE TABLE leaf (tree TEXT, number BIGINT, words TEXT, "
                       "version BIGINT NOT NULL)");
            for (std::int64_t number = 1; number <= 6; ++number) {
                tx.execute("INSERT INTO leaf VALUES ('oak', $1, 'green', 1)", number);
            }
            return true;
        });
    }

    // The first so many: whether all were as they had been read.
    bool change(std::int64_t count, std::int64_t version_of_last, const std::string& words)
    {
        bool all = false;
        db().write([&](Tx& tx) {
            ChangedRows rows("leaf", {"tree", "number"}, {"words", "version"});
            for (std::int64_t number = 1; number <= count; ++number) {
                const std::int64_t before = number == count ? version_of_last : 1;
                const auto kept = number == 2 ? std::optional<std::string>() : std::optional(words);
                rows.add(std::string("oak"), number, before, kept, before + 1);
            }
            all = rows.write(tx);
            EXPECT_TRUE(rows.write(tx)) << "none are left";
            return true;
        });
        return all;
    }
    std::vector<std::string> words()
    {
        return db().read([](Tx& tx) {
            return tx.all<std::string>(
                "SELECT coalesce(words, 'none') || ' ' || version FROM leaf ORDER BY number");
        });
    }
};
ON_EVERY_DATABASE(ChangingManyRows);

TEST_P(ChangingManyRows, SetsThemByTheirKeys)
{
    EXPECT_TRUE(change(5, 1, "a\\b\n红"));
    EXPECT_THAT(words(),
        ElementsAre("a\\b\n红 2", "none 2", "a\\b\n红 2", "a\\b\n红 2", "a\\b\n红 2", "green 1"));
    EXPECT_TRUE(change(1, 2, "brown"));
    EXPECT_EQ(words().front(), "brown 3");
}

TEST_P(ChangingManyRows, LeavesAsItIsWhatHasAnotherVersion)
{
    EXPECT_FALSE(change(6, 7, "brown"));
    EXPECT_EQ(words().back(), "green 1");
    EXPECT_FALSE(change(1, 7, "brown")); // one by itself, too
}

} // namespace
} // namespace xieshang::db
