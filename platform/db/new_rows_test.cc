// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rows that are inserted together are the rows that one statement each would have inserted.
#include "platform/db/migration_text.h"
#include "platform/db/new_rows.h"
#include "tests/support/databases.h"

#include <limits>

namespace xieshang::db {

struct Line {
    std::string id;
    std::optional<std::string> words;
    std::int64_t amount{};
    double share{};
    bool open{};
    Blob bytes;

    bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, words, amount, share, open, bytes))

class NewRowsOf : public tests::OnEveryEmptyDatabase {
protected:
    void SetUp() override
    {
        OnEveryEmptyDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto table =
            statements_of("CREATE TABLE line (id TEXT PRIMARY KEY, words TEXT, amount {{int}} NOT "
                          "NULL CHECK (amount <> 13), share {{real}} NOT NULL, open {{bool}} NOT "
                          "NULL, bytes {{blob}} NOT NULL) {{strict}}",
                db().engine());
        db().write([&](Tx& tx) {
            tx.execute(table.front());
            return true;
        });
    }

    void insert(const std::vector<Line>& lines)
    {
        db().write([&](Tx& tx) {
            NewRows rows("line", {"id", "words", "amount", "share", "open", "bytes"});
            for (const auto& line : lines) {
                rows.add(line.id, line.words, line.amount, line.share, line.open, line.bytes);
            }
            rows.insert(tx);
            rows.insert(tx); // none are left
            return true;
        });
    }
    std::vector<Line> all()
    {
        return db().read([](Tx& tx) {
            return tx.all<Line>(
                "SELECT id, words, amount, share, open, bytes FROM line ORDER BY id");
        });
    }
    std::optional<ConstraintFailure::Kind> refusal_of(const std::vector<Line>& lines)
    {
        try {
            insert(lines);
        } catch (const ConstraintFailure& failure) {
            return failure.kind;
        }
        return std::nullopt;
    }
};
ON_EVERY_DATABASE(NewRowsOf);

std::vector<Line> many(int count)
{
    std::string every_byte;
    for (int byte = 0; byte < 256; ++byte) {
        every_byte += static_cast<char>(byte);
    }
    std::vector<Line> lines{
        {"a", "", 0, 0.1, false, {}},
        {"b", std::nullopt, std::numeric_limits<std::int64_t>::min(), 1e300, true, {every_byte}},
        {"c", "\\N", std::numeric_limits<std::int64_t>::max(),
            std::numeric_limits<double>::infinity(), true, {"\\x41"}},
        {"d", "a\tb\nc\rd\\e\\.\b\f\v\x01", -1, -0.0, false, {"\\"}},
        {"e", "\\.\n\\.", 1, 1, false, {"\n"}},
        {"f", "𬱖王 “盘活”", 1, 2, false, {"x"}},
    };
    for (int i = 0; i < count; ++i) {
        lines.push_back({"g" + std::to_string(100'000 + i), "第" + std::to_string(i) + "行", i + 14,
            i / 3.0, i % 2 == 0, {std::string(40, static_cast<char>(i))}});
    }
    return lines;
}

TEST_P(NewRowsOf, ATableStandThereAsTheyWereGiven)
{
    const auto lines = many(5000); // more than is sent at once
    insert(lines);
    EXPECT_EQ(all(), lines);
}

TEST_P(NewRowsOf, ATableMayBeOneOrNone)
{
    insert({});
    insert({{"a", "一行", 1, 1, true, {"b"}}});
    EXPECT_EQ(all().size(), 1U);
}

TEST_P(NewRowsOf, ATableObeyItsRulesAllTogether)
{
    insert({{"a", "一行", 1, 1, true, {"b"}}});
    auto lines = many(20); // with another "a"
    EXPECT_EQ(refusal_of(lines), ConstraintFailure::Kind::unique);
    lines.erase(lines.begin());
    lines.back().amount = 13;
    EXPECT_EQ(refusal_of(lines), ConstraintFailure::Kind::check);
    EXPECT_EQ(all().size(), 1U);
    lines.pop_back();
    insert(lines);
    EXPECT_EQ(all().size(), lines.size() + 1);
}

TEST_P(NewRowsOf, ATableHoldNoNulInTheirTexts)
{
    auto lines = many(20);
    lines.back().words = std::string("a\0b", 3);
    EXPECT_THROW(insert(lines), Failure);
    EXPECT_TRUE(all().empty());
    insert(many(20)); // the connection is as good as before
}

TEST_P(NewRowsOf, ATableHaveAllItsColumns)
{
    NewRows rows("line", {"id", "words"});
    EXPECT_THROW(rows.add("a"), std::logic_error);
    EXPECT_THROW(rows.add("a", "b", "c"), std::logic_error);
}

} // namespace xieshang::db
