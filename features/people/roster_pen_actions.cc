// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_pen_actions.h"

#include "features/behalf/behalf_actions.h"
#include "features/members/rename_actions.h"
#include "features/people/membership_step_actions.h"
#include "features/people/registered_person_store.h"

#include <algorithm>

namespace xieshang::people {

sealing::Place place_of_contact(const PersonId& id, Contact contact)
{
    return {"registered_person", id.text, boost::describe::enum_to_string(contact, "")};
}

base::Result<void> RosterPen::write(const RosterOutcome& outcome)
{
    const auto id = TRY(write_person(outcome));
    write_contacts(outcome, id);
    if (outcome.membership) {
        CHECK(write_membership(*outcome.membership, id));
    }
    return {};
}

base::Result<PersonId> RosterPen::write_person(const RosterOutcome& outcome)
{
    if (outcome.person && !outcome.edits) {
        return outcome.person->id;
    }
    CHECK(acceptable(outcome.words, day_of(services_.clock.now())));
    const auto now = services_.clock.now();
    if (!outcome.person) {
        const RegisteredPerson person{base::new_id<PersonId>(services_.clock, services_.random),
            outcome.words, false, 1, now, new_salt(services_.random)};
        insert_registered_person(tx_, person);
        tell(services_, tx_, actor_, "registered_person", "add", told_of(person), reason_);
        return person.id;
    }
    auto person = *outcome.person;
    auto words = outcome.words;
    words.name = person.words.name; // so that renaming keeps it
    person.words = renamed(std::move(words), outcome.words.name);
    ++person.version;
    person.updated_at = now;
    person.salt = new_salt(services_.random);
    CHECK(update_registered_person(tx_, person, outcome.person->version));
    tell(services_, tx_, actor_, "registered_person", "edit", told_of(person), reason_,
        changed_fields(outcome.person->words, person.words));
    members::rename_account(services_, tx_, actor_, person.id, person.words.name);
    return person.id;
}

// The record hears which contacts changed, never what they are.
// So does whose they are, once for a roster; of somebody whom it enters, there was nothing that
// could have been changed over his head.
void RosterPen::write_contacts(const RosterOutcome& outcome, const PersonId& id)
{
    std::vector<std::string> fields;
    for (const auto& contact : outcome.contacts) {
        const auto place = place_of_contact(id, contact.contact);
        const auto version = services_.vault.put(tx_, place, contact.value, sealing::Findable::yes);
        record::append(tx_, actor_, services_.clock.now(), services_.random,
            {"contact.change", "contact", id.text, version,
                R"({"fields":)" + json::write(std::vector<std::string>{place.field}) + "}"});
        fields.push_back(place.field);
    }
    if (!fields.empty() && outcome.person) {
        behalf::record_for_person(services_, tx_, actor_, id,
            {.deed = behalf::BehalfDeed::import_contact,
                .object_kind = "contact",
                .object_id = id.text,
                .about = reason_,
                .fields = std::move(fields)});
    }
}

base::Result<void> RosterPen::step(
    Membership& membership, MembershipAction action, const std::string& day)
{
    const auto taken =
        TRY(take(membership.state, action, actor_.roles, {.has_reason = !reason_.empty()}));
    membership.state = taken.to;
    ++membership.version;
    keep_step(services_, tx_, actor_, membership, taken, {reason_, day});
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
        insert_membership(tx_, last);
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
