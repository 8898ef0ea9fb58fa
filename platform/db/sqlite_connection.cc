// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/sqlite_connection.h"

#include "platform/db/sqlite_tokenizer.h"

#include <cerrno>

namespace xieshang::db::sqlite {

namespace {

constexpr int busy_wait_ms = 5'000;
constexpr int busy_wait_at_opening_ms =
    500; // a program that shares the file holds it for long: say so soon
constexpr int reader_cache_kib = 1'024;
constexpr int writer_cache_kib = 2'048;

class StatementRow final : public Row {
public:
    explicit StatementRow(sqlite3_stmt* statement) : statement_(statement) {}

    int columns() const override { return sqlite3_column_count(statement_); }
    std::string_view name(int column) const override
    {
        return sqlite3_column_name(statement_, column);
    }
    bool is_null(int column) const override
    {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override
    {
        expect(column, SQLITE_INTEGER);
        return sqlite3_column_int64(statement_, column);
    }
    double number(int column) const override
    {
        if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER) {
            expect(column, SQLITE_FLOAT);
        }
        return sqlite3_column_double(statement_, column);
    }
    std::string_view text(int column) const override
    {
        expect(column, SQLITE_TEXT);
        const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return {start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    std::string_view bytes(int column) const override
    {
        expect(column, SQLITE_BLOB);
        const auto* start = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return {start == nullptr ? "" : start,
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

private:
    // PostgreSQL refuses to read a column as another type; SQLite would convert it in silence.
    void expect(int column, int type) const
    {
        if (sqlite3_column_type(statement_, column) != type) {
            throw Failure("column " + std::string(name(column))
                + " is NULL or of another type than was asked for");
        }
    }

    sqlite3_stmt* statement_;
};

ConstraintFailure::Kind kind_of(int extended_code)
{
    switch (extended_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return ConstraintFailure::Kind::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return ConstraintFailure::Kind::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL:
        return ConstraintFailure::Kind::not_null;
    case SQLITE_CONSTRAINT_TRIGGER: // RAISE(ABORT, …)
    case SQLITE_CONSTRAINT_CHECK:
        return ConstraintFailure::Kind::check;
    default:
        return ConstraintFailure::Kind::other;
    }
}

} // namespace

// ---- opening ------------------------------------------------------------------------------------

Connection::Connection(const std::string& path, Role role, bool synchronous)
{
    // Without statistics of memory no lock is shared by the allocations of all connections. Works
    // before the first use only.
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        | (role == Role::writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                : SQLITE_OPEN_READONLY);
    const int code = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr);
    try {
        if (code != SQLITE_OK) {
            fail("open");
        }
        configure(role, synchronous);
        sqlite3_busy_timeout(handle_, busy_wait_ms);
    } catch (const std::exception& trouble) {
        for (Statement& statement : cache_) {
            sqlite3_finalize(statement.handle);
        }
        sqlite3_close(handle_);
        throw Failure("cannot open the database " + path + ": " + trouble.what());
    }
}

Connection::~Connection()
{
    for (Statement& statement : cache_) {
        sqlite3_finalize(statement.handle);
    }
    sqlite3_close(handle_);
}

void Connection::configure(Role role, bool synchronous)
{
    const bool writes = role == Role::writer;
    sqlite3_busy_timeout(handle_, busy_wait_at_opening_ms);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr); // "x" is a name, never a text
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, writes ? 0 : 1, nullptr);
    const auto pragma = [this](const std::string& text) {
        if (sqlite3_exec(handle_, ("PRAGMA " + text).c_str(), nullptr, nullptr, nullptr)
            != SQLITE_OK) {
            fail(text);
        }
    };
    if (!add_gram_tokenizer(handle_)) {
        fail("the tokenizer of the full-text search");
    }
    pragma("trusted_schema=OFF");
    pragma("mmap_size=0");
    pragma("foreign_keys=ON");
    pragma(
        "recursive_triggers=ON"); // else INSERT OR REPLACE slips past a trigger that refuses DELETE
    pragma("case_sensitive_like=ON"); // as PostgreSQL
    pragma("cache_size=-" + std::to_string(writes ? writer_cache_kib : reader_cache_kib));
    pragma("wal_autocheckpoint=0"); // the writer checkpoints by itself, after it has answered
    if (!writes) {
        pragma("query_only=ON");
        return;
    }
    pragma(synchronous ? "synchronous=FULL" : "synchronous=OFF");
    pragma("secure_delete=ON");
    pragma("journal_mode=WAL"); // the first to read the file: finds out whether it is a database,
                                // replays its log
    pragma("journal_size_limit=16777216");
    sqlite3_wal_hook(
        handle_,
        [](void* pages, sqlite3*, const char*, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        },
        &wal_pages_);
    if (sqlite3_exec(handle_, "BEGIN IMMEDIATE; COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail("BEGIN IMMEDIATE");
    }
}

// ---- running ------------------------------------------------------------------------------------

// A statement while it runs; ready for the next run afterwards, whatever happened.
class Connection::Use {
public:
    explicit Use(Statement& statement) : statement_(statement) { statement_.busy = true; }
    ~Use()
    {
        sqlite3_reset(statement_.handle);
        sqlite3_clear_bindings(statement_.handle);
        statement_.busy = false;
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

private:
    Statement& statement_;
};

std::int64_t Connection::run(std::string_view sql, std::span<const Argument> arguments,
    const std::function<void(const Row&)>& each)
{
    Statement once;
    const auto finalizer = [](sqlite3_stmt* handle) { sqlite3_finalize(handle); };
    std::unique_ptr<sqlite3_stmt, decltype(finalizer)> owned(nullptr, finalizer);
    Statement* statement = &cached(sql);
    if (statement->busy) {
        once = prepare(sql, 0);
        owned.reset(once.handle);
        statement = &once;
    }
    const Use use(*statement);
    bind(*statement, arguments);
    const std::int64_t changes_before = sqlite3_total_changes64(handle_);
    const StatementRow row(statement->handle);
    int code = 0;
    while ((code = sqlite3_step(statement->handle)) == SQLITE_ROW) {
        if (each) {
            each(row);
        }
    }
    if (code != SQLITE_DONE) {
        fail(sql);
    }
    // sqlite3_changes() keeps the count of an earlier statement when this one is no INSERT, UPDATE
    // or DELETE.
    return sqlite3_total_changes64(handle_) == changes_before ? 0 : sqlite3_changes64(handle_);
}

void Connection::fail(std::string_view doing) const
{
    const int code = handle_ == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(handle_);
    const std::string what =
        std::string(handle_ == nullptr ? "out of memory" : sqlite3_errmsg(handle_)) + " (SQLite "
        + std::to_string(code) + "): " + std::string(doing);
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        throw ConstraintFailure(kind_of(code), what);
    case SQLITE_FULL:
        throw DiskFull(what);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Unavailable("used by another program: " + what);
    case SQLITE_IOERR:
        // After the log was written even "no space" (for the index of the log) leaves the outcome
        // open.
        if (sqlite3_system_errno(handle_) == ENOSPC && doing != "COMMIT") {
            throw DiskFull(what);
        }
        throw IoFailure(what);
    case SQLITE_NOTADB:
        throw Failure("it is not a SQLite database: " + what);
    default:
        throw Failure(what);
    }
}

bool Connection::has_broken_foreign_keys() const
{
    int broken = 0;
    int unused = 0;
    sqlite3_db_status(handle_, SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &unused, 0);
    return broken != 0;
}

bool Connection::checkpoint(int mode)
{
    const int code = sqlite3_wal_checkpoint_v2(handle_, "main", mode, nullptr, nullptr);
    if (code == SQLITE_OK) {
        wal_pages_ = 0;
    }
    return code == SQLITE_OK;
}

std::int64_t ConnectionTx::run(std::string_view sql, std::span<const Argument> arguments,
    const std::function<void(const Row&)>& each)
{
    if (failed_) {
        throw Failure("a statement of this transaction has failed, nothing more runs in it: "
            + std::string(sql));
    }
    try {
        return connection_.run(sql, arguments, each);
    } catch (const Failure&) {
        failed_ = true; // as PostgreSQL, where a failed statement ends the transaction
        throw;
    }
}

} // namespace xieshang::db::sqlite
