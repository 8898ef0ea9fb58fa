// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/record/record.h"

#include "platform/crypto/crypto.h"
#include "tests/support/databases.h"

#include <gtest/gtest.h>

namespace xieshang::record {
namespace {

class Record : public tests::OnEveryDatabase {
protected:
    Receipt append_one(const std::string& content = R"({"title":"盘活低效用地"})")
    {
        return db()
            .transact([&](xieshang::db::Tx& tx) -> base::Result<Receipt> {
                return append(tx, {"p1", "王小协", 1}, {1000}, random_,
                    {"plan.edit", "plan", "id", 2, content});
            })
            .value();
    }

    base::SeededRandom random_{7};
};

TEST_P(Record, CountsWithoutGapsEvenWhenAChangeIsRolledBack)
{
    EXPECT_EQ(append_one().sequence, 1);
    const auto refused = db().transact([&](xieshang::db::Tx& tx) -> base::Result<Receipt> {
        append(tx, {}, {}, random_, {"plan.edit", "plan", "id", 1, "{}"});
        return base::refuse("plan.stale");
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(append_one().sequence, 2);
}

TEST_P(Record, CommitsToSaltAndCanonicalContent)
{
    const auto receipt = append_one(R"({ "b" : 1, "a" : "养老" })");
    const auto salt = db().read([](xieshang::db::Tx& tx) {
        return tx.one<xieshang::db::Blob>("SELECT salt FROM event_content").value();
    });
    EXPECT_EQ(receipt.commitment, commitment_of(salt.bytes, R"({"a":"养老","b":1})"));
    EXPECT_EQ(receipt.commitment, crypto::sha256_hex(salt.bytes + R"({"a":"养老","b":1})"));
}

TEST_P(Record, GivesTheSameContentAnotherCommitmentEachTime)
{
    EXPECT_NE(append_one().commitment, append_one().commitment);
}

TEST_P(Record, RefusesToBeChangedOrDeleted)
{
    append_one();
    for (const auto* sql : {"UPDATE event SET action = 'plan.nothing'", "DELETE FROM event"}) {
        EXPECT_THROW(db().transact([&](xieshang::db::Tx& tx) -> base::Result<std::int64_t> {
            return tx.execute(sql);
        }),
            xieshang::db::Failure)
            << sql;
    }
}

TEST_P(Record, KeepsItsProofWhenContentIsLawfullyDeleted)
{
    const auto receipt = append_one();
    const auto kept = db().transact([&](xieshang::db::Tx& tx) -> base::Result<std::string> {
        tx.execute("DELETE FROM event_content WHERE sequence = $1", receipt.sequence);
        return tx
            .one<std::string>("SELECT commitment FROM event WHERE sequence = $1", receipt.sequence)
            .value();
    });
    EXPECT_EQ(kept, receipt.commitment);
}

ON_EVERY_DATABASE(Record);

} // namespace
} // namespace xieshang::record
