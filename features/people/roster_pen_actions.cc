// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_pen_actions.h"

#include "features/behalf/behalf_actions.h"
#include "features/people/account_name_actions.h"
#include "features/people/contact_actions.h"
#include "features/people/membership_step_actions.h"
#include "features/people/registered_person_store.h"

#include <algorithm>

namespace xieshang::people {

sealing::Place place_of_contact(const PersonId& id, Contact contact)
{
    return {"registered_person", id.text, boost::describe::enum_to_string(contact, "")};
}

base::Result<PersonId> RosterPen::write(const RosterOutcome& outcome)
{
    if (!outcome.person) {
        return add(outcome);
    }
    CHECK(change(outcome));
    return outcome.person->id;
}

void RosterPen::finish()
{
    insert_registered_people(tx_, people_);
    insert_memberships(tx_, memberships_);
    insert_membership_steps(tx_, steps_);
    events_.write(tx_);
    services_.vault.put_new(tx_, contacts_); // may tell the record of a key
    people_.clear();
    contacts_.clear();
    memberships_.clear();
    steps_.clear();
}

base::Result<PersonId> RosterPen::add(const RosterOutcome& outcome)
{
    constexpr std::size_t most_gathered = 1000;
    const auto now = services_.clock.now();
    CHECK(acceptable(outcome.words, day_of(now)));
    const RegisteredPerson person{base::new_id<PersonId>(services_.clock, services_.random),
        outcome.words, false, 1, now, new_salt(services_.random)};
    people_.push_back(person);
    events_.append(
        tx_, actor_, now, event_of("registered_person", "add", told_of(person), reason_));
    for (const auto& contact : outcome.contacts) {
        auto place = place_of_contact(person.id, contact.contact);
        tell_of_contact(person.id, place.field, 1);
        contacts_.push_back({std::move(place), contact.value, sealing::Findable::yes});
    }
    if (outcome.membership) {
        CHECK(write_membership(*outcome.membership, person.id));
    }
    const auto id = person.id;
    if (people_.size() >= most_gathered) {
        finish();
    }
    return id;
}

// Others tell the record, too: what was gathered first.
base::Result<void> RosterPen::change(const RosterOutcome& outcome)
{
    finish();
    if (outcome.edits) {
        CHECK(change_words(outcome));
    }
    change_contacts(outcome);
    if (outcome.membership) {
        CHECK(write_membership(*outcome.membership, outcome.person->id));
    }
    return {};
}

base::Result<void> RosterPen::change_words(const RosterOutcome& outcome)
{
    CHECK(acceptable(outcome.words, day_of(services_.clock.now())));
    auto person = *outcome.person;
    auto words = outcome.words;
    words.name = person.words.name; // so that renaming keeps it
    person.words = renamed(std::move(words), outcome.words.name);
    ++person.version;
    person.updated_at = services_.clock.now();
    person.salt = new_salt(services_.random);
    CHECK(update_registered_person(tx_, person, outcome.person->version));
    tell(services_, tx_, actor_, "registered_person", "edit", told_of(person), reason_,
        changed_fields(outcome.person->words, person.words));
    return name_account(services_, tx_, actor_, person);
}

// The record hears which contacts changed, never what they are.
void RosterPen::tell_of_contact(const PersonId& id, const std::string& field, std::int64_t version)
{
    const auto fields = json::write(std::vector<std::string>{field});
    events_.append(tx_, actor_, services_.clock.now(),
        {"contact.change", "contact", id.text, version, R"({"fields":)" + fields + "}"});
}

// Whose contacts they are hears of it, once for a roster; of somebody whom it enters, there was
// nothing that could have been changed over his head.
void RosterPen::change_contacts(const RosterOutcome& outcome)
{
    std::vector<std::string> fields;
    for (const auto& contact : outcome.contacts) {
        const auto place = place_of_contact(outcome.person->id, contact.contact);
        tell_of_contact(outcome.person->id, place.field,
            services_.vault.put(tx_, place, contact.value, sealing::Findable::yes,
                contact.version_before == 0 ? first_contact_version(tx_, outcome.person->id) : 1));
        fields.push_back(place.field);
    }
    if (fields.empty()) {
        return;
    }
    events_.write(tx_);
    behalf::record_for_person(services_, tx_, actor_, outcome.person->id,
        {.deed = behalf::BehalfDeed::import_contact,
            .object_kind = "contact",
            .object_id = outcome.person->id.text,
            .about = reason_,
            .fields = std::move(fields)});
}

base::Result<void> RosterPen::step(
    Membership& membership, MembershipAction action, const std::string& day)
{
    const auto taken =
        TRY(take(membership.state, action, actor_.roles, {.has_reason = !reason_.empty()}));
    membership.state = taken.to;
    ++membership.version;
    const StepSaid said{reason_, day};
    steps_.push_back(kept_step(actor_, membership, taken, said));
    events_.append(tx_, actor_, membership.updated_at, event_of_step(membership, taken, said));
    return {};
}

// The row first, as it will be: its steps and events follow, each with the version that it made.
base::Result<void> RosterPen::write_membership(const PlannedMembership& planned, const PersonId& id)
{
    if (!planned.moves && planned.steps.empty()) {
        return {};
    }
    const auto now = services_.clock.now();
    const auto day = planned.before ? std::max(planned.day, last_step_day(tx_, planned.before->id))
                                    : planned.day;
    auto membership = planned.before
        ? *planned.before
        : Membership{base::new_id<MembershipId>(services_.clock, services_.random), planned.term_id,
            id, planned.sector_id, planned.group_id, MembershipState::none, 0, now};
    membership.sector_id = planned.sector_id;
    membership.group_id = planned.group_id;
    membership.updated_at = now;
    auto last = membership;
    for (const auto action : planned.steps) {
        last.state =
            TRY(take(last.state, action, actor_.roles, {.has_reason = !reason_.empty()})).to;
        ++last.version;
    }
    last.version += planned.moves ? 1 : 0;
    if (planned.before) {
        CHECK(update_membership(tx_, last, planned.before->version));
    } else {
        memberships_.push_back(last);
    }
    if (planned.moves) {
        CHECK(step(membership, MembershipAction::move, day));
    }
    for (const auto action : planned.steps) {
        CHECK(step(membership, action, day));
    }
    return {};
}

} // namespace xieshang::people
