// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a transaction promises, on both engines alike.
#include "platform/db/migration_text.h"
#include "platform/db/new_rows.h"
#include "tests/support/databases.h"

#include <atomic>
#include <latch>
#include <thread>

namespace xieshang::db {

class Transactions : public tests::OnEveryEmptyDatabase {
protected:
    void SetUp() override
    {
        OnEveryEmptyDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto tables = statements_of(
            "CREATE TABLE account (id TEXT PRIMARY KEY, amount {{int}} NOT NULL CHECK (amount >= "
            "0)) {{strict}};"
            "CREATE TABLE part (id TEXT PRIMARY KEY, account_id TEXT REFERENCES account (id), "
            "later_id TEXT REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED) {{strict}}",
            db().engine());
        db().write([&](Tx& tx) {
            for (const auto& table : tables) {
                tx.execute(table);
            }
            tx.execute("INSERT INTO account (id, amount) VALUES ('a', 0)");
            return true;
        });
    }

    void put(Tx& tx, const std::string& id, int amount = 0)
    {
        tx.execute("INSERT INTO account (id, amount) VALUES ($1, $2)", id, amount);
    }

    bool exists(const std::string& id)
    {
        return db()
            .read([&](Tx& tx) {
                return tx.one<std::string>("SELECT id FROM account WHERE id = $1", id);
            })
            .has_value();
    }

    std::int64_t amount()
    {
        return db().read([](Tx& tx) {
            return tx.one<std::int64_t>("SELECT amount FROM account WHERE id = 'a'").value();
        });
    }

    std::optional<ConstraintFailure::Kind> kind_of(const std::string& sql)
    {
        try {
            db().write([&](Tx& tx) {
                tx.execute(sql);
                return true;
            });
        } catch (const ConstraintFailure& failure) {
            return failure.kind;
        }
        return std::nullopt;
    }

    // Runs `work(number)` on that many threads at once; gives how many did not throw.
    static int at_once(int threads, const std::function<void(int)>& work)
    {
        std::latch start(threads);
        std::atomic<int> fine = 0;
        std::vector<std::jthread> running;
        for (int number = 0; number < threads; ++number) {
            running.emplace_back([&, number] {
                start.arrive_and_wait();
                try {
                    work(number);
                    ++fine;
                } catch (const std::exception&) {
                    return;
                }
            });
        }
        running.clear();
        return fine;
    }
};
ON_EVERY_DATABASE(Transactions);

TEST_P(Transactions, StayWithAValueAndVanishWithAnErrorOrAThrow)
{
    const auto kept = db().transact([&](Tx& tx) -> base::Result<int> {
        put(tx, "value");
        return 7;
    });
    EXPECT_EQ(kept, 7);
    const auto refused = db().transact([&](Tx& tx) -> base::Result<int> {
        put(tx, "error");
        return base::refuse("test.no");
    });
    EXPECT_EQ(refused.error().code, "test.no");
    struct Own {};
    EXPECT_THROW(db().write([&](Tx& tx) -> bool {
        put(tx, "throw");
        throw Own();
    }),
        Own);
    EXPECT_TRUE(exists("value"));
    EXPECT_FALSE(exists("error"));
    EXPECT_FALSE(exists("throw"));
}

TEST_P(Transactions, SayWhichRuleOfTheSchemaWasBroken)
{
    using Kind = ConstraintFailure::Kind;
    EXPECT_EQ(kind_of("INSERT INTO account (id, amount) VALUES ('a', 1)"), Kind::unique);
    EXPECT_EQ(kind_of("INSERT INTO account (id, amount) VALUES ('b', NULL)"), Kind::not_null);
    EXPECT_EQ(kind_of("INSERT INTO account (id, amount) VALUES ('b', -1)"), Kind::check);
    EXPECT_EQ(
        kind_of("INSERT INTO part (id, account_id) VALUES ('p', 'nobody')"), Kind::foreign_key);
    EXPECT_EQ(kind_of("INSERT INTO part (id, later_id) VALUES ('p', 'nobody')"), Kind::foreign_key)
        << "seen at COMMIT";
    EXPECT_EQ(kind_of("INSERT INTO part (id, account_id, later_id) VALUES ('p', 'a', 'a')"),
        std::nullopt);
    EXPECT_EQ(kind_of("DELETE FROM account WHERE id = 'a'"), Kind::foreign_key);
}

TEST_P(Transactions, EndWithTheFirstStatementThatFails)
{
    EXPECT_THROW(db().write([&](Tx& tx) {
        put(tx, "before");
        EXPECT_THROW(put(tx, "a"), ConstraintFailure);
        EXPECT_THROW(put(tx, "after"), Failure);
        return true;
    }),
        Failure);
    EXPECT_FALSE(exists("before"));
    EXPECT_FALSE(exists("after"));
    // caught and turned into a refusal: that is how a store uses it
    const auto refused = db().transact([&](Tx& tx) -> base::Result<int> {
        try {
            put(tx, "a");
        } catch (const ConstraintFailure&) {
            return base::refuse("test.taken");
        }
        return 1;
    });
    EXPECT_FALSE(refused.has_value());
}

TEST_P(Transactions, OneThatFailsLeavesTheOthersOfTheMomentAlone)
{
    constexpr int threads = 50;
    const int fine = at_once(threads, [&](int number) {
        db().write([&](Tx& tx) {
            put(tx, "t" + std::to_string(number));
            if (number == 13) {
                throw std::runtime_error("only mine");
            }
            return true;
        });
    });
    EXPECT_EQ(fine, threads - 1);
    for (int number = 0; number < threads; ++number) {
        EXPECT_EQ(exists("t" + std::to_string(number)), number != 13) << number;
    }
}

TEST_P(Transactions, LoseNoUpdate)
{
    constexpr int threads = 64;
    constexpr int times = 5;
    const int fine = at_once(threads, [&](int) {
        for (int time = 0; time < times; ++time) {
            db().write([](Tx& tx) { // reads, thinks, writes: not one atomic statement
                const auto before =
                    tx.one<std::int64_t>("SELECT amount FROM account WHERE id = 'a'").value();
                tx.execute("UPDATE account SET amount = $1 WHERE id = 'a'", before + 1);
                return true;
            });
        }
    });
    EXPECT_EQ(fine, threads);
    EXPECT_EQ(amount(), threads * times);
}

TEST_P(Transactions, LetExactlyOneWinARace)
{
    for (int round = 0; round < 5; ++round) {
        const std::string id = "race" + std::to_string(round);
        EXPECT_EQ(at_once(16,
                      [&](int number) {
                          db().write([&](Tx& tx) {
                              put(tx, id, number);
                              return true;
                          });
                      }),
            1);
    }
}

TEST_P(Transactions, ShowOthersOnlyWhatIsCommitted)
{
    db().write([&](Tx& tx) {
        put(tx, "pending");
        std::jthread([&] {
            EXPECT_FALSE(exists("pending"));
        }).join(); // another thread, another connection
        return true;
    });
    EXPECT_TRUE(exists("pending"));
}

TEST_P(Transactions, GiveAReaderOneViewToTheEnd)
{
    db().look([&](Tx& tx) {
        const auto read = [&] {
            return tx.one<std::int64_t>("SELECT amount FROM account WHERE id = 'a'");
        };
        EXPECT_EQ(read(), 0);
        std::jthread([&] {
            db().write([](Tx& other) {
                other.execute("UPDATE account SET amount = 9 WHERE id = 'a'");
                return true;
            });
        }).join();
        EXPECT_EQ(read(), 0);
    });
    EXPECT_EQ(amount(), 9);
}

TEST_P(Transactions, DoNotWriteWhileLooking)
{
    EXPECT_THROW(db().look([&](Tx& tx) { put(tx, "b"); }), Failure);
    EXPECT_FALSE(exists("b"));
}

TEST_P(Transactions, TakeALookInsideOfThemselvesAsPartOfThem)
{
    db().write([&](Tx& tx) {
        put(tx, "mine");
        EXPECT_TRUE(exists("mine"));
        return true;
    });
    db().look([&](Tx&) { EXPECT_TRUE(exists("mine")); });
}

TEST_P(Transactions, RefuseToWaitForThemselves)
{
    const auto write = [&] { db().write([](Tx&) { return true; }); };
    EXPECT_THROW(db().write([&](Tx&) {
        write();
        return true;
    }),
        std::logic_error);
    EXPECT_THROW(db().look([&](Tx&) { write(); }), std::logic_error);
    write();
}

TEST_P(Transactions, CanBeJoinedByAVerb)
{
    db().write([&](Tx& tx) {
        Joined joined(tx, db().engine());
        const auto inner = joined.transact([&](Tx& same) -> base::Result<int> {
            put(same, "joined");
            return 1;
        });
        EXPECT_EQ(inner, 1);
        return false;
    });
    EXPECT_FALSE(exists("joined"));
}

TEST_P(Transactions, AreCounted)
{
    const auto before = db().write_statistics();
    db().write([&](Tx& tx) {
        put(tx, "b");
        return true;
    });
    db().write([](Tx&) { return false; });
    EXPECT_EQ(db().write_statistics().transactions - before.transactions, 1);
    EXPECT_EQ(db().write_statistics().batches - before.batches, 1);
}

} // namespace xieshang::db
