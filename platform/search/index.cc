// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/search/index.h"

#include "platform/folding/folding.h"
#include "platform/search/row.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <set>
#include <stdexcept>

namespace xieshang::search {
namespace {

constexpr std::int64_t most_at_once = 200; // rows of one look for candidates

Entry without_nul(Entry entry)
{
    for (auto* text : {&entry.title, &entry.body, &entry.context}) {
        std::replace(text->begin(), text->end(), '\0', ' ');
    }
    return entry;
}

template <class Row>
std::optional<Row> row_of(db::Tx& tx, std::string_view kind, std::string_view subject_id)
{
    return tx.one<Row>(
        "SELECT place, kind, subject_id, year, audience, state, context, title, body, at_ms "
        "FROM search_entry WHERE kind = $1 AND subject_id = $2",
        kind, subject_id);
}

std::optional<std::string> state(db::Tx& tx, std::string_view name)
{
    return tx.one<std::string>("SELECT value FROM search_state WHERE name = $1", name);
}

void set_state(db::Tx& tx, std::string_view name, std::string_view value)
{
    tx.execute("INSERT INTO search_state (name, value) VALUES ($1, $2) "
               "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name, value);
}

// Another number makes all entries anew at the next start: after a change of what the slices put.
constexpr int entries_of = 4;

std::string made_with()
{
    return std::to_string(entries_of) + "." + std::to_string(folding::fingerprint());
}

template <class Row>
bool says_the_same(const Row& row, const Entry& entry)
{
    return row.year == entry.year && row.audience == static_cast<std::int64_t>(entry.audience)
        && row.state == entry.state && row.context == entry.context && row.title == entry.title
        && row.body == entry.body && row.at_ms == entry.at;
}

template <class Row>
Hit hit_of(Row&& row, const Words& words)
{
    return {std::move(row.kind), std::move(row.subject_id), row.year, std::move(row.state),
        std::move(row.context), marked(row.title, words), snippet(row.body, words), row.at_ms,
        row.place};
}

} // namespace

std::int64_t place_of(const Entry& entry)
{
    constexpr int tie_bits = 20;
    const auto tie = std::hash<std::string>{}(entry.kind + entry.subject_id);
    return entry.at.ms * (std::int64_t{1} << tie_bits)
        + static_cast<std::int64_t>(tie >> (64 - tie_bits));
}

void Index::put(db::Tx& tx, Entry given) const
{
    const auto entry = without_nul(std::move(given));
    if (const auto kept = row_of<Row>(tx, entry.kind, entry.subject_id)) {
        if (says_the_same(*kept, entry)) {
            return;
        }
        erase(tx, *kept);
    }
    auto place = place_of(entry);
    while (!insert(tx, place, entry)) {
        ++place;
    }
}

void Index::put_all(db::Tx& tx, std::vector<Entry> entries) const
{
    for (auto& entry : entries) {
        entry = without_nul(std::move(entry));
    }
    const auto added = insert_all(tx, entries);
    const std::set<SubjectKey> done(added.begin(), added.end());
    for (auto& entry : entries) {
        if (!done.contains({entry.kind, entry.subject_id})) {
            put(tx, std::move(entry));
        }
    }
}

std::optional<Kept> Index::kept(db::Tx& tx, const Entry& entry) const
{
    const auto row = row_of<Row>(tx, entry.kind, entry.subject_id);
    if (!row) {
        return std::nullopt;
    }
    return says_the_same(*row, without_nul(entry)) ? Kept::same : Kept::otherwise;
}

std::vector<SubjectKey> Index::subjects(db::Tx& tx) const
{
    return tx.all<SubjectKey>("SELECT kind, subject_id FROM search_entry ORDER BY place");
}

void Index::remove(db::Tx& tx, std::string_view kind, std::string_view subject_id) const
{
    if (const auto kept = row_of<Row>(tx, kind, subject_id)) {
        erase(tx, *kept);
    }
}

std::vector<Hit> Index::find(db::Tx& tx, std::string_view query, const Filter& filter) const
{
    std::vector<Hit> hits;
    const auto words = words_of(query);
    const auto most = static_cast<std::size_t>(filter.limit);
    using Places = std::numeric_limits<std::int64_t>;
    auto behind =
        filter.after.value_or(filter.order == Order::newest ? Places::max() : Places::min());
    auto batch = std::min(filter.limit, most_at_once);
    for (bool more = !words.empty(); more && hits.size() < most;) {
        auto rows = candidates(tx, words, filter, behind, batch);
        more = static_cast<std::int64_t>(rows.size()) == batch;
        behind = rows.empty() ? behind : rows.back().place;
        for (auto& row : rows) {
            const auto text = folding::folded(folding::decoded(searched_text(row.title, row.body)));
            if (hits.size() < most && holds_all(text, words)) {
                hits.push_back(hit_of(std::move(row), words));
            }
        }
        batch = most_at_once;
    }
    return hits;
}

std::vector<std::int64_t> Index::years(db::Tx& tx, base::Roles roles) const
{
    return tx.all<std::int64_t>("SELECT DISTINCT year FROM search_entry WHERE year IS NOT NULL "
                                "AND (audience & $1) <> 0 ORDER BY year DESC",
        static_cast<std::int64_t>(roles));
}

bool Index::is_complete(db::Tx& tx) const { return state(tx, "made_with") == made_with(); }

void Index::begin_anew(db::Tx& tx, std::string_view by) const
{
    tx.execute("DELETE FROM search_state WHERE name = 'made_with'");
    set_state(tx, "made_by", by);
    forget_grams(tx);
    if (!tx.one<std::int64_t>("SELECT place FROM search_entry LIMIT 1")) {
        await_many(tx);
    }
}

bool Index::drop_some(db::Tx& tx) const
{
    return tx.execute("DELETE FROM search_entry WHERE place IN "
                      "(SELECT place FROM search_entry ORDER BY place LIMIT $1)",
               most_at_once)
        > 0;
}

bool Index::end_anew(db::Tx& tx, std::string_view by) const
{
    if (state(tx, "made_by") != by) {
        return false;
    }
    take_in_many(tx);
    set_state(tx, "made_with", made_with());
    return true;
}

const Index& index_of(std::string_view engine)
{
    return engine == "postgres" ? postgres_index() : sqlite_index();
}

std::span<const std::string_view> tables()
{
    static constexpr std::array<std::string_view, 2> all{"search_entry", "search_state"};
    return all;
}

} // namespace xieshang::search
