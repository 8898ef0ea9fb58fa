// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Tells open screens that something changed: follows the record (so changes of other nodes count,
// too) and publishes kind, id and version of each event, never its content. One thread of its own.
#pragma once

#include "app/periodic.h"
#include "platform/db/db.h"
#include "platform/http/event_hub.h"

#include <cstdint>

namespace xieshang::app {

class ChangeFeed {
public:
    ChangeFeed(db::Database& database, http::EventHub& hub); // both must outlive it
    void start();                                            // from the newest event on
    void stop();

private:
    void publish_new();

    db::Database& database_;
    http::EventHub& hub_;
    std::int64_t last_ = 0; // sequence of the last event that was published
    Periodic periodic_;
};

} // namespace xieshang::app
