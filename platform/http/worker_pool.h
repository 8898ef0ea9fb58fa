// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Threads that run jobs in the order of their coming. Threads are started when jobs need them, up
// to a most.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace xieshang::http {

class Job {
public:
    virtual ~Job() = default;
    virtual void run() noexcept = 0;    // takes ownership of itself: the pool has released it
    virtual void refuse() noexcept = 0; // the same, when the pool ends before the job had its turn
};

class WorkerPool {
public:
    WorkerPool(std::size_t threads_most, std::size_t waiting_most);
    ~WorkerPool(); // refuses what waits, waits for what runs
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    // From any thread. False when too many wait or the pool has closed; the job then stays the
    // caller's.
    bool offer(std::unique_ptr<Job>& job);

    // Refuses what waits and takes nothing more; what runs goes on.
    void close();

private:
    void work();
    void call_for_help(std::unique_lock<std::mutex>& lock);

    const std::size_t threads_most_;
    const std::size_t waiting_most_;
    std::mutex mutex_;
    std::condition_variable called_;
    std::deque<std::unique_ptr<Job>> waiting_;
    std::vector<std::thread> threads_;
    std::size_t idle_ = 0;
    std::size_t calls_ = 0; // idle threads that were woken and have not looked at the queue yet
    std::size_t starting_ = 0;
    bool closed_ = false;
};

} // namespace xieshang::http
