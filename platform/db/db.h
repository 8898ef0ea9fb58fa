// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One SQL text for two databases (ADR 0005): SQLite by default, PostgreSQL for many nodes. The only
// folder that sees a driver. The SQL is the shared subset: $1 parameters, ids made by the program,
// epoch-ms bigint, `version` for optimistic locking, RETURNING, ON CONFLICT, row values.
//
// Threads: a Database may be used from any thread at once; a Tx belongs to the call it was handed.
// A function given to transact() or read() does database work only: it may be run again
// (PostgreSQL, after a serialization failure, at a taken key) and holds up each other writer
// (SQLite has one).
#pragma once

#include "platform/base/result.h"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace xieshang::db {

// ---- what the machine failed at: exceptions -----------------------------------------------------

struct Failure
    : std::runtime_error { // anything not named below; the text is for the log, never for a person
    using std::runtime_error::runtime_error;
};
struct ConstraintFailure
    : Failure { // a rule of the schema said no; a store turns it into a refusal if it expects it
    enum class Kind : std::uint8_t { unique, foreign_key, not_null, check, other };
    ConstraintFailure(Kind which, const std::string& what) : Failure(what), kind(which) {}
    Kind kind;
};
struct OutcomeUnknown
    : Failure { // COMMIT neither succeeded nor failed: settled by a retry with the same key
    using Failure::Failure;
};
struct DiskFull : Failure { // nothing was written; writing works again when there is room
    using Failure::Failure;
};
struct Unavailable : Failure { // the database cannot be reached; nothing was written
    using Failure::Failure;
};
struct NewerSchema : Failure { // the database was written by a newer version of this program
    using Failure::Failure;
};

// ---- values -------------------------------------------------------------------------------------

struct Blob { // bytes, not text
    std::string bytes;

    bool operator==(const Blob&) const = default;
};
struct BlobView {
    std::string_view bytes;
};

// Arguments are viewed, not copied: they must live until the call returns.
using Argument =
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string_view, BlobView>;

// One row, valid until the next one is asked for. Columns count from 0.
class Row {
public:
    virtual ~Row() = default;
    virtual int columns() const = 0;
    virtual std::string_view name(int column) const = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0; // booleans are 0 and 1
    virtual double number(int column) const = 0;
    virtual std::string_view text(int column) const = 0;  // UTF-8; for ids, enumerations and words
    virtual std::string_view bytes(int column) const = 0; // of a blob column
};

// How a C++ type stands in a column. Enumerations stand by their name (Boost.Describe), ids by
// their text.
template <class T, class = void>
struct Column;

// ---- running statements -------------------------------------------------------------------------

// A statement that throws ends the transaction: nothing more runs in it and it cannot commit,
// whoever catches. To go on after a clash use ON CONFLICT.
class Tx {
public:
    virtual ~Tx() = default;

    // Runs one statement and hands each row to `each` (which may be empty); gives the number of
    // rows that an INSERT, UPDATE or DELETE changed. Texts must be free of NUL. A column is read as
    // the type that it has.
    virtual std::int64_t run(std::string_view sql, std::span<const Argument> arguments,
        const std::function<void(const Row&)>& each) = 0;

    // Inserts many rows, whose values stand row after row, as one INSERT each would; faster where
    // the engine has a way for it (PostgreSQL: COPY). NewRows (new_rows.h) gathers them.
    virtual void insert(std::string_view table, std::span<const std::string_view> columns,
        std::span<const Argument> values);

    template <class... Args>
    std::int64_t execute(std::string_view sql, const Args&... args);

    // Fills described structs by column name: each member must be a column of the result. T may
    // also be a single value (std::string, std::int64_t, bool, an id, an enumeration) for a result
    // of one column.
    template <class T, class... Args>
    std::vector<T> all(std::string_view sql, const Args&... args);

    // The only row, or none; throws Failure when there are several.
    template <class T, class... Args>
    std::optional<T> one(std::string_view sql, const Args&... args);
};

struct WriteStatistics {
    std::int64_t transactions{}; // write() calls that committed
    std::int64_t batches{};      // commits that they shared
    std::int64_t waiting{};      // write() calls that wait for their answer now (SQLite)
};

class Database {
public:
    virtual ~Database() = default;

    // One transaction. `work` returns a base::Result: commits on a value, rolls back on an error or
    // a throw. Returns only after the commit is durable (SQLite: fsync, shared with the other
    // writers of the moment).
    template <class Work>
    auto transact(Work&& work) -> std::invoke_result_t<Work, Tx&>
    {
        std::optional<std::invoke_result_t<Work, Tx&>> result;
        write([&](Tx& tx) {
            result.reset();
            result.emplace(work(tx));
            return result->has_value();
        });
        return std::move(*result);
    }

    // A consistent view, without writing. `work` may return anything but void.
    template <class Work>
    auto read(Work&& work) -> std::invoke_result_t<Work, Tx&>
    {
        std::optional<std::invoke_result_t<Work, Tx&>> result;
        look([&](Tx& tx) { result.emplace(work(tx)); });
        return std::move(*result);
    }

    // Commits when `work` returns true, rolls back when it returns false or throws (the throw
    // reaches the caller). look() inside write() or look() of the same thread takes part in what is
    // open; write() inside either of them would wait for itself and throws std::logic_error.
    virtual void write(const std::function<bool(Tx&)>& work) = 0;
    virtual void look(const std::function<void(Tx&)>& work) = 0;

    virtual std::string_view engine() const = 0; // "sqlite" or "postgres"

    virtual WriteStatistics write_statistics() const { return {}; } // since the database was opened

    // Grows with every commit before anybody hears of it, so that what was read after asking for it
    // still holds while it is the same. Absent where others may write too (PostgreSQL).
    virtual std::optional<std::int64_t> generation() const { return std::nullopt; }
};

// Uses a transaction that is already open, so that a verb that calls transact() takes part in it.
// An error of the inner work does not roll back by itself: the outer function must return it.
class Joined final : public Database {
public:
    Joined(Tx& tx, std::string_view engine) : tx_(tx), engine_(engine) {}
    void write(const std::function<bool(Tx&)>& work) override { work(tx_); }
    void look(const std::function<void(Tx&)>& work) override { work(tx_); }
    std::string_view engine() const override { return engine_; }

private:
    Tx& tx_;
    std::string_view engine_;
};

struct SqliteOptions {
    std::string path;        // of the database file; its folder must exist
    int readers = 4;         // connections for read()
    bool synchronous = true; // false only for controls that must lose data
};
// Holds `path`.lock while it lives. Throws Failure with a text that names path and cause: no such
// folder, no permission, not a database, full; it starts with "database_in_use" when another
// program has it open.
std::unique_ptr<Database> open_sqlite(const SqliteOptions& options);

// Looks only, beside a program that has the file open or not: takes no lock that keeps that program
// away, never checkpoints, never changes the file; write() throws std::logic_error. Throws Failure
// as open_sqlite does, also when the file is not there.
std::unique_ptr<Database> open_sqlite_to_look(const std::string& path);

struct PostgresOptions {
    std::string address; // postgres://… as libpq takes it
    int connections = 16;
    int commit_deadline_ms = 10'000; // then the outcome is unknown
};
// Connects once at once: throws Unavailable when there is no way in, Failure when the encoding is
// not UTF8. A lost server is found again: look() asks a second time, write() throws Unavailable
// (nothing was written) unless COMMIT was on its way (OutcomeUnknown). A write that clashes with
// another one is run again, at most 60 times.
std::unique_ptr<Database> open_postgres(const PostgresOptions& options);

// ---- migrations ---------------------------------------------------------------------------------

struct Migration {
    int number{};
    std::string name; // 0003_topics
    std::string sql;  // statements; migration_text.h says what stands in them beside SQL
};

// Brings the schema to the newest migration, under a lock, each migration in a transaction of its
// own; gives how many ran. Throws NewerSchema when the database knows a migration that this program
// does not, Failure when an applied migration's checksum differs from the one given.
int migrate(Database& database, std::span<const Migration> migrations, std::int64_t now_ms);

// The number of the newest migration that was applied; 0: none. Throws as migrate() does, and
// writes nothing.
int schema_version(Database& database, std::span<const Migration> migrations);

} // namespace xieshang::db

#include "platform/db/columns.h" // IWYU pragma: export
