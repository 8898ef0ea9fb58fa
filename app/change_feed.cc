// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/change_feed.h"

#include "features/people/people_policies.h"
#include "features/plan/document_policies.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <algorithm>
#include <chrono>
#include <map>
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

using Views = std::initializer_list<std::string_view>;

// Who sees an object of others in one of these views.
base::Roles seeing(const base::Policy& policy, Views views, std::string_view state = {})
{
    base::Roles roles{};
    for (const auto& row : policy.rows()) {
        const bool fits = row.relations.has(base::Relation::other_body) && row.admits_state(state)
            && std::find(views.begin(), views.end(), row.view) != views.end();
        roles |= fits ? row.who.roles() : 0;
    }
    return roles;
}

// Who sees the object itself, by its kind; a kind that is not here has no page, or is nobody's
// business, as who signed in. Of a document with a plan no more are told than of an import: a
// reader does not learn of its life before. That something of a person's words changed is told to
// who sees them: not to who sees but the name.
base::Roles audience_of(std::string_view kind)
{
    namespace register_of = people::policies;
    static const std::map<std::string_view, base::Roles> audiences{
        {"plan", members::readers.roles()},
        {"topic", members::readers.roles()},
        {"plan_document", seeing(plan::document_readers, {"all"}, "kept")},
        {"plan_correction", seeing(plan::document_readers, {"all"}, "kept")},
        {"registered_person", seeing(register_of::see_directory, {"all", "register"})},
        {"contact", seeing(register_of::look_at_contact, {"all"})},
        {"membership", seeing(register_of::see_membership, {"all", "register", "public"})},
        {"organisation", register_of::see_bodies.roles()},
        {"term", register_of::see_bodies.roles()},
        {"post", register_of::see_bodies.roles()},
        {"tenure", register_of::see_bodies.roles()},
        {"roster_import", register_of::keep_register.roles()},
    };
    const auto found = audiences.find(kind);
    return found == audiences.end() ? 0 : found->second;
}

// A roster changes thousands of rows, and a screen that shows one fetches all: of each kind of the
// register the newest is told.
bool is_told_once(std::string_view kind) { return !kind.starts_with("plan") && kind != "topic"; }

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
    std::map<std::string_view, std::int64_t> newest;
    for (const auto& event : events) {
        newest[event.kind] = event.sequence;
    }
    for (const auto& event : events) {
        const auto audience = audience_of(event.kind);
        if (audience != 0 && (!is_told_once(event.kind) || newest[event.kind] == event.sequence)) {
            hub_.publish({event.sequence, "changed",
                json::write(Change{event.kind, event.id, event.version}), audience});
        }
        last_ = event.sequence;
    }
}

} // namespace xieshang::app
