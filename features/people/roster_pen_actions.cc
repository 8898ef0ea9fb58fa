// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_pen_actions.h"

#include "features/members/member_store.h"
#include "features/people/account_name_actions.h"
#include "features/people/membership_step_actions.h"
#include "platform/record/events_told.h"

#include <algorithm>

namespace xieshang::people {

sealing::Place place_of_contact(const PersonId& id, Contact contact)
{
    return {"registered_person", id.text, boost::describe::enum_to_string(contact, "")};
}

base::Result<PersonId> RosterPen::write(const RosterOutcome& outcome)
{
    constexpr std::size_t most_gathered = 1000;
    auto id = PersonId{};
    if (outcome.person) {
        id = outcome.person->id;
        CHECK(change(outcome));
    } else {
        id = TRY(add(outcome));
    }
    if (++gathered_ >= most_gathered) {
        CHECK(finish());
    }
    return id;
}

base::Result<void> RosterPen::finish()
{
    insert_registered_people(tx_, people_);
    CHECK(update_registered_people(tx_, changed_people_));
    insert_memberships(tx_, memberships_);
    CHECK(update_memberships(tx_, changed_memberships_));
    insert_membership_steps(tx_, steps_);
    acts_.write(tx_);
    events_.write(tx_);
    services_.vault.put_new(tx_, contacts_); // may tell the record of a key
    sealing::put_many(tx_, services_.vault, changed_contacts_);
    gathered_ = 0;
    people_.clear();
    changed_people_.clear();
    contacts_.clear();
    changed_contacts_.clear();
    memberships_.clear();
    changed_memberships_.clear();
    steps_.clear();
    return {};
}

base::Result<PersonId> RosterPen::add(const RosterOutcome& outcome)
{
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
    return person.id;
}

base::Result<void> RosterPen::change(const RosterOutcome& outcome)
{
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
    events_.append(tx_, actor_, person.updated_at,
        event_of("registered_person", "edit", told_of(person), reason_,
            changed_fields(outcome.person->words, person.words)));
    CHECK(name_its_account(person));
    const bool former_names_change =
        person.words.former_names != outcome.person->words.former_names;
    changed_people_.push_back({std::move(person), outcome.person->version, former_names_change});
    return {};
}

// That tells the record itself: what was gathered first.
base::Result<void> RosterPen::name_its_account(const RegisteredPerson& person)
{
    if (!accounts_) {
        const auto ids = members::person_ids(tx_);
        accounts_.emplace(ids.begin(), ids.end());
    }
    if (accounts_->count(person.id.text) == 0) {
        return {};
    }
    events_.write(tx_);
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
        auto place = place_of_contact(outcome.person->id, contact.contact);
        const auto version = contact.version_before > 0
            ? contact.version_before + 1
            : first_version_of_contact(outcome.person->id);
        tell_of_contact(outcome.person->id, place.field, version);
        fields.push_back(place.field);
        changed_contacts_.push_back(
            {std::move(place), contact.value, contact.version_before, version});
    }
    if (fields.empty()) {
        return;
    }
    acts_.record(tx_, actor_, outcome.person->id, outcome.words.name,
        {.deed = behalf::BehalfDeed::import_contact,
            .object_kind = "contact",
            .object_id = outcome.person->id.text,
            .about = reason_,
            .fields = std::move(fields)},
        events_);
}

// As first_contact_version() of contact_actions.h.
std::int64_t RosterPen::first_version_of_contact(const PersonId& id)
{
    if (!contact_versions_) {
        contact_versions_ = record::newest_versions(tx_, "contact");
    }
    const auto found = contact_versions_->find(id.text);
    return found == contact_versions_->end() ? 1 : found->second + 1;
}

std::string RosterPen::last_day_of(const MembershipId& id)
{
    if (!last_days_) {
        last_days_.emplace();
        for (auto& one : last_step_days(tx_)) {
            last_days_->emplace(std::move(one.membership_id.text), std::move(one.day));
        }
    }
    const auto found = last_days_->find(id.text);
    return found == last_days_->end() ? std::string() : found->second;
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
    const auto day =
        planned.before ? std::max(planned.day, last_day_of(planned.before->id)) : planned.day;
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
        changed_memberships_.push_back({last, planned.before->version});
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
