// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Tells open screens that something changed: follows the record (so changes of other nodes count,
// too) and publishes kind, id and version of each event, never its content. One thread of its own.
#pragma once

#include "platform/db/db.h"
#include "platform/http/event_hub.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace xieshang::app {

class ChangeFeed {
public:
    ChangeFeed(db::Database& database, http::EventHub& hub); // both must outlive it
    ~ChangeFeed();
    void start(); // from the newest event on
    void stop();

private:
    void follow();
    void publish_new();

    db::Database& database_;
    http::EventHub& hub_;
    std::int64_t last_ = 0; // sequence of the last event that was published
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace xieshang::app
