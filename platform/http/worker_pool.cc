// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/worker_pool.h"

#include <system_error>

namespace xieshang::http {

WorkerPool::WorkerPool(std::size_t threads_most, std::size_t waiting_most)
    : threads_most_(threads_most == 0 ? 1 : threads_most), waiting_most_(waiting_most)
{
    threads_.reserve(threads_most_);
}

WorkerPool::~WorkerPool()
{
    close();
    for (auto& thread : threads_) {
        thread.join();
    }
}

bool WorkerPool::offer(std::unique_ptr<Job>& job)
{
    std::unique_lock lock(mutex_);
    const std::size_t free_threads = idle_ + calls_ + starting_ + (threads_most_ - threads_.size());
    if (closed_ || waiting_.size() >= waiting_most_ + free_threads) {
        return false;
    }
    waiting_.push_back(std::move(job));
    call_for_help(lock);
    if (lock.owns_lock() && threads_.empty()) { // not even one could be started
        job = std::move(waiting_.back());
        waiting_.pop_back();
        return false;
    }
    return true;
}

// One thread at a time is woken: it looks at the queue and, when more is waiting, wakes the next.
// Waking one a job would cost more than most handlers do.
void WorkerPool::call_for_help(std::unique_lock<std::mutex>& lock)
{
    if (calls_ + starting_ > 0) {
        return;
    }
    if (idle_ > 0) {
        --idle_;
        ++calls_;
        lock.unlock();
        called_.notify_one();
    } else if (threads_.size() < threads_most_) {
        ++starting_;
        try {
            threads_.emplace_back([this] { work(); });
        } catch (const std::system_error&) {
            --starting_; // those that run go on alone
        }
    }
}

void WorkerPool::work()
{
    std::unique_lock lock(mutex_);
    --starting_;
    for (;;) {
        if (!waiting_.empty()) {
            Job* job = waiting_.front().release();
            waiting_.pop_front();
            if (!waiting_.empty()) {
                call_for_help(lock);
            }
            if (lock.owns_lock()) {
                lock.unlock();
            }
            job->run();
            lock.lock();
        } else if (closed_) {
            return;
        } else {
            ++idle_;
            called_.wait(lock, [this] { return calls_ > 0 || closed_; });
            if (calls_ > 0) {
                --calls_;
            } else {
                --idle_;
            }
        }
    }
}

void WorkerPool::close()
{
    std::deque<std::unique_ptr<Job>> refused;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        refused.swap(waiting_);
    }
    called_.notify_all();
    for (auto& job : refused) {
        job.release()->refuse();
    }
}

} // namespace xieshang::http
