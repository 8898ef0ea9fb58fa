// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_register_actions.h"

#include "features/members/rename_actions.h"
#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/roster_pen_actions.h"

namespace xieshang::people {

RosterRegister register_now(services::Services& services, db::Tx& tx)
{
    RosterRegister known;
    known.people = all_registered_people(tx);
    known.organisations = all_organisations(tx);
    known.terms = all_terms(tx);
    known.memberships = all_memberships(tx);
    known.today = day_of(services.clock.now());
    // What nobody has, nobody need be asked for: a first import opens nothing.
    const bool none = known.people.empty();
    known.holders = [&services, &tx, none](const RosterContact& contact) {
        const auto place = place_of_contact({}, contact.contact);
        return none ? std::vector<std::string>()
                    : services.vault.find(tx, place.subject_kind, place.field, contact.value);
    };
    known.standing = [&services, &tx](const PersonId& id, const RosterContact& contact) {
        const auto place = place_of_contact(id, contact.contact);
        KeptContact found{ContactStanding::none, sealing::Vault::version_of(tx, place)};
        if (found.version > 0) {
            found.standing = services.vault.holds(tx, place,
                                 [&](std::string_view kept) { return kept == contact.value; })
                ? ContactStanding::same
                : ContactStanding::another;
        }
        return found;
    };
    known.may_be_named = [&tx](const PersonId& id, const std::string& name) {
        return members::may_be_renamed(tx, id, name);
    };
    return known;
}

} // namespace xieshang::people
