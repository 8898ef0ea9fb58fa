// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/postgres_connection.h"

#include "platform/db/postgres_row.h"
#include "platform/db/postgres_types.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <poll.h>

namespace xieshang::db::postgres {

namespace {

constexpr std::size_t max_cached_statements = 256;
constexpr int statement_deadline_ms = 60'000;
constexpr int index_deadline_ms = 3'600'000; // it reads a whole table

std::string_view field(const PGresult* result, int code)
{
    const char* text = PQresultErrorField(result, code);
    return text == nullptr ? std::string_view() : text;
}

std::size_t highest_parameter(std::string_view sql)
{
    std::size_t highest = 0;
    for (auto at = sql.find('$'); at != std::string_view::npos; at = sql.find('$', at + 1)) {
        std::size_t number = 0;
        std::from_chars(sql.data() + at + 1, sql.data() + sql.size(), number);
        highest = std::max(highest, number);
    }
    return highest;
}

} // namespace

void throw_failure(std::string_view sqlstate, const std::string& what)
{
    using Kind = ConstraintFailure::Kind;
    if (sqlstate == "23505") {
        throw ConstraintFailure(Kind::unique, what);
    }
    if (sqlstate == "23503" || sqlstate == "23001") {
        throw ConstraintFailure(Kind::foreign_key, what);
    }
    if (sqlstate == "23502") {
        throw ConstraintFailure(Kind::not_null, what);
    }
    if (sqlstate == "23514" || sqlstate == "P0001") { // P0001: RAISE EXCEPTION in a trigger
        throw ConstraintFailure(Kind::check, what);
    }
    if (sqlstate.starts_with("23")) {
        throw ConstraintFailure(Kind::other, what);
    }
    if (sqlstate == "40001" || sqlstate == "40P01") {
        throw Conflict(what);
    }
    if (sqlstate == "53100") {
        throw DiskFull(what);
    }
    // Class 08 and "terminating connection", "crash shutdown", "cannot connect now", the timeout of
    // an idle transaction
    if (sqlstate.starts_with("08") || sqlstate.starts_with("57P") || sqlstate == "25P03") {
        throw ConnectionLost(what);
    }
    throw Failure(what);
}

// ---- the session --------------------------------------------------------------------------------

Connection::Connection(const PostgresOptions& options)
    : commit_deadline_ms_(options.commit_deadline_ms)
{
    // What stands before the address can be said otherwise in it; what stands behind it cannot.
    const std::array keywords{"connect_timeout", "tcp_user_timeout", "keepalives_idle",
        "fallback_application_name", "dbname", "client_encoding",
        static_cast<const char*>(nullptr)};
    const std::array values{"10", "30000", "30", "xieshang", options.address.c_str(), "UTF8",
        static_cast<const char*>(nullptr)};
    handle_ = PQconnectdbParams(keywords.data(), values.data(), 1);
    if (PQstatus(handle_) != CONNECTION_OK) {
        const std::string why = handle_ == nullptr ? "out of memory" : PQerrorMessage(handle_);
        PQfinish(handle_);
        throw Unavailable("cannot reach PostgreSQL: " + why);
    }
    PQsetNoticeReceiver(
        handle_,
        [](void* self, const PGresult* notice) {
            if (field(notice, PG_DIAG_SEVERITY_NONLOCALIZED) == "WARNING") {
                static_cast<Connection*>(self)->warned_ = true;
            }
        },
        this);
    try {
        prepare_session();
    } catch (...) {
        PQfinish(handle_);
        throw;
    }
}

void Connection::prepare_session()
{
    const char* encoding = PQparameterStatus(handle_, "server_encoding");
    if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
        throw Failure("the PostgreSQL database must have the encoding UTF8");
    }
    constexpr auto settings = std::to_array<const char*>({
        "SET idle_in_transaction_session_timeout = '60s'", // a second wall: this program leaves
                                                           // none open
        "SET standard_conforming_strings = on",
        // An acknowledged write is on the disk, whatever the server's default is; stronger defaults
        // stay.
        "SELECT set_config('synchronous_commit', 'on', false) WHERE "
        "current_setting('synchronous_commit') = 'off'",
    });
    for (const char* setting : settings) {
        expect_success(simple(setting, statement_deadline_ms).get(), setting);
    }
}

bool Connection::is_idle() const
{
    return PQstatus(handle_) == CONNECTION_OK && PQtransactionStatus(handle_) == PQTRANS_IDLE;
}

// ---- asking and waiting -------------------------------------------------------------------------

Result Connection::simple(const char* sql, int deadline_ms)
{
    return await(PQsendQuery(handle_, sql) == 1, deadline_ms, sql);
}

Result Connection::await(bool sent, int deadline_ms, std::string_view doing)
{
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::milliseconds(deadline_ms);
    const auto lost = [&](std::string_view why) {
        throw ConnectionLost("PostgreSQL: " + std::string(why) + PQerrorMessage(handle_) + ": "
            + std::string(doing));
    };
    if (!sent) {
        lost("cannot send: ");
    }
    Result kept(nullptr, &PQclear);
    for (;;) {
        while (PQisBusy(handle_) != 0) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now())
                    .count();
            pollfd socket{PQsocket(handle_), POLLIN, 0};
            if (left <= 0 || poll(&socket, 1, static_cast<int>(left)) == 0) {
                lost("no answer in time: ");
            }
            if (PQconsumeInput(handle_) == 0) {
                lost("connection lost: ");
            }
        }
        Result next(PQgetResult(handle_), &PQclear);
        if (!next) {
            break;
        }
        kept = std::move(next);
        if (PQresultStatus(kept.get()) == PGRES_COPY_IN) {
            break; // which stays the result until the rows have been sent
        }
    }
    if (!kept) {
        lost("no result: ");
    }
    return kept;
}

void Connection::expect_success(const PGresult* result, std::string_view doing) const
{
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
        return;
    }
    const auto sqlstate = field(result, PG_DIAG_SQLSTATE);
    const std::string what = std::string(PQresultErrorMessage(result)) + " ("
        + std::string(sqlstate) + "): " + std::string(doing);
    if (PQstatus(handle_) != CONNECTION_OK) {
        throw ConnectionLost(what);
    }
    throw_failure(sqlstate, what);
}

// ---- statements ---------------------------------------------------------------------------------

std::int64_t Connection::run(std::string_view sql, std::span<const Argument> arguments,
    const std::function<void(const Row&)>& each)
{
    const Parameters parameters(arguments);
    const std::string& name = prepared(sql, arguments);
    constexpr int as_text = 0;
    const bool sent = PQsendQueryPrepared(handle_, name.c_str(), parameters.count(),
                          parameters.values(), parameters.lengths(), parameters.formats(), as_text)
        == 1;
    const bool makes_an_index = sql.starts_with("CREATE INDEX");
    const Result result =
        await(sent, makes_an_index ? index_deadline_ms : statement_deadline_ms, sql);
    expect_success(result.get(), sql);
    if (each) {
        ResultRow row(result.get());
        for (int number = 0; number < PQntuples(result.get()); ++number) {
            row.go_to(number);
            each(row);
        }
    }
    const std::string_view command = PQcmdStatus(result.get());
    std::int64_t changed = 0;
    if (command.starts_with("INSERT") || command.starts_with("UPDATE")
        || command.starts_with("DELETE")) {
        const std::string_view count = PQcmdTuples(result.get());
        std::from_chars(count.data(), count.data() + count.size(), changed);
    }
    return changed;
}

const std::string& Connection::prepared(std::string_view sql, std::span<const Argument> arguments)
{
    std::vector<Oid> types(arguments.size());
    std::transform(arguments.begin(), arguments.end(), types.begin(), type_of);
    std::string key(sql);
    for (const Argument& argument : arguments) {
        key += static_cast<char>(
            argument.index()); // the same text with other types is another statement
    }
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
        cache_.splice(cache_.begin(), cache_, found->second);
        return cache_.front().name;
    }
    if (cache_.size() >= max_cached_statements) {
        const std::string forget = "DEALLOCATE " + cache_.back().name;
        expect_success(simple(forget.c_str(), statement_deadline_ms).get(), forget);
        by_key_.erase(cache_.back().key);
        cache_.pop_back();
    }
    if (highest_parameter(sql) < arguments.size()) { // the server would ignore the others
        throw Failure("the number of arguments is not that of the parameters: " + std::string(sql));
    }
    const std::string name = "s" + std::to_string(++names_given_);
    const bool sent = PQsendPrepare(handle_, name.c_str(), std::string(sql).c_str(),
                          static_cast<int>(types.size()), types.data())
        == 1;
    expect_success(await(sent, statement_deadline_ms, sql).get(), sql);
    cache_.push_front({std::move(key), name});
    by_key_.emplace(cache_.front().key, cache_.begin());
    return cache_.front().name;
}

// ---- transactions -------------------------------------------------------------------------------

void Connection::begin(const char* statement)
{
    expect_success(simple(statement, statement_deadline_ms).get(), statement);
}

void Connection::commit()
{
    warned_ = false;
    try {
        const Result result = simple("COMMIT", commit_deadline_ms_);
        // Input/output error, operator intervention: said by a server that may or may not have
        // finished.
        if (field(result.get(), PG_DIAG_SQLSTATE).starts_with("58")) {
            throw OutcomeUnknown(PQresultErrorMessage(result.get()));
        }
        expect_success(result.get(), "COMMIT");
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
            throw Failure(
                "a statement had failed: PostgreSQL rolled the transaction back at COMMIT");
        }
    } catch (const ConnectionLost& trouble) {
        throw OutcomeUnknown(trouble.what());
    }
    // "canceling wait for synchronous replication" comes as a warning beside the success.
    if (warned_) {
        throw OutcomeUnknown("PostgreSQL committed with a warning");
    }
}

void Connection::roll_back() noexcept
{
    if (PQstatus(handle_) == CONNECTION_OK && PQtransactionStatus(handle_) != PQTRANS_IDLE) {
        try {
            simple("ROLLBACK", statement_deadline_ms);
        } catch (
            ...) { // NOLINT(bugprone-empty-catch): is_idle() says no, and the connection is dropped
        }
    }
}

} // namespace xieshang::db::postgres
