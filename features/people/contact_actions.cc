// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/contact_actions.h"

#include "features/behalf/behalf_actions.h"
#include "features/people/look_alarm_actions.h"
#include "features/people/people_policies.h"
#include "features/people/registered_person_store.h"
#include "features/people/short_text.h"
#include "platform/json/json.h"
#include "platform/record/events_told.h"

namespace xieshang::people {
namespace {

std::string name_of(Contact contact) { return boost::describe::enum_to_string(contact, ""); }

sealing::Place place_of(const PersonId& id, Contact contact)
{
    return {"registered_person", id.text, name_of(contact)};
}

bool admits(const base::Asker& asker, const PersonId& id, Contact contact)
{
    return asker.view(policies::relation_to(asker.actor, id.text), name_of(contact)).has_value();
}

// Perhaps only when he has shown again who he is.
bool is_for(
    const base::Actor& actor, const base::Policy& policy, const PersonId& id, Contact contact)
{
    return policy.row(actor, policies::relation_to(actor, id.text), name_of(contact)) != nullptr;
}

base::Result<void> may(db::Tx& tx, const base::Asker& asker, const PersonId& id, Contact contact)
{
    const bool is_there = name_of_registered(tx, id).has_value();
    if (!is_there || !admits(asker, id, contact)) {
        if (is_there) {
            asker.hide(id.text);
        }
        return base::trouble(base::Trouble::not_found, "people.not_found");
    }
    return {};
}

struct ContactChange {
    std::string action;
    Contact contact{};
    std::int64_t version{};
};

record::Event event_of(const PersonId& id, const ContactChange& change)
{
    return {change.action, "contact", id.text, change.version,
        R"({"fields":)" + json::write(std::vector<std::string>{name_of(change.contact)}) + "}"};
}

void tell(services::Services& services, db::Tx& tx, const base::Actor& actor, const PersonId& id,
    const ContactChange& change)
{
    record::append(tx, actor, services.clock.now(), services.random, event_of(id, change));
}

struct OwnersChange {
    behalf::BehalfDeed deed{};
    std::int64_t version{};
    std::vector<std::string> fields;
};

// Whose contacts they are hears of it, unless it is the program that fills a demo's register.
void tell_owner(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const PersonId& id, OwnersChange change)
{
    if (!actor.id.empty()) {
        behalf::record_for_person(services, tx, actor, id,
            {.deed = change.deed,
                .object_kind = "contact",
                .object_id = id.text,
                .object_version = change.version,
                .fields = std::move(change.fields)});
    }
}

} // namespace

std::vector<std::string> contact_names(const PersonId& id)
{
    std::vector<std::string> names;
    for (const auto contact : all_contacts) {
        names.push_back(sealing::name_of(place_of(id, contact)));
    }
    return names;
}

namespace {

// One identity number, one person: which of the two is wrong, only who has the papers can tell.
base::Result<void> is_nobody_elses(
    services::Services& services, db::Tx& tx, const sealing::Place& place, std::string_view value)
{
    if (place.field != name_of(Contact::identity_number)) {
        return {};
    }
    for (const auto& holder : services.vault.find(tx, place.subject_kind, place.field, value)) {
        if (holder != place.subject_id) {
            const base::Params whose{{"name", name_of_registered(tx, {holder}).value_or("")}};
            return tl::unexpected(base::Error{base::Trouble::conflict, "contact.identity_held",
                whose, {{"/value", "contact.identity_held", whose}}});
        }
    }
    return {};
}

} // namespace

std::int64_t first_contact_version(db::Tx& tx, const PersonId& id)
{
    return record::newest_version(tx, "contact", id.text) + 1;
}

base::Result<void> keep_contact(services::Services& services, const base::Asker& asker,
    const PersonId& id, const ContactEdit& edit)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto contact = edit.contact;
        CHECK(may(tx, asker, id, contact));
        const auto value = TRY(kept_form(contact, edit.typed));
        const auto place = place_of(id, contact);
        const auto before = sealing::Vault::version_of(tx, place);
        const bool is_current = edit.version_seen == before;
        const ContactChange last{"contact.change", contact, before};
        if ((is_current || record::has_told(tx, asker.actor.id, event_of(id, last)))
            && services.vault.holds(
                tx, place, [&](std::string_view kept) { return kept == value; })) {
            return {};
        }
        if (!is_current) {
            return base::trouble(base::Trouble::stale, "contact.stale");
        }
        CHECK(is_nobody_elses(services, tx, place, value));
        const auto version = services.vault.put(tx, place, value, sealing::Findable::yes,
            before == 0 ? first_contact_version(tx, id) : 1);
        tell(services, tx, asker.actor, id, {"contact.change", contact, version});
        tell_owner(services, tx, asker.actor, id,
            {behalf::BehalfDeed::change_contact, version, {name_of(contact)}});
        return {};
    });
}

base::Result<ContactView> look_at_contact(services::Services& services, const base::Asker& asker,
    const PersonId& id, Contact contact, std::string_view reason)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<ContactView> {
        CHECK(may(tx, asker, id, contact));
        const auto place = place_of(id, contact);
        if (!sealing::Vault::exists(tx, place)) {
            return base::trouble(base::Trouble::not_found, "contact.none");
        }
        const bool own = asker.actor.id == id.text;
        if (!own && !is_said(reason)) {
            return tl::unexpected(base::Error{base::Trouble::refused, "contact.no_reason", {},
                {{"/reason", "contact.no_reason", {}}}});
        }
        auto value = TRY(services.vault.look(
            tx, place, {.actor = asker.actor, .reason = own ? "people.own_contact" : reason}));
        if (!own) {
            watch_looks(services, tx, asker.actor);
        }
        return ContactView{contact, std::move(value), sealing::Vault::version_of(tx, place)};
    });
}

base::Result<void> erase_contact(
    services::Services& services, const base::Asker& asker, const PersonId& id, Contact contact)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        CHECK(may(tx, asker, id, contact));
        if (!sealing::Vault::erase(tx, place_of(id, contact))) {
            return base::trouble(base::Trouble::not_found, "contact.none");
        }
        tell(services, tx, asker.actor, id, {"contact.erase", contact, 0});
        tell_owner(services, tx, asker.actor, id,
            {behalf::BehalfDeed::erase_contact, 0, {name_of(contact)}});
        return {};
    });
}

base::Result<void> erase_contacts(
    services::Services& services, const base::Actor& actor, const PersonId& id)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        CHECK(policies::may_keep_register(actor));
        TRY(find_registered_person(tx, id));
        std::vector<std::string> erased;
        for (const auto contact : all_contacts) {
            if (sealing::Vault::erase(tx, place_of(id, contact))) {
                tell(services, tx, actor, id, {"contact.erase", contact, 0});
                erased.push_back(name_of(contact));
            }
        }
        if (!erased.empty()) {
            tell_owner(
                services, tx, actor, id, {behalf::BehalfDeed::erase_contact, 0, std::move(erased)});
        }
        return {};
    });
}

std::vector<ContactOffer> contact_offers(db::Tx& tx, const base::Actor& actor, const PersonId& id)
{
    std::vector<ContactOffer> open;
    for (const auto contact : all_contacts) {
        const auto version = sealing::Vault::version_of(tx, place_of(id, contact));
        open.push_back(
            {contact, version > 0, version, is_for(actor, policies::look_at_contact, id, contact),
                is_for(actor, policies::change_contact, id, contact)});
    }
    return open;
}

} // namespace xieshang::people
