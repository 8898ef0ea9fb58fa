// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_act.h"
#include "features/members/rename_actions.h"
#include "features/people/membership_store.h"
#include "features/people/person_page_actions.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/roster_pen_actions.h"
#include "features/people/standing_relation_actions.h"
#include "features/people/step_place_actions.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"
#include "platform/record/audit.h"

#include <algorithm>

namespace xieshang::people {
namespace {

struct Told {
    std::int64_t sequence{};
    PastChange change;
};

std::string name_of_actor(db::Tx& tx, const std::string& id)
{
    auto name = members::name_of(tx, id);
    return name.empty() ? name_of_registered(tx, PersonId{id}).value_or("") : name;
}

PastChange change_of(db::Tx& tx, const record::PastEvent& event)
{
    PastChange change{event.at, name_of_actor(tx, event.actor_id), event.action, {}, {}, {}, {}};
    const auto content = json::Document::parse(event.content.value_or(""));
    if (!content) {
        return change;
    }
    if (const auto* reason = json::member_of(content->root(), "reason")) {
        change.reason = reason->text;
    }
    if (const auto* day = json::member_of(content->root(), "day")) {
        change.day = std::string(day->text);
    }
    if (const auto* field = json::member_of(content->root(), "field")) { // what was looked at
        change.fields.emplace_back(field->text);
    }
    if (const auto* fields = json::member_of(content->root(), "fields")) {
        for (const auto& field : *fields) {
            change.fields.emplace_back(field.text);
        }
    }
    return change;
}

// With the places that its steps left and gave.
void add_membership(db::Tx& tx, std::vector<Told>& told, const MembershipId& id)
{
    auto steps = steps_shown(tx, id);
    for (const auto& event : record::events_about(tx, "membership", id.text)) {
        told.push_back({event.sequence, change_of(tx, event)});
        const auto step = std::find_if(steps.begin(), steps.end(),
            [&](const MembershipStepView& one) { return one.version == event.version; });
        if (step != steps.end()) {
            told.back().change.former_place = std::move(step->former_place);
            told.back().change.place = std::move(step->place);
        }
    }
}

void add_about(db::Tx& tx, std::vector<Told>& told, std::string_view kind, const std::string& id)
{
    for (const auto& event : record::events_about(tx, kind, id)) {
        told.push_back({event.sequence, change_of(tx, event)});
        if (kind == "contact" && behalf::is_on_behalf(event.actor_id, id)) {
            told.back().change.for_name = name_of_registered(tx, PersonId{id});
        }
    }
}

// Who looked at a contact and why: the office said so each time (PIPL 44). One's own looks are not
// told: one knows.
void add_looks(db::Tx& tx, std::vector<Told>& told, const PersonId& id)
{
    for (const auto contact : all_contacts) {
        const auto place = sealing::name_of(place_of_contact(id, contact));
        for (const auto& event : record::events_about(tx, "sealed_value", place)) {
            if (event.action == "sealed_value.look" && event.actor_id != id.text) {
                told.push_back({event.sequence, change_of(tx, event)});
            }
        }
    }
}

// Who was entered by mistake is the office's and his own to know, as on the post's page.
std::vector<std::string> tenures_told(db::Tx& tx, const PersonId& id, std::string_view view)
{
    if (view != "register") {
        return all_tenure_ids_of(tx, id);
    }
    std::vector<std::string> ids;
    for (const auto& tenure : tenures_of_person(tx, id)) {
        ids.push_back(tenure.id.text);
    }
    return ids;
}

} // namespace

base::Result<PersonHistory> person_history(
    services::Services& services, const base::Asker& asker, const PersonId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PersonHistory> {
        const auto day = day_of(services.clock.now());
        const auto view = asker.view(relation_on(tx, asker.actor, id, day));
        if (!view) {
            if (name_of_registered(tx, id)) {
                asker.hide(id.text);
            }
            return base::trouble(base::Trouble::not_found, "people.not_found");
        }
        TRY(find_registered_person(tx, id));
        std::vector<Told> told;
        add_about(tx, told, "registered_person", id.text);
        if (*view != "register") { // which contacts are kept is no part of the register
            add_about(tx, told, "contact", id.text);
            add_looks(tx, told, id);
        }
        for (const auto& tenure : tenures_told(tx, id, *view)) {
            add_about(tx, told, "tenure", tenure);
        }
        for (const auto& membership : memberships_of(tx, id)) {
            add_membership(tx, told, membership.id);
        }
        std::sort(told.begin(), told.end(),
            [](const Told& one, const Told& other) { return one.sequence > other.sequence; });
        PersonHistory history;
        for (auto& one : told) {
            history.items.push_back(std::move(one.change));
        }
        return history;
    });
}

} // namespace xieshang::people
