// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What goes into a column comes out of it, and what does not fit is refused, on both engines alike.
#include "platform/db/migration_text.h"
#include "tests/support/databases.h"

#include <limits>

namespace xieshang::db {

enum class Colour { red, dark_green };
BOOST_DESCRIBE_ENUM(Colour, red, dark_green)

using ThingId = base::Id<struct ThingTag>;

struct Thing {
    ThingId id;
    std::string name;
    std::optional<std::string> note;
    std::int64_t amount{};
    std::optional<int> month;
    double share{};
    bool open{};
    Colour colour{};
    Blob digest;
    base::Instant made_at;

    bool operator==(const Thing&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    Thing, (), (id, name, note, amount, month, share, open, colour, digest, made_at))

struct NameOnly {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NameOnly, (), (name))

struct Misnamed {
    std::string nome;
};
BOOST_DESCRIBE_STRUCT(Misnamed, (), (nome))

class Values : public tests::OnEveryEmptyDatabase {
protected:
    void SetUp() override
    {
        OnEveryEmptyDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto table =
            statements_of("CREATE TABLE thing (id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT, "
                          "amount {{int}} NOT NULL, month {{int}}, share {{real}} NOT NULL, "
                          "open {{bool}} NOT NULL, colour TEXT NOT NULL, digest {{blob}} NOT NULL, "
                          "made_at {{int}} NOT NULL) {{strict}}",
                db().engine());
        write([&](Tx& tx) { tx.execute(table.front()); });
    }

    void write(const std::function<void(Tx&)>& work)
    {
        db().write([&](Tx& tx) {
            work(tx);
            return true;
        });
    }

    void keep(const Thing& thing)
    {
        write([&](Tx& tx) {
            EXPECT_EQ(tx.execute("INSERT INTO thing (id, name, note, amount, month, share, open, "
                                 "colour, digest, made_at) "
                                 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                          thing.id, thing.name, thing.note, thing.amount, thing.month, thing.share,
                          thing.open, thing.colour, thing.digest, thing.made_at),
                1);
        });
    }

    std::optional<Thing> find(const std::string& id)
    {
        return db().read(
            [&](Tx& tx) { return tx.one<Thing>("SELECT * FROM thing WHERE id = $1", id); });
    }

    template <class T>
    T single(std::string_view sql)
    {
        return db().read([&](Tx& tx) { return tx.one<T>(sql).value(); });
    }

    template <class Caught = Failure>
    bool fails(const std::function<void(Tx&)>& work)
    {
        try {
            write(work);
            return false;
        } catch (const Caught&) {
            return true;
        }
    }
};
ON_EVERY_DATABASE(Values);

const Thing plain{{"t1"}, "协商议题 🀄 \"quoted' \\ %", "", 7, 12, 0.1, true, Colour::dark_green,
    {"abc"}, {1'647'216'000'000}};

TEST_P(Values, ComeBackAsTheyWere)
{
    keep(plain);
    EXPECT_EQ(find("t1"), plain);

    Thing other = plain;
    other.id = {"t2"};
    other.name = "";
    other.note = std::nullopt;
    other.month = std::nullopt;
    other.open = false;
    other.colour = Colour::red;
    other.digest = {std::string("\0\xff\0\\x", 5)};
    keep(other);
    EXPECT_EQ(find("t2"), other);
    EXPECT_EQ(find("t3"), std::nullopt);

    const auto backwards = db().read([](Tx& tx) {
        return tx.all<Thing>(
            "SELECT made_at, digest, colour, open, share, month, amount, note, name, id, 1 AS more "
            "FROM thing ORDER BY id");
    });
    EXPECT_EQ(backwards, (std::vector<Thing>{plain, other})) << "columns are found by name";
}

TEST_P(Values, KeepTheirExtremes)
{
    Thing extreme = plain;
    extreme.digest = {""};
    extreme.share = std::numeric_limits<double>::denorm_min();
    extreme.amount = std::numeric_limits<std::int64_t>::min();
    extreme.name = std::string(300'000, 'x') + "末";
    keep(extreme);
    EXPECT_EQ(find("t1"), extreme);
    extreme.id = {"t2"};
    extreme.amount = std::numeric_limits<std::int64_t>::max();
    extreme.share = -std::numeric_limits<double>::max();
    keep(extreme);
    EXPECT_EQ(find("t2"), extreme);
}

TEST_P(Values, AreSingleWhenTheResultHasOneColumn)
{
    keep(plain);
    EXPECT_EQ(single<std::string>("SELECT name FROM thing"), plain.name);
    EXPECT_EQ(single<ThingId>("SELECT id FROM thing"), plain.id);
    EXPECT_EQ(single<Colour>("SELECT colour FROM thing"), Colour::dark_green);
    EXPECT_EQ(single<std::int64_t>("SELECT count(*) FROM thing"), 1);
    EXPECT_EQ(single<std::int64_t>("SELECT sum(amount) FROM thing"), 7);
    EXPECT_EQ(single<double>("SELECT avg(amount) FROM thing"), 7.0);
    EXPECT_EQ(single<bool>("SELECT EXISTS (SELECT 1 FROM thing WHERE open)"), true);
    EXPECT_EQ(single<std::optional<std::string>>("SELECT max(note) FROM thing WHERE id = 'none'"),
        std::nullopt);
    EXPECT_THROW(single<std::string>("SELECT id, name FROM thing"), Failure);
}

TEST_P(Values, CalculateWithSixtyFourBits)
{
    keep(plain);
    const auto found = db().read([&](Tx& tx) {
        return tx.all<std::string>(
            "SELECT id FROM thing WHERE made_at > $1 - 1000 AND (made_at, id) <= ($1, $2) LIMIT $3",
            plain.made_at, "t1", 10);
    });
    EXPECT_EQ(found, std::vector<std::string>{"t1"});
}

TEST_P(Values, MayBeAbsentInAQuestion)
{
    keep(plain);
    const auto count = [&](std::optional<std::string> name) {
        return db().read([&](Tx& tx) {
            return tx.one<std::int64_t>(
                "SELECT count(*) FROM thing WHERE CAST($1 AS TEXT) IS NULL OR name = $1", name);
        });
    };
    EXPECT_EQ(count(std::nullopt), 1);
    EXPECT_EQ(count(plain.name), 1);
    EXPECT_EQ(count("another"), 0);
}

TEST_P(Values, StandWhereTheirNumberSays)
{
    const auto joined = db().read([](Tx& tx) {
        return tx.one<std::string>("SELECT CAST($2 AS TEXT) || $1 || $2", "a", "b");
    });
    EXPECT_EQ(joined, "bab");
}

TEST_P(Values, CompareTextByCaseInLike) { EXPECT_FALSE(single<bool>("SELECT 'ABC' LIKE 'abc'")); }

TEST_P(Values, AreRefusedWhenTheyDoNotFit)
{
    keep(plain);
    EXPECT_THROW(single<Misnamed>("SELECT name FROM thing"), Failure)
        << "a member without its column";
    EXPECT_THROW(single<std::string>("SELECT CAST(NULL AS TEXT)"), Failure) << "NULL";
    EXPECT_THROW(single<std::int64_t>("SELECT name FROM thing"), Failure) << "text as an integer";
    EXPECT_THROW(single<std::string>("SELECT amount FROM thing"), Failure) << "an integer as text";
    EXPECT_THROW(single<Blob>("SELECT name FROM thing"), Failure) << "text as bytes";
    EXPECT_THROW(single<Colour>("SELECT name FROM thing"), Failure) << "a word that is no colour";
    write([](Tx& tx) { tx.execute("UPDATE thing SET amount = 3000000000"); });
    EXPECT_THROW(single<int>("SELECT amount FROM thing"), Failure) << "too large for int";
    EXPECT_EQ(single<NameOnly>("SELECT * FROM thing").name, plain.name)
        << "further columns do no harm";
}

TEST_P(Values, AreRefusedBeforeTheyDoHarm)
{
    const std::string with_nul("a\0b", 3);
    EXPECT_TRUE(fails([&](Tx& tx) { tx.execute("SELECT $1", with_nul); }));
    EXPECT_TRUE(
        fails([](Tx& tx) { tx.execute("SELECT $1", std::numeric_limits<double>::quiet_NaN()); }));
    EXPECT_TRUE(
        fails([](Tx& tx) { tx.execute("SELECT $1", std::numeric_limits<std::uint64_t>::max()); }));
    EXPECT_TRUE(fails([](Tx& tx) { tx.execute("SELECT $1", static_cast<Colour>(9)); }));
    EXPECT_TRUE(fails([](Tx& tx) { tx.execute("SELECT $1", "one", "too many"); }));
    EXPECT_TRUE(fails([](Tx& tx) { tx.execute("SELECT $1 || $2", "too few"); }));
    EXPECT_TRUE(fails([](Tx& tx) { tx.execute("SELECT 1; SELECT 2"); })) << "two statements";
    EXPECT_TRUE(fails([](Tx& tx) { tx.execute("SELECT \"no_such_name\""); }))
        << "a name in quotes is never a text";
}

TEST_P(Values, CountTheRowsThatChanged)
{
    keep(plain);
    write([](Tx& tx) {
        EXPECT_EQ(tx.execute("UPDATE thing SET amount = 1 WHERE id = $1", "t1"), 1);
        EXPECT_EQ(tx.execute("UPDATE thing SET amount = 1 WHERE id = $1", "none"), 0);
        EXPECT_EQ(tx.execute("SELECT * FROM thing"), 0);
        EXPECT_EQ(tx.execute("INSERT INTO thing SELECT * FROM thing WHERE FALSE"), 0);
        EXPECT_EQ(
            tx.execute("INSERT INTO thing SELECT * FROM thing WHERE TRUE ON CONFLICT DO NOTHING"),
            0);
        EXPECT_EQ(tx.one<std::int64_t>("UPDATE thing SET amount = amount + 1 RETURNING amount"), 2);
        EXPECT_EQ(tx.execute("DELETE FROM thing"), 1);
    });
}

TEST_P(Values, RefuseASecondRowWhereOneIsExpected)
{
    keep(plain);
    Thing second = plain;
    second.id = {"t2"};
    keep(second);
    EXPECT_THROW(
        db().read([](Tx& tx) { return tx.one<std::string>("SELECT id FROM thing"); }), Failure);
    const auto ids =
        db().read([](Tx& tx) { return tx.all<std::string>("SELECT id FROM thing ORDER BY id"); });
    EXPECT_EQ(ids, (std::vector<std::string>{"t1", "t2"}));
}

TEST_P(Values, CanBeReadWhileOthersAreRead)
{
    keep(plain);
    Thing second = plain;
    second.id = {"t2"};
    keep(second);
    int seen = 0;
    db().look([&](Tx& tx) { // the same text inside itself
        constexpr std::string_view every = "SELECT id FROM thing ORDER BY id";
        tx.run(every, {}, [&](const Row& outer) {
            const std::string id(outer.text(0));
            tx.run(every, {}, [&](const Row&) { ++seen; });
            EXPECT_EQ(outer.text(0), id);
        });
    });
    EXPECT_EQ(seen, 4);
}

TEST_P(Values, ManyStatementsAreNotTooMany) // more than a connection keeps prepared
{
    write([](Tx& tx) {
        for (std::int64_t i = 0; i < 600; ++i) {
            EXPECT_EQ(
                tx.one<std::int64_t>("SELECT $1 + " + std::to_string(i % 300), 1), 1 + i % 300);
        }
    });
}

} // namespace xieshang::db
