// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Tells open screens that something changed: follows the record (so changes of other nodes count,
// too) and publishes kind, id and version of each event, never its content. What may have changed
// somebody's rights, or ended a session, has the open streams looked at, so that those which are no
// longer allowed end within a second, whichever node did it (AZ-05). One thread of its own.
#pragma once

#include "app/periodic.h"
#include "platform/db/db.h"
#include "platform/http/event_hub.h"
#include "platform/record/record.h"

#include <cstdint>
#include <vector>

namespace xieshang::app {

class ChangeFeed {
public:
    ChangeFeed(db::Database& database, http::EventHub& hub); // both must outlive it
    void start();                                            // from the newest event on
    void stop();

private:
    using Events = std::vector<record::Subject>;

    void publish_new();
    Events read_new();
    void publish(const record::Subject& event);
    void ask_again_after(const record::Subject& event);

    db::Database& database_;
    http::EventHub& hub_;
    std::int64_t last_ = 0; // sequence of the last event that was published
    Periodic periodic_;
};

} // namespace xieshang::app
