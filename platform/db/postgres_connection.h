// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One session with a PostgreSQL server and its prepared statements. One thread at a time. For
// platform/db only.
#pragma once

#include "platform/db/db.h"

#include <libpq-fe.h>
#include <list>
#include <unordered_map>

namespace xieshang::db::postgres {

struct ConnectionLost : Unavailable { // what was open in the session is rolled back
    using Unavailable::Unavailable;
};
struct Conflict : Failure { // with another transaction: run it again
    using Failure::Failure;
};

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

class Connection {
public:
    // Throws Unavailable when there is no way in, Failure when the database cannot be used.
    explicit Connection(const PostgresOptions& options);
    ~Connection() { PQfinish(handle_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // As Tx::run. ConnectionLost, Conflict, ConstraintFailure, DiskFull, else Failure.
    std::int64_t run(std::string_view sql, std::span<const Argument> arguments,
        const std::function<void(const Row&)>& each);

    // As Tx::insert, in one COPY. What it throws is that of run().
    void copy(std::string_view table, std::span<const std::string_view> columns,
        std::span<const Argument> values);

    void begin(const char* statement); // "BEGIN …"; ConnectionLost: the server has not seen it, or
                                       // has forgotten it
    void commit(); // OutcomeUnknown when the server's yes or no did not arrive in time
    void roll_back() noexcept;

    bool is_idle() const; // alive and without a transaction: good for the next caller

private:
    struct Prepared {
        std::string key;
        std::string name;
    };
    using Cache = std::list<Prepared>; // most recently used first

    const std::string& prepared(std::string_view sql, std::span<const Argument> arguments);
    Result simple(const char* sql, int deadline_ms);
    // The last result, or the one that asks for the rows of a COPY. ConnectionLost when none comes.
    Result await(bool sent, int deadline_ms, std::string_view doing);
    void expect_success(const PGresult* result, std::string_view doing) const;
    void prepare_session();

    int commit_deadline_ms_;
    PGconn* handle_ = nullptr;
    bool warned_ = false; // the server sent a WARNING
    Cache cache_;
    std::unordered_map<std::string_view, Cache::iterator> by_key_;
    std::int64_t names_given_ = 0;
};

// Throws what the SQLSTATE of an error means.
[[noreturn]] void throw_failure(std::string_view sqlstate, const std::string& what);

} // namespace xieshang::db::postgres
