// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/sqlite_writer.h"

#include "platform/db/open_transaction.h"

#include <algorithm>

namespace xieshang::db::sqlite {

namespace {

constexpr std::size_t max_batch = 256;
constexpr int pages_worth_a_checkpoint = 1'000; // 4 MB of log
constexpr int pages_that_must_shrink =
    20'000; // 80 MB: then wait for readers, so that the log starts anew

} // namespace

Writer::Writer(const Database& owner, const std::string& path, bool synchronous)
    : owner_(owner), connection_(path, Role::writer, synchronous), thread_([this] { serve(); })
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void Writer::write(const std::function<bool(Tx&)>& work)
{
    Job job{&work};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&job);
    ++unanswered_;
    if (waiting_.size() == 1) {
        arrived_.notify_one();
    }
    job.answered.wait(lock, [&] { return job.finished; });
    --unanswered_;
    if (job.failure) {
        std::rethrow_exception(std::move(job.failure));
    }
}

void Writer::serve()
{
    Batch batch;
    while (take(batch)) {
        commit(batch);
        answer(batch);
        checkpoint_when_due();
    }
}

bool Writer::take(Batch& batch)
{
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    const auto end = waiting_.begin() + std::ptrdiff_t(std::min(waiting_.size(), max_batch));
    batch.assign(waiting_.begin(), end);
    waiting_.erase(waiting_.begin(), end);
    return !batch.empty();
}

void Writer::commit(const Batch& batch)
{
    try {
        if (doubtful_) {
            settle();
        }
        connection_.execute("BEGIN IMMEDIATE");
        std::int64_t kept = 0;
        for (Job* job : batch) {
            kept += perform(*job) ? 1 : 0;
        }
        try {
            connection_.execute("COMMIT");
        } catch (const IoFailure& trouble) {
            doubtful_ = true;
            ++generation_; // it may be there
            throw OutcomeUnknown(trouble.what());
        }
        generation_ += kept > 0 ? 1 : 0;
        transactions_ += kept;
        batches_ += kept > 0 ? 1 : 0;
    } catch (...) {
        // Also who was refused by his own rules is told: he may have been refused for what is now
        // undone.
        give_up(batch, std::current_exception());
    }
}

// Runs one job inside a savepoint; true when it stays. Throws when the whole batch is lost.
bool Writer::perform(Job& job)
{
    connection_.execute("SAVEPOINT job");
    bool stays = false;
    try {
        ConnectionTx tx(connection_);
        const OpenTransaction open(owner_, tx);
        stays = (*job.work)(tx);
        if (stays && tx.failed()) {
            throw Failure("a statement failed, yet the transaction was to be committed");
        }
        // COMMIT would refuse these for the whole batch.
        if (stays && connection_.has_broken_foreign_keys()) {
            throw ConstraintFailure(
                ConstraintFailure::Kind::foreign_key, "a deferred foreign key points nowhere");
        }
    } catch (...) {
        job.failure = std::current_exception();
        stays = false;
    }
    if (!connection_
             .in_transaction()) { // a full disk or an I/O error made SQLite roll everything back
        if (job.failure) {
            std::rethrow_exception(job.failure);
        }
        throw Failure("the transaction was lost on the way");
    }
    if (!stays) {
        connection_.execute("ROLLBACK TO job");
    }
    connection_.execute("RELEASE job");
    return stays;
}

// After an I/O error at COMMIT the kernel may take pages for written that are not. Moving the log
// into the file and emptying it puts everything that was ever acknowledged on ground that has been
// synced anew.
void Writer::settle()
{
    if (!connection_.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)) {
        throw Unavailable("the database had an I/O error at a commit and cannot be synced yet");
    }
    doubtful_ = false;
}

void Writer::give_up(const Batch& batch, const std::exception_ptr& failure)
{
    if (connection_.in_transaction()) {
        try {
            connection_.execute("ROLLBACK");
        } catch (const Failure&) {
            doubtful_ = true; // BEGIN will refuse until SQLite has rolled back
        }
    }
    for (Job* job : batch) {
        job->failure = failure;
    }
}

void Writer::answer(const Batch& batch)
{
    const std::lock_guard lock(mutex_);
    for (Job* job : batch) {
        job->finished = true;
        job->answered.notify_one(); // under the lock: afterwards the job is gone
    }
}

void Writer::checkpoint_when_due()
{
    if (connection_.wal_pages() >= pages_that_must_shrink) {
        connection_.checkpoint(SQLITE_CHECKPOINT_RESTART);
    } else if (connection_.wal_pages() >= pages_worth_a_checkpoint) {
        connection_.checkpoint(SQLITE_CHECKPOINT_PASSIVE);
    }
}

} // namespace xieshang::db::sqlite
