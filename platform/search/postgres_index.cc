// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The grams of an entry stand in its row as a tsvector, under a GIN index.
#include "platform/folding/folding.h"
#include "platform/folding/grams.h"
#include "platform/search/row.h"

namespace xieshang::search {
namespace {

// A tsvector holds 1 MiB. A text with more grams than that (some 200,000 different ones) stands
// under this word, which is no gram, and every query looks at it.
constexpr std::size_t most_bytes = 1'000'000;
constexpr std::string_view too_many = "all";

std::string quoted(std::string_view gram, char quote, bool doubled)
{
    std::string text(1, quote);
    for (const char c : gram) {
        if (c == quote || c == '\\') {
            text += c == quote && doubled ? quote : '\\';
        }
        text += c;
    }
    return text + quote;
}

// '养老' & '老院' | 'all', as a tsquery is read.
std::string tsquery_of(const Words& words)
{
    std::string query;
    for (const auto& gram : grams_of(words)) {
        query += (query.empty() ? "" : " & ") + quoted(gram, '\'', true);
    }
    return query + " | '" + std::string(too_many) + "'";
}

// {"养","养老"}, as an array is read.
std::string array_of_grams(std::string_view text)
{
    std::set<std::string> grams;
    std::size_t bytes = 0;
    folding::for_each_gram(folding::folded(folding::decoded(text)), [&](std::string_view gram) {
        bytes += grams.emplace(gram).second ? gram.size() : 0;
        return bytes <= most_bytes;
    });
    if (bytes > most_bytes) {
        return "{" + std::string(too_many) + "}";
    }
    std::string array = "{";
    for (const auto& gram : grams) {
        array += (array.size() == 1 ? "" : ",") + quoted(gram, '"', false);
    }
    return array + "}";
}

// {"一","二"}: one column of many rows.
class ArrayText {
public:
    void add(std::string_view text) { add_as_is(quoted(text, '"', false)); }
    void add(std::optional<std::int64_t> number)
    {
        add_as_is(number ? std::to_string(*number) : "NULL");
    }
    std::string text() const { return "{" + text_ + "}"; }

private:
    void add_as_is(std::string_view item) { (text_ += text_.empty() ? "" : ",") += item; }
    std::string text_;
};

// $1 tsquery, $2 place, $3 roles, $4 kind, $5 year, $6 most.
struct Statements {
    std::string nearest; // looks at the next entries only
    std::string all;
};

// A common word fills its page from the nearest entries; of a rarer one there are few enough for
// the index to gather all. Left to choose, the planner walks the entries for both: it does not know
// what it costs to look into a tsvector that lies beside its row.
Statements statements(Order order)
{
    const auto direction = direction_of(order);
    const std::string sorted(direction.sorted);
    const std::string behind = "place " + std::string(direction.behind) + " $2";
    const std::string columns =
        "SELECT place, kind, subject_id, year, audience, state, context, title, body, at_ms FROM ";
    const std::string suits = " WHERE grams @@ CAST($1 AS tsquery) AND " + behind
        + " AND (audience & $3) <> 0 AND (CAST($4 AS TEXT) IS NULL OR kind = $4) "
          "AND (CAST($5 AS BIGINT) IS NULL OR year = $5) ORDER BY ";
    const std::string next = "(SELECT * FROM search_entry WHERE " + behind + " ORDER BY place "
        + sorted + " LIMIT 200) next";
    return {
        .nearest = columns + next + suits + "place " + sorted + " LIMIT $6",
        .all = columns + "search_entry" + suits + "place + 0 " + sorted // by sorting, not by
            + " LIMIT $6",                                              // walking the key
    };
}

class PostgresIndex final : public Index {
    std::vector<Row> candidates(db::Tx& tx, const Words& words, const Filter& filter,
        std::int64_t behind, std::int64_t most) const override
    {
        static const auto newest = statements(Order::newest);
        static const auto oldest = statements(Order::oldest);
        const auto& asked = filter.order == Order::newest ? newest : oldest;
        const auto query = tsquery_of(words);
        const auto rows = [&](const std::string& sql) {
            return tx.all<Row>(sql, query, behind, static_cast<std::int64_t>(filter.roles),
                filter.kind, filter.year, most);
        };
        auto found = rows(asked.nearest);
        return static_cast<std::int64_t>(found.size()) == most ? found : rows(asked.all);
    }

    bool insert(db::Tx& tx, std::int64_t place, const Entry& entry) const override
    {
        return tx.execute(
                   "INSERT INTO search_entry (place, kind, subject_id, year, audience, state, "
                   "context, title, body, at_ms, grams) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
                   "$9, $10, array_to_tsvector(CAST($11 AS TEXT[]))) "
                   "ON CONFLICT DO NOTHING",
                   place, entry.kind, entry.subject_id, entry.year,
                   static_cast<std::int64_t>(entry.audience), entry.state, entry.context,
                   entry.title, entry.body, entry.at,
                   array_of_grams(searched_text(entry.title, entry.body)))
            == 1;
    }

    // One statement: the way to the server and back costs more than a row.
    std::vector<SubjectKey> insert_all(db::Tx& tx, const std::vector<Entry>& entries) const override
    {
        ArrayText place, kind, subject_id, year, audience, state, context, title, body, at, grams;
        for (const auto& entry : entries) {
            place.add(place_of(entry));
            kind.add(entry.kind);
            subject_id.add(entry.subject_id);
            year.add(entry.year);
            audience.add(static_cast<std::int64_t>(entry.audience));
            state.add(entry.state);
            context.add(entry.context);
            title.add(entry.title);
            body.add(entry.body);
            at.add(entry.at.ms);
            grams.add(array_of_grams(searched_text(entry.title, entry.body)));
        }
        return tx.all<SubjectKey>(
            "INSERT INTO search_entry (place, kind, subject_id, year, audience, state, context, "
            "title, body, at_ms, grams) SELECT place, kind, subject_id, year, audience, state, "
            "context, title, body, at_ms, array_to_tsvector(CAST(grams AS TEXT[])) "
            "FROM unnest(CAST($1 AS BIGINT[]), CAST($2 AS TEXT[]), CAST($3 AS TEXT[]), "
            "CAST($4 AS BIGINT[]), CAST($5 AS BIGINT[]), CAST($6 AS TEXT[]), CAST($7 AS TEXT[]), "
            "CAST($8 AS TEXT[]), CAST($9 AS TEXT[]), CAST($10 AS BIGINT[]), CAST($11 AS TEXT[])) "
            "AS many (place, kind, subject_id, year, audience, state, context, title, body, "
            "at_ms, grams) ON CONFLICT DO NOTHING RETURNING kind, subject_id",
            place.text(), kind.text(), subject_id.text(), year.text(), audience.text(),
            state.text(), context.text(), title.text(), body.text(), at.text(), grams.text());
    }

    void erase(db::Tx& tx, const Row& row) const override
    {
        tx.execute("DELETE FROM search_entry WHERE place = $1", row.place);
    }

    void forget_grams(db::Tx&) const override {} // they go with their rows

    // Entry by entry, the index costs several times what making it at the end does.
    void await_many(db::Tx& tx) const override
    {
        tx.execute("DROP INDEX IF EXISTS search_entry_by_gram");
    }
    void take_in_many(db::Tx& tx) const override
    {
        tx.execute("CREATE INDEX IF NOT EXISTS search_entry_by_gram ON search_entry "
                   "USING gin (grams) WITH (gin_pending_list_limit = 256)");
    }
};

} // namespace

const Index& postgres_index()
{
    static const PostgresIndex index;
    return index;
}

} // namespace xieshang::search
