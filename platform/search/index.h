// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The full-text search: one port, two implementations. What is found is exact: a text is found when
// every word of the query stands in its title or its body, character by character after folding
// (platform/folding), as a plain look through all entries would find it; the newest or the oldest
// first. It knows no feature: a kind is a word and an audience is a set of role bits.
//
// Everything runs in the transaction that it is handed, so an entry changes with what it copies or
// not at all. Any thread.
#pragma once

#include "platform/base/actor.h"
#include "platform/base/clock.h"
#include "platform/db/db.h"
#include "platform/search/marking.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::search {

struct Entry {
    std::string kind;       // "plan"
    std::string subject_id; // with the kind, names the entry
    std::optional<std::int64_t> year{};
    base::Roles audience{}; // who holds one of these roles may find it
    std::string state{};    // told with the hit, not searched; may be empty
    std::string context{};  // what it belongs to: told with the hit, not searched
    std::string title{};    // one line
    std::string body{};     // lines
    base::Instant at{};
};

enum class Order : std::uint8_t { newest, oldest }; // first

struct Filter {
    std::optional<std::string> kind{};
    std::optional<std::int64_t> year{};
    base::Roles roles{}; // of who asks
    Order order = Order::newest;
    std::optional<std::int64_t> after{}; // the place of the last hit of the page before
    std::int64_t limit = 20;
};

struct Hit {
    std::string kind;
    std::string subject_id;
    std::optional<std::int64_t> year;
    std::string state;
    std::string context;
    Pieces title;
    Snippet snippet;
    base::Instant at;
    std::int64_t place{}; // in the order of all entries; the newest is the greatest
};

struct SubjectKey {
    std::string kind;
    std::string subject_id;

    auto operator<=>(const SubjectKey&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubjectKey, (), (kind, subject_id))

enum class Kept : std::uint8_t { same, otherwise };

class Index {
public:
    virtual ~Index() = default;

    // Adds the entry or puts it in the place of the one before; writes nothing when nothing
    // changed. NUL counts as a blank.
    void put(db::Tx& tx, Entry entry) const;
    // The same of many at once, fast where most are new.
    void put_all(db::Tx& tx, std::vector<Entry> entries) const;
    void remove(db::Tx& tx, std::string_view kind, std::string_view subject_id) const;

    // None for a query without words.
    std::vector<Hit> find(db::Tx& tx, std::string_view query, const Filter& filter) const;

    // For inspections: the entry that is kept under its kind and subject_id, and all that are kept.
    std::optional<Kept> kept(db::Tx& tx, const Entry& entry) const;
    std::vector<SubjectKey> subjects(db::Tx& tx) const;

    // The years of the entries that these roles may find, the latest first.
    std::vector<std::int64_t> years(db::Tx& tx, base::Roles roles) const;

    // The entries are all there, as this program puts and folds them. Otherwise they are made
    // anew: begin_anew() once, drop_some() until it gives false, put_all() of everything,
    // end_anew(); each in a transaction of its own, so that no writer waits for long. Where there
    // was no entry at all, PostgreSQL makes its index at the end, from all at once. `by` is another
    // one each time: when two nodes do it, only the one that began last may say that the entries
    // are complete, and end_anew() gives false to the other. On SQLite nothing may be put before
    // drop_some() gave false.
    bool is_complete(db::Tx& tx) const;
    void begin_anew(db::Tx& tx, std::string_view by) const;
    bool drop_some(db::Tx& tx) const;
    bool end_anew(db::Tx& tx, std::string_view by) const;

protected:
    struct Row;

    // In the filter's order, behind the place `behind`: all entries that have these grams and suit
    // the filter, and perhaps others that do not have them in this order.
    virtual std::vector<Row> candidates(db::Tx& tx, const Words& words, const Filter& filter,
        std::int64_t behind, std::int64_t most) const = 0;
    // False: the place is taken, or there is an entry of its kind and subject_id.
    virtual bool insert(db::Tx& tx, std::int64_t place, const Entry& entry) const = 0;
    // The same of each; gives those that were added. No two have one kind and subject_id.
    virtual std::vector<SubjectKey> insert_all(
        db::Tx& tx, const std::vector<Entry>& entries) const = 0;
    virtual void erase(db::Tx& tx, const Row& row) const = 0;
    virtual void forget_grams(db::Tx& tx) const = 0; // of all entries
    virtual void await_many(db::Tx& tx) const = 0;   // to an index without entries
    virtual void take_in_many(db::Tx& tx) const = 0; // they are there
};

// For Database::engine().
const Index& index_of(std::string_view engine);

// The tables of the index: a copy of what stands elsewhere, which backups leave out. Where they are
// empty, is_complete() says no.
std::span<const std::string_view> tables();

} // namespace xieshang::search
