// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/record/record.h"

#include "platform/crypto/crypto.h"
#include "platform/record/audit.h"
#include "platform/record/many_events.h"
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

    void unlock() // as whoever may write the file can
    {
        db().write([&](xieshang::db::Tx& tx) {
            tx.execute(db().engine() == "sqlite"
                    ? "DROP TRIGGER event_is_never_changed"
                    : "ALTER TABLE event DISABLE TRIGGER event_is_never_changed");
            return true;
        });
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

TEST_P(Record, HoldsManyEventsOfAVerbAsItHoldsThemOneByOne)
{
    append_one();
    db().write([&](xieshang::db::Tx& tx) {
        ManyEvents events(random_);
        for (int i = 0; i < 50; ++i) {
            const auto receipt = events.append(tx, {"p1", "王小协", 1}, {1000 + i},
                {"person.add", "person", std::to_string(i), 1, R"({"name":"某\\\t"})"});
            EXPECT_EQ(receipt.sequence, i + 2);
        }
        events.write(tx);
        EXPECT_EQ(append(tx, {}, {}, random_, {"plan.edit", "plan", "id", 1, "{}"}).sequence, 52);
        return true;
    });
    const auto audit =
        db().read([](xieshang::db::Tx& tx) { return audit_events(tx, [](auto) {}); });
    EXPECT_EQ(audit.events, 52);
    EXPECT_EQ(audit.misfits, std::vector<Misfit>{});
    EXPECT_EQ(append_one().sequence, 53);
}

TEST_P(Record, CommitsToSaltAndWhoWhenWhatAndCanonicalContent)
{
    const auto receipt = append_one(R"({ "b" : 1, "a" : "养老" })");
    const auto salt = db().read([](xieshang::db::Tx& tx) {
        return tx.one<xieshang::db::Blob>("SELECT salt FROM event_content").value();
    });
    EXPECT_EQ(receipt.commitment,
        crypto::sha256_hex(
            salt.bytes + R"([1,1000,"p1","1","plan.edit","plan","id",2,{"a":"养老","b":1}])"));
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

// ---- inspection ---------------------------------------------------------------------------------

TEST_P(Record, FitsItselfAsLongAsNobodyTouchesIt)
{
    append_one();
    append_one();
    const auto audit =
        db().read([](xieshang::db::Tx& tx) { return audit_events(tx, [](auto) {}); });
    EXPECT_EQ(audit.events, 2);
    EXPECT_EQ(audit.misfits, std::vector<Misfit>{});
}

TEST_P(Record, BetraysEachChangeBehindItsBack)
{
    for (int n = 0; n < 5; ++n) {
        append_one();
    }
    db().write([&](xieshang::db::Tx& tx) {
        const bool sqlite = db().engine() == "sqlite";
        tx.execute("UPDATE event_content SET content = replace(content, '盘', '旁') WHERE "
                   "sequence = 1");
        tx.execute("UPDATE event_content SET salt = $1 WHERE sequence = 2",
            xieshang::db::Blob{std::string(32, 'x')});
        tx.execute("UPDATE event_content SET content = 'no JSON' WHERE sequence = 3");
        tx.execute("DELETE FROM event_content WHERE sequence >= 4");
        tx.execute(sqlite ? "DROP TRIGGER event_is_never_deleted"
                          : "ALTER TABLE event DISABLE TRIGGER event_is_never_changed");
        return true;
    });
    db().write([&](xieshang::db::Tx& tx) {
        tx.execute("DELETE FROM event WHERE sequence = 4");
        return true;
    });
    const auto audit =
        db().read([](xieshang::db::Tx& tx) { return audit_events(tx, [](auto) {}); });
    EXPECT_EQ(audit.misfits,
        (std::vector<Misfit>{{"check.commitment", "event", "1"}, {"check.commitment", "event", "2"},
            {"check.commitment", "event", "3"},
            {"check.gap", "event", "5", {{"from", "4"}, {"to", "4"}}},
            {"check.no_content", "event_content", "5"}}));
}

TEST_P(Record, BetraysEachChangeOfWhoWhenAndWhat)
{
    append_one();
    unlock();
    for (const std::string change :
        {"at_ms = at_ms + 1", "actor_id = 'p2'", "actor_roles = 3", "action = 'plan.discard'",
            "subject_kind = 'topic'", "subject_id = 'other'", "subject_version = 3"}) {
        db().write([&](xieshang::db::Tx& tx) {
            tx.execute("UPDATE event SET " + change);
            EXPECT_EQ(audit_events(tx, [](auto) {}).misfits,
                (std::vector<Misfit>{{"check.commitment", "event", "1"}}))
                << change;
            return false;
        });
    }
}

TEST_P(Record, AcceptsAnEventFromBeforeWhoWhenAndWhatWereCovered)
{
    append_one();
    unlock();
    db().write([&](xieshang::db::Tx& tx) {
        const auto salt = tx.one<xieshang::db::Blob>("SELECT salt FROM event_content").value();
        const auto content = tx.one<std::string>("SELECT content FROM event_content").value();
        tx.execute("UPDATE event SET commitment = $1", crypto::sha256_hex(salt.bytes + content));
        EXPECT_EQ(audit_events(tx, [](auto) {}).misfits, std::vector<Misfit>{});
        tx.execute("UPDATE event_content SET content = replace(content, '盘', '旁')");
        EXPECT_EQ(audit_events(tx, [](auto) {}).misfits,
            (std::vector<Misfit>{{"check.commitment", "event", "1"}}));
        return false;
    });
}

ON_EVERY_DATABASE(Record);

} // namespace
} // namespace xieshang::record
