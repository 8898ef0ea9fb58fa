// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Work that comes back: a thread of its own does it at every interval until it is stopped. A
// db::Failure waits for the next turn; the requests that met it are in the log.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace xieshang::app {

class Periodic {
public:
    Periodic() = default;
    ~Periodic(); // stops
    Periodic(const Periodic&) = delete;
    Periodic& operator=(const Periodic&) = delete;

    void start(std::chrono::milliseconds interval, std::function<void()> work); // once
    void stop(); // returns when the work that runs is done

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace xieshang::app
