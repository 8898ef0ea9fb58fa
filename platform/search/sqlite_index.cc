// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// search_gram is an FTS5 table of grams alone (content='', detail=none): it holds no text, so what
// leaves it is told which text that was.
#include "platform/search/row.h"

namespace xieshang::search {
namespace {

// "养老" AND "老院": each string is one gram to the tokenizer.
std::string match_of(const Words& words)
{
    std::string match;
    for (const auto& gram : grams_of(words)) {
        match += match.empty() ? "\"" : " AND \"";
        for (const char c : gram) {
            match += c;
            match += c == '"' ? "\"" : "";
        }
        match += '"';
    }
    return match;
}

std::string candidates_sql(Order order)
{
    const auto [behind, sorted] = direction_of(order);
    return std::string("SELECT e.place, e.kind, e.subject_id, e.year, e.audience, e.state, "
                       "e.context, e.title, e.body, e.at_ms FROM search_gram "
                       "CROSS JOIN search_entry e ON e.place = search_gram.rowid "
                       "WHERE search_gram MATCH $1 AND search_gram.rowid ")
        .append(behind)
        .append(" $2 AND (e.audience & $3) <> 0 AND ($4 IS NULL OR e.kind = $4) "
                "AND ($5 IS NULL OR e.year = $5) ORDER BY search_gram.rowid ")
        .append(sorted)
        .append(" LIMIT $6");
}

class SqliteIndex final : public Index {
    std::vector<Row> candidates(db::Tx& tx, const Words& words, const Filter& filter,
        std::int64_t behind, std::int64_t most) const override
    {
        static const auto newest = candidates_sql(Order::newest);
        static const auto oldest = candidates_sql(Order::oldest);
        return tx.all<Row>(filter.order == Order::newest ? newest : oldest, match_of(words), behind,
            static_cast<std::int64_t>(filter.roles), filter.kind, filter.year, most);
    }

    bool insert(db::Tx& tx, std::int64_t place, const Entry& entry) const override
    {
        const auto added = tx.execute(
            "INSERT INTO search_entry (place, kind, subject_id, year, audience, state, context, "
            "title, body, at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
            "ON CONFLICT DO NOTHING",
            place, entry.kind, entry.subject_id, entry.year,
            static_cast<std::int64_t>(entry.audience), entry.state, entry.context, entry.title,
            entry.body, entry.at);
        if (added == 1) {
            tx.execute("INSERT INTO search_gram (rowid, text) VALUES ($1, $2)", place,
                searched_text(entry.title, entry.body));
        }
        return added == 1;
    }

    std::vector<SubjectKey> insert_all(db::Tx& tx, const std::vector<Entry>& entries) const override
    {
        std::vector<SubjectKey> added;
        for (const auto& entry : entries) {
            if (insert(tx, place_of(entry), entry)) {
                added.push_back({entry.kind, entry.subject_id});
            }
        }
        return added;
    }

    void erase(db::Tx& tx, const Row& row) const override
    {
        tx.execute("INSERT INTO search_gram (search_gram, rowid, text) VALUES ('delete', $1, $2)",
            row.place, searched_text(row.title, row.body));
        tx.execute("DELETE FROM search_entry WHERE place = $1", row.place);
    }

    void forget_grams(db::Tx& tx) const override
    {
        tx.execute("INSERT INTO search_gram (search_gram) VALUES ('delete-all')");
    }

    // FTS5 takes them as they come: more of them in memory at once (hashsize) made it slower.
    void await_many(db::Tx&) const override {}
    void take_in_many(db::Tx&) const override {}
};

} // namespace

const Index& sqlite_index()
{
    static const SqliteIndex index;
    return index;
}

} // namespace xieshang::search
