// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/change_feed.h"

#include "features/calls/calls_policies.h"
#include "features/draft_opinions/opinion_policies.h"
#include "features/people/people_policies.h"
#include "features/plan/document_policies.h"
#include "features/scoring/scoring_policies.h"
#include "features/settings/settings_policies.h"
#include "features/shortlists/shortlists_policies.h"
#include "platform/json/json.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
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

// What says nothing of anybody's rights. All that is not listed does, so that a kind which is
// forgotten here costs a look at each open stream, and no right that lasts too long.
constexpr std::array<std::string_view, 30> of_no_right{"plan", "topic", "plan_document",
    "plan_correction", "contact", "sealed_value", "sealing_key", "behalf_act", "behalf_scan",
    "sign_in", "address", "operation", "record", "refused_object", "alarm", "people_export",
    "account_list", "setting", "calendar_year", "topic_call", "suggestion", "suggestion_merge",
    "amendment", "selection_round", "support_ballot", "opinion_request", "draft_opinion",
    "scoring_round", "scoring_sheet", "scoring_comment"};

bool may_change_rights(const record::Subject& event)
{
    return std::find(of_no_right.begin(), of_no_right.end(), event.kind) == of_no_right.end();
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
        {"amendment", members::readers.roles()},
        {"plan_document", seeing(plan::document_readers, {"all"}, "kept")},
        {"plan_correction", seeing(plan::document_readers, {"all"}, "kept")},
        {"topic_call", seeing(calls::policies::see_calls, {"all", "published"}, "open")},
        {"suggestion", calls::policies::see_pool.roles()},
        {"selection_round", seeing(shortlists::policies::see_rounds, {"all", "published"})},
        {"opinion_request", seeing(draft_opinions::policies::see_request, {"all"})},
        {"draft_opinion", seeing(draft_opinions::policies::see_request, {"all"})},
        {"scoring_round", seeing(scoring::policies::see_round, {"all"})},
        {"scoring_sheet", scoring::policies::keep_rounds.roles()},
        {"registered_person", seeing(register_of::see_directory, {"all", "register"})},
        {"contact", seeing(register_of::look_at_contact, {"all"})},
        {"membership", seeing(register_of::see_membership, {"all", "register", "public"})},
        {"organisation", register_of::see_bodies.roles()},
        {"term", register_of::see_bodies.roles()},
        {"post", register_of::see_bodies.roles()},
        {"tenure", register_of::see_bodies.roles()},
        {"roster_import", register_of::keep_register.roles()},
        {"setting", settings::policies::see_settings.roles()},
        {"calendar_year", settings::policies::see_settings.roles()},
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
    for (auto events = read_new(); !events.empty();
         events = events.size() < read_at_once ? Events{} : read_new()) {
        std::map<std::string_view, std::int64_t> newest;
        for (const auto& event : events) {
            newest[event.kind] = event.sequence;
        }
        for (const auto& event : events) {
            if (!is_told_once(event.kind) || newest[event.kind] == event.sequence) {
                publish(event);
            }
            ask_again_after(event);
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
    if (const auto audience = audience_of(event.kind); audience != 0) {
        hub_.publish({event.sequence, "changed",
            json::write(Change{event.kind, event.id, event.version}), audience});
    }
}

void ChangeFeed::ask_again_after(const record::Subject& event)
{
    if (event.kind == "person") { // an account: its sessions, roles and state are its own
        hub_.ask_again(event.id);
    } else if (may_change_rights(event)) {
        hub_.ask_everybody_again();
    }
}

} // namespace xieshang::app
