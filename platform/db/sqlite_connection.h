// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One connection to a SQLite file with its prepared statements. One thread at a time. For
// platform/db only.
#pragma once

#include "platform/db/db.h"

#include <list>
#include <sqlite3.h>
#include <unordered_map>

namespace xieshang::db::sqlite {

struct IoFailure : Failure { // the disk said neither yes nor no; at COMMIT the outcome is unknown
    using Failure::Failure;
};

enum class Role : std::uint8_t { writer, reader };

struct Statement {
    std::string sql;
    sqlite3_stmt* handle = nullptr;
    std::vector<std::size_t> arguments; // which argument stands at SQLite's parameter 1, 2, …
    bool busy = false;                  // a row callback runs the same text again
};

class Connection {
public:
    // Throws Failure with a text that names path and cause.
    Connection(const std::string& path, Role role, bool synchronous);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // As Tx::run. DiskFull, ConstraintFailure, Unavailable (locked by another program), IoFailure,
    // else Failure.
    std::int64_t run(std::string_view sql, std::span<const Argument> arguments,
        const std::function<void(const Row&)>& each);
    void execute(std::string_view sql) { run(sql, {}, nullptr); }

    bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
    bool has_broken_foreign_keys() const; // deferred ones, that COMMIT would refuse
    int wal_pages() const { return wal_pages_; }
    // Moves what the log holds into the file. `mode` is SQLITE_CHECKPOINT_…; gives false when
    // readers were in the way.
    bool checkpoint(int mode);

private:
    class Use;
    using Cache = std::list<Statement>; // most recently used first

    void configure(Role role, bool synchronous);
    Statement prepare(std::string_view sql, unsigned flags) const;
    Statement& cached(std::string_view sql);
    void bind(const Statement& statement, std::span<const Argument> arguments) const;
    [[noreturn]] void fail(std::string_view doing) const;

    sqlite3* handle_ = nullptr;
    Cache cache_;
    std::unordered_map<std::string_view, Cache::iterator> by_text_;
    int wal_pages_ = 0;
};

class ConnectionTx final : public Tx {
public:
    explicit ConnectionTx(Connection& connection) : connection_(connection) {}
    std::int64_t run(std::string_view sql, std::span<const Argument> arguments,
        const std::function<void(const Row&)>& each) override;
    bool failed() const { return failed_; }

private:
    Connection& connection_;
    bool failed_ = false;
};

} // namespace xieshang::db::sqlite
