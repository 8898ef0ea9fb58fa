// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one writer of a SQLite file and its group commit. All write() calls that wait become one
// batch:
//
//     BEGIN IMMEDIATE   (SAVEPOINT job … RELEASE job | ROLLBACK TO job)*   COMMIT   → answers to
//     all
//
// so that one fsync serves them all and nobody is answered before it. For platform/db only.
#pragma once

#include "platform/db/sqlite_connection.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace xieshang::db::sqlite {

class Writer {
public:
    // `owner` is the database whose transaction the thread has open while it runs a job.
    Writer(const Database& owner, const std::string& path, bool synchronous);
    ~Writer(); // no call may be waiting
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void write(const std::function<bool(Tx&)>& work);
    WriteStatistics statistics() const { return {transactions_, batches_, unanswered_}; }
    std::int64_t generation() const { return generation_; } // db.h

private:
    struct Job {
        const std::function<bool(Tx&)>* work;
        std::exception_ptr failure{};
        bool finished = false;
        std::condition_variable answered{};
    };
    using Batch = std::vector<Job*>;

    void serve();
    bool take(Batch& batch);
    void commit(const Batch& batch);
    bool perform(Job& job);
    void settle();
    void give_up(const Batch& batch, const std::exception_ptr& failure);
    void answer(const Batch& batch);
    void checkpoint_when_due();

    const Database& owner_;
    Connection connection_;
    bool doubtful_ = false; // a COMMIT ended with an I/O error
    std::atomic<std::int64_t> transactions_ = 0;
    std::atomic<std::int64_t> batches_ = 0;
    std::atomic<std::int64_t> unanswered_ = 0;
    std::atomic<std::int64_t> generation_ = 0;

    std::mutex mutex_;
    std::condition_variable arrived_;
    Batch waiting_;
    bool ending_ = false;
    std::thread thread_; // last: it uses all of the above
};

} // namespace xieshang::db::sqlite
