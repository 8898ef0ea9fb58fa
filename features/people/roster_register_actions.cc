// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_register_actions.h"

#include "features/members/rename_actions.h"
#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/roster_pen_actions.h"
#include "platform/sealing/many_values.h"

#include <memory>

namespace xieshang::people {

RosterRegister register_now(services::Services& services, db::Tx& tx)
{
    RosterRegister known;
    known.people = all_registered_people(tx);
    known.organisations = all_organisations(tx);
    known.terms = all_terms(tx);
    known.memberships = all_memberships(tx);
    known.today = day_of(services.clock.now());
    auto kept = std::make_shared<sealing::KeptValues>(
        tx, services.vault, place_of_contact({}, {}).subject_kind);
    known.holders = [kept](const RosterContact& contact) {
        return kept->holders(place_of_contact({}, contact.contact).field, contact.value);
    };
    known.standing = [kept](const PersonId& id, const RosterContact& contact) {
        const auto place = place_of_contact(id, contact.contact);
        const auto version = kept->version_of(place);
        return KeptContact{version == 0          ? ContactStanding::none
                : kept->is(place, contact.value) ? ContactStanding::same
                                                 : ContactStanding::another,
            version};
    };
    known.may_be_named = [&tx](const PersonId& id, const std::string& name) {
        return members::may_be_renamed(tx, id, name);
    };
    return known;
}

} // namespace xieshang::people
