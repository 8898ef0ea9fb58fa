// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/change_feed.h"

#include "features/plan/document_policies.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <chrono>
#include <string>

namespace xieshang::app {
namespace {

constexpr std::chrono::milliseconds interval{500};

struct Change {
    std::string kind;
    std::string id;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Change, (), (kind, id, version))

// Only what a page can show changes on a screen; who signed in is nobody's business.
bool is_shown(const record::Subject& event)
{
    return event.kind == "plan" || event.kind == "topic" || event.kind == "plan_document"
        || event.kind == "plan_correction";
}

// Who sees the object itself. Of a document with a plan no more are told than of an import: a
// reader does not learn of its life before.
base::Roles audience_of(const record::Subject& event)
{
    if (event.kind == "plan" || event.kind == "topic") {
        return members::readers.roles();
    }
    base::Roles roles{};
    for (const auto& row : plan::document_readers.rows()) {
        roles |= row.admits_state("kept") ? row.who.roles() : 0;
    }
    return roles;
}

} // namespace

ChangeFeed::ChangeFeed(db::Database& database, http::EventHub& hub) : database_(database), hub_(hub)
{
}

void ChangeFeed::start()
{
    last_ = database_.read([](db::Tx& tx) { return record::newest_sequence(tx); });
    periodic_.start(interval, [this] { publish_new(); });
}

void ChangeFeed::stop() { periodic_.stop(); }

void ChangeFeed::publish_new()
{
    const auto events = database_.read([&](db::Tx& tx) { return record::events_after(tx, last_); });
    for (const auto& event : events) {
        if (is_shown(event)) {
            hub_.publish({event.sequence, "changed",
                json::write(Change{event.kind, event.id, event.version}), audience_of(event)});
        }
        last_ = event.sequence;
    }
}

} // namespace xieshang::app
