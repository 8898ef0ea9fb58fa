// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/periodic.h"

#include "platform/db/db.h"

namespace xieshang::app {

Periodic::~Periodic() { stop(); }

void Periodic::start(std::chrono::milliseconds interval, std::function<void()> work)
{
    thread_ = std::thread([this, interval, work = std::move(work)] {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, interval, [this] { return stopping_; })) {
            lock.unlock();
            try {
                work();
            } catch (const db::Failure&) {
            }
            lock.lock();
        }
    });
}

void Periodic::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

} // namespace xieshang::app
