// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/audit_actions.h"

#include "features/audit/act_search_actions.h"
#include "features/audit/act_views_actions.h"
#include "platform/json/json.h"
#include "platform/record/acts.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::audit {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr auto check_action = "record.check";

struct CheckContent { // what the record keeps of a check
    std::int64_t events{};
    std::int64_t misfits{};
};
BOOST_DESCRIBE_STRUCT(CheckContent, (), (events, misfits))

constexpr auto hidden_action = "denial.object";

struct HiddenContent { // what the record keeps of what was hidden from somebody
    std::string operation;
};
BOOST_DESCRIBE_STRUCT(HiddenContent, (), (operation))

// What two searches found is one act.
void sort(std::vector<record::Act>& acts, bool oldest_first, std::int64_t limit)
{
    const auto place = [](const record::Act& act) { return std::pair(act.at.ms, act.sequence); };
    std::sort(acts.begin(), acts.end(), [&](const record::Act& one, const record::Act& other) {
        return oldest_first ? place(one) < place(other) : place(one) > place(other);
    });
    const auto same = [](const record::Act& one, const record::Act& other) {
        return one.sequence == other.sequence;
    };
    acts.erase(std::unique(acts.begin(), acts.end(), same), acts.end());
    acts.resize(std::min(acts.size(), static_cast<std::size_t>(limit)));
}

std::optional<RecordCheck> last_check(db::Tx& tx, ActViews& views)
{
    const auto acts = record::find_acts(tx, {.action = check_action, .limit = 1});
    if (acts.empty()) {
        return std::nullopt;
    }
    const auto kept =
        json::read_own<CheckContent>(record::content_of(tx, acts[0].sequence).value_or("{}"));
    return RecordCheck{acts[0].at, views.name_now(acts[0].actor_id), kept ? kept->events : 0,
        kept ? kept->misfits : 0};
}

// Within the last minute, of the same operation, whatever the object was.
bool hidden_lately(
    db::Tx& tx, const base::Actor& actor, const std::string& content, base::Instant now)
{
    const auto lately = record::find_acts(tx,
        {.actor_id = actor.id,
            .action = hidden_action,
            .from = base::Instant{now.ms - minute_ms + 1},
            .limit = 1'000});
    return std::any_of(lately.begin(), lately.end(), [&](const record::Act& act) {
        return record::content_of(tx, act.sequence) == json::canonical(content);
    });
}

record::Event about_operation(std::string action, std::string_view operation)
{
    return {std::move(action), "operation", std::string(operation), 0, "{}"};
}

struct BarredContent { // what the record keeps of what a rule forbade
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(BarredContent, (), (reason))

void keep_once_a_minute(
    services::Services& services, const base::Actor& actor, const record::Event& event)
{
    services.db.write([&](db::Tx& tx) {
        const auto now = services.clock.now();
        const auto before = record::last_done_at(tx,
            {.actor_id = actor.id,
                .action = event.action,
                .kind = event.subject_kind,
                .id = event.subject_id});
        if (!before || now - *before >= minute_ms) {
            record::append(tx, actor, now, services.random, event);
        }
        return true;
    });
}

} // namespace

std::vector<ActView> list_acts(services::Services& services, const ActFilter& filter,
    const std::optional<ActPlace>& after, std::int64_t limit)
{
    const bool oldest_first = filter.sort == ActOrder::oldest;
    return services.db.read([&](db::Tx& tx) {
        std::vector<record::Act> acts;
        for (const auto& search : searches_for(
                 tx, filter, {.oldest_first = oldest_first, .after = after, .limit = limit})) {
            auto found = record::find_acts(tx, search);
            acts.insert(acts.end(), found.begin(), found.end());
        }
        sort(acts, oldest_first, limit);
        ActViews views(tx);
        std::vector<ActView> shown;
        for (const auto& act : acts) {
            shown.push_back(views.of(act));
        }
        return shown;
    });
}

RecordState record_state(services::Services& services)
{
    return services.db.read([&](db::Tx& tx) {
        ActViews views(tx);
        RecordState state{.last_check = last_check(tx, views)};
        if (const auto head = record::head_of(tx)) {
            state.events = head->sequence;
            state.newest_at = head->at;
            state.head = head->commitment;
        }
        return state;
    });
}

record::EventAudit look_through_record(services::Services& services)
{
    return services.db.read(
        [](db::Tx& tx) { return record::audit_events(tx, [](std::int64_t) {}); });
}

RecordCheck keep_check(
    services::Services& services, const base::Actor& actor, const record::EventAudit& audit)
{
    const auto now = services.clock.now();
    const CheckContent content{audit.events, static_cast<std::int64_t>(audit.misfits.size())};
    services.db.write([&](db::Tx& tx) {
        record::append(tx, actor, now, services.random,
            {check_action, "record", "", audit.events, json::write(content)});
        return true;
    });
    return {now, actor.name, content.events, content.misfits};
}

void keep_denial(services::Services& services, const base::Actor& actor, std::string_view operation)
{
    keep_once_a_minute(services, actor, about_operation("denial.access", operation));
}

void keep_barred(services::Services& services, const base::Actor& actor, std::string_view operation,
    std::string_view reason)
{
    auto event = about_operation("denial.rule", operation);
    event.content = json::write(BarredContent{std::string(reason)});
    keep_once_a_minute(services, actor, event);
}

void keep_hidden(services::Services& services, const base::Actor& actor, std::string_view operation,
    std::string_view object)
{
    services.db.write([&](db::Tx& tx) {
        const auto now = services.clock.now();
        const auto content = json::write(HiddenContent{std::string(operation)});
        if (!hidden_lately(tx, actor, content, now)) {
            record::append(tx, actor, now, services.random,
                {hidden_action, "refused_object", std::string(object), 0, content});
        }
        return true;
    });
}

void keep_export(services::Services& services, const base::Actor& actor, std::string_view operation)
{
    services.db.write([&](db::Tx& tx) {
        record::append(tx, actor, services.clock.now(), services.random,
            about_operation("export.take", operation));
        return true;
    });
}

} // namespace xieshang::audit
