// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/audit_actions.h"

#include "features/members/member_store.h"
#include "features/people/registered_person_store.h"
#include "platform/json/json.h"
#include "platform/record/acts.h"
#include "platform/record/record.h"

#include <algorithm>
#include <map>

namespace xieshang::audit {
namespace {

using Texts = std::vector<std::string>;

constexpr std::int64_t minute_ms = 60'000;
constexpr auto check_action = "record.check";

struct CheckContent { // what the record keeps of a check
    std::int64_t events{};
    std::int64_t misfits{};
};
BOOST_DESCRIBE_STRUCT(CheckContent, (), (events, misfits))

// One account's name at most once a page.
class Names {
public:
    explicit Names(db::Tx& tx) : tx_(tx) {}

    const std::string& of(const std::string& id)
    {
        const auto [known, added] = names_.try_emplace(id);
        if (added && !id.empty()) {
            known->second = found(id);
        }
        return known->second;
    }

private:
    std::string found(const std::string& id)
    {
        if (const auto account = members::person_of(tx_, members::PersonId{id})) {
            return account->name;
        }
        const auto person = people::find_registered_person(tx_, people::PersonId{id});
        return person ? person->words.name : std::string();
    }

    db::Tx& tx_;
    std::map<std::string, std::string> names_;
};

bool is_person(std::string_view kind)
{
    return kind == "person" || kind == "registered_person" || kind == "contact"
        || kind == "sign_in";
}

ActView view_of(const record::Act& act, Names& names)
{
    return {act.sequence, act.at, act.actor_id, names.of(act.actor_id), act.action,
        result_of(act.action), act.kind, act.id,
        is_person(act.kind) ? names.of(act.id) : std::string(), act.version};
}

// One search for each of several persons or actions, each along its index; then merged.
using Searches = std::vector<record::ActSearch>;

Searches each_person(db::Tx& tx, const ActFilter& filter, const record::ActSearch& search)
{
    const bool named = filter.q && !filter.q->empty();
    if (!named) {
        return {search};
    }
    Searches searches;
    for (auto& id : members::people_called(tx, *filter.q)) {
        if (!filter.person || id == *filter.person) {
            searches.push_back(search);
            searches.back().actor_id = std::move(id);
        }
    }
    return searches;
}

Searches each_action(const ActFilter& filter, const record::ActSearch& search)
{
    if (!filter.result) {
        return {search};
    }
    if (filter.action) {
        return result_of(*filter.action) == *filter.result ? Searches{search} : Searches{};
    }
    Searches searches;
    if (*filter.result == ActResult::done) {
        searches.push_back(search);
        searches.back().without.assign(denied_actions.begin(), denied_actions.end());
        return searches;
    }
    for (const auto action : denied_actions) {
        searches.push_back(search);
        searches.back().action = action;
    }
    return searches;
}

void sort(std::vector<record::Act>& acts, bool oldest_first, std::int64_t limit)
{
    const auto place = [](const record::Act& act) { return std::pair(act.at.ms, act.sequence); };
    std::sort(acts.begin(), acts.end(), [&](const record::Act& one, const record::Act& other) {
        return oldest_first ? place(one) < place(other) : place(one) > place(other);
    });
    acts.resize(std::min(acts.size(), static_cast<std::size_t>(limit)));
}

std::optional<RecordCheck> last_check(db::Tx& tx, Names& names)
{
    const auto acts = record::find_acts(tx, {.action = check_action, .limit = 1});
    if (acts.empty()) {
        return std::nullopt;
    }
    const auto kept = json::read<CheckContent>(
        record::content_of(tx, acts[0].sequence).value_or("{}"), json::Reader::Trust::program);
    return RecordCheck{
        acts[0].at, names.of(acts[0].actor_id), kept ? kept->events : 0, kept ? kept->misfits : 0};
}

record::Event about_operation(std::string action, std::string_view operation)
{
    return {std::move(action), "operation", std::string(operation), 0, "{}"};
}

} // namespace

std::vector<ActView> list_acts(services::Services& services, const ActFilter& filter,
    const std::optional<ActPlace>& after, std::int64_t limit)
{
    const bool oldest_first = filter.sort == ActOrder::oldest;
    const record::ActSearch search{.actor_id = filter.person,
        .action = filter.action,
        .kind = filter.kind,
        .id = filter.object,
        .from = filter.from,
        .until = filter.until,
        .oldest_first = oldest_first,
        .after = after,
        .limit = limit};
    return services.db.read([&](db::Tx& tx) {
        std::vector<record::Act> acts;
        for (const auto& of_person : each_person(tx, filter, search)) {
            for (const auto& each : each_action(filter, of_person)) {
                auto found = record::find_acts(tx, each);
                acts.insert(acts.end(), found.begin(), found.end());
            }
        }
        sort(acts, oldest_first, limit);
        Names names(tx);
        std::vector<ActView> views;
        for (const auto& act : acts) {
            views.push_back(view_of(act, names));
        }
        return views;
    });
}

RecordState record_state(services::Services& services)
{
    return services.db.read([&](db::Tx& tx) {
        Names names(tx);
        RecordState state{.last_check = last_check(tx, names)};
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
    services.db.write([&](db::Tx& tx) {
        const auto now = services.clock.now();
        const auto event = about_operation("denial.access", operation);
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

void keep_export(services::Services& services, const base::Actor& actor, std::string_view operation)
{
    services.db.write([&](db::Tx& tx) {
        record::append(tx, actor, services.clock.now(), services.random,
            about_operation("export.take", operation));
        return true;
    });
}

} // namespace xieshang::audit
