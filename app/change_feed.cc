// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/change_feed.h"

#include "features/plan/document_policies.h"
#include "platform/json/json.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace xieshang::app {
namespace {

constexpr std::chrono::milliseconds interval{250};
constexpr std::size_t read_at_once = 1000; // by record::events_after

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

// What says nothing of anybody's rights. All that is not listed does, so that a kind which is
// forgotten here costs a look at each open stream, and no right that lasts too long.
constexpr std::array<std::string_view, 17> of_no_right{"plan", "topic", "plan_document",
    "plan_correction", "contact", "sealed_value", "sealing_key", "behalf_act", "behalf_scan",
    "sign_in", "address", "operation", "record", "refused_object", "alarm", "people_export",
    "account_list"};

bool may_change_rights(const record::Subject& event)
{
    return std::find(of_no_right.begin(), of_no_right.end(), event.kind) == of_no_right.end();
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
    for (auto events = read_new(); !events.empty();
         events = events.size() < read_at_once ? Events{} : read_new()) {
        for (const auto& event : events) {
            publish(event);
            last_ = event.sequence;
        }
    }
}

ChangeFeed::Events ChangeFeed::read_new()
{
    return database_.read([&](db::Tx& tx) { return record::events_after(tx, last_); });
}

void ChangeFeed::publish(const record::Subject& event)
{
    if (is_shown(event)) {
        hub_.publish({event.sequence, "changed",
            json::write(Change{event.kind, event.id, event.version}), audience_of(event)});
    } else if (event.kind == "person") { // an account: its sessions, roles and state are its own
        hub_.ask_again(event.id);
    } else if (may_change_rights(event)) {
        hub_.ask_everybody_again();
    }
}

} // namespace xieshang::app
