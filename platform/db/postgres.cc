// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/changed_rows.h"
#include "platform/db/open_transaction.h"
#include "platform/db/postgres_connection.h"
#include "platform/db/postgres_updates.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <random>
#include <thread>

namespace xieshang::db {

namespace {

using postgres::Conflict;
using postgres::Connection;
using postgres::ConnectionLost;

constexpr int max_attempts = 60;
constexpr int attempts_in_the_crowd = 3; // then one at a time, so that someone always gets through
constexpr int longest_wait_ms = 100;
constexpr int attempts_at_a_key = 3; // that is taken: by a row of ours, or by another's just now
constexpr std::chrono::seconds wait_for_connection{10};

class Pool {
public:
    explicit Pool(const PostgresOptions& options)
        : options_(options), free_places_(std::max(options.connections, 1))
    {
        idle_.push_back(
            std::make_unique<Connection>(options_)); // says at once when the address is wrong
    }

    // An idle one, or null: the caller then makes one in the place that is now his.
    std::unique_ptr<Connection> take()
    {
        std::unique_lock lock(mutex_);
        if (!returned_.wait_for(lock, wait_for_connection, [this] { return free_places_ > 0; })) {
            throw Unavailable("every connection to PostgreSQL is busy");
        }
        --free_places_;
        if (idle_.empty()) {
            return nullptr;
        }
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }

    // Gives the place back, and the connection if it is any good.
    void give_back(std::unique_ptr<Connection> connection)
    {
        {
            const std::lock_guard lock(mutex_);
            ++free_places_;
            if (connection != nullptr && connection->is_idle()) {
                idle_.push_back(std::move(connection));
            }
        }
        returned_.notify_one();
    }

    const PostgresOptions& options() const { return options_; }

private:
    const PostgresOptions options_;
    std::mutex mutex_;
    std::condition_variable returned_;
    int free_places_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

// A connection with an open transaction; whatever happens, none is left open.
class Session {
public:
    Session(Pool& pool, const char* begin) : pool_(pool), connection_(pool.take())
    {
        try {
            if (connection_ != nullptr && try_begin(begin)) {
                return;
            }
            connection_ = std::make_unique<Connection>(pool_.options());
            connection_->begin(begin);
        } catch (...) {
            pool_.give_back(nullptr);
            throw;
        }
    }
    ~Session()
    {
        connection_->roll_back();
        pool_.give_back(std::move(connection_));
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Connection& operator*() { return *connection_; }
    Connection* operator->() { return connection_.get(); }

private:
    bool try_begin(const char* begin) // false: the server went away while the connection was idle
    {
        try {
            connection_->begin(begin);
            return true;
        } catch (const ConnectionLost&) {
            return false;
        }
    }

    Pool& pool_;
    std::unique_ptr<Connection> connection_;
};

class SessionTx final : public Tx, public ManyUpdates {
public:
    explicit SessionTx(Connection& connection) : connection_(connection) {}

    std::int64_t run(std::string_view sql, std::span<const Argument> arguments,
        const std::function<void(const Row&)>& each) override
    {
        return unless_failed(sql, [&] { return connection_.run(sql, arguments, each); });
    }

    // COPY begins to pay where a few statements would have to be answered.
    void insert(std::string_view table, std::span<const std::string_view> columns,
        std::span<const Argument> values) override
    {
        constexpr std::size_t few = 4;
        if (values.size() <= few * columns.size()) {
            Tx::insert(table, columns, values);
        } else {
            unless_failed(table, [&] { connection_.copy(table, columns, values); });
        }
    }

    // The rows are copied into a table of their own, which is gone with the transaction at the
    // latest, and written from there by one statement.
    std::int64_t update_many(std::string_view table, std::span<const std::string_view> keys,
        std::span<const std::string_view> columns, std::span<const Argument> values) override
    {
        const auto words = postgres::many_updates(table, keys, columns);
        run(words.make, {}, {});
        insert(postgres::many_updates_table, words.columns, values);
        const auto changed = run(words.update, {}, {});
        run(words.drop, {}, {});
        return changed;
    }

    bool failed() const { return failed_; }
    bool conflicted() const { return conflicted_; } // whatever the work made of it

private:
    template <class Work>
    std::invoke_result_t<Work> unless_failed(std::string_view doing, Work work)
    {
        if (failed_) {
            throw Failure("a statement of this transaction has failed, nothing more runs in it: "
                + std::string(doing));
        }
        try {
            return work();
        } catch (const Conflict&) {
            failed_ = conflicted_ = true;
            throw;
        } catch (const Failure&) {
            failed_ = true;
            throw;
        }
    }

    Connection& connection_;
    bool failed_ = false;
    bool conflicted_ = false;
};

void wait_at_random(int attempt)
{
    thread_local std::minstd_rand random(std::random_device{}());
    const int longest_ms = std::min(longest_wait_ms, 1 << std::min(attempt, 10));
    std::this_thread::sleep_for(
        std::chrono::milliseconds(std::uniform_int_distribution(0, longest_ms)(random)));
}

class Postgres final : public Database {
public:
    explicit Postgres(const PostgresOptions& options) : pool_(options) {}

    void write(const std::function<bool(Tx&)>& work) override
    {
        OpenTransaction::refuse_write_inside(*this);
        std::unique_lock alone(crowd_, std::defer_lock);
        for (int attempt = 1;; ++attempt) {
            try {
                write_once(work);
                return;
            } catch (const Conflict& trouble) {
                if (attempt == max_attempts) {
                    throw Unavailable(std::string("too many writers at once: ") + trouble.what());
                }
            } catch (const ConstraintFailure& trouble) {
                // Two that overlap and take one number may be told of the key before they are told
                // of each other (PostgreSQL 15, §13.5). A row that was there stays in the way.
                if (trouble.kind != ConstraintFailure::Kind::unique
                    || attempt >= attempts_at_a_key) {
                    throw;
                }
            }
            if (attempt == attempts_in_the_crowd) {
                alone.lock();
            }
            wait_at_random(attempt);
        }
    }

    void look(const std::function<void(Tx&)>& work) override
    {
        if (Tx* open = OpenTransaction::of(*this)) {
            work(*open);
            return;
        }
        try {
            look_once(work);
        } catch (const ConnectionLost&) {
            look_once(work);
        } catch (const Conflict&) { // a standby that had to clear what we looked at
            look_once(work);
        }
    }

    std::string_view engine() const override { return "postgres"; }
    WriteStatistics write_statistics() const override { return {commits_, commits_, 0}; }

private:
    void write_once(const std::function<bool(Tx&)>& work)
    {
        Session session(pool_, "BEGIN ISOLATION LEVEL SERIALIZABLE");
        SessionTx tx(*session);
        bool stays = false;
        try {
            const OpenTransaction open(*this, tx);
            stays = work(tx);
        } catch (...) {
            if (tx.conflicted()) {
                throw Conflict("with another transaction");
            }
            throw;
        }
        if (tx.conflicted()) {
            throw Conflict("with another transaction");
        }
        if (stays && tx.failed()) {
            throw Failure("a statement failed, yet the transaction was to be committed");
        }
        if (stays) {
            session->commit();
            ++commits_;
        }
    }

    void look_once(const std::function<void(Tx&)>& work)
    {
        Session session(pool_, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        SessionTx tx(*session);
        const OpenTransaction open(*this, tx);
        work(tx);
    }

    Pool pool_;
    std::mutex crowd_;
    std::atomic<std::int64_t> commits_ = 0;
};

} // namespace

std::unique_ptr<Database> open_postgres(const PostgresOptions& options)
{
    return std::make_unique<Postgres>(options);
}

} // namespace xieshang::db
