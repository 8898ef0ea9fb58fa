// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Contacts of a person, sealed by the id of the person. Their values are in no event, list, export,
// search or log; what the record tells is whose, which, by whom. They go with erase_contacts() when
// the person asks for it or the office no longer needs them: nothing erases them by itself, for how
// long a house keeps them is its own decision. One transaction each.
//
// Who may not do it is told people.not_found, as if there were nobody; so is who asks for nobody.
#pragma once

#include "features/people/people_shapes.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::people {

// What the record calls a person's contacts when it tells of a look (sealing::name_of).
std::vector<std::string> contact_names(const PersonId& id);

// Refuses with contact.invalid (/value), with contact.identity_held (409, /value) {name} where
// somebody else has this identity number. The same value again changes nothing.
base::Result<void> keep_contact(services::Services& services, const base::Asker& asker,
    const PersonId& id, Contact contact, std::string_view typed);

// One look, kept in the record with its reason; for one's own contact none is asked for. Refuses
// with contact.none (404) where it is not kept, contact.no_reason (422, /reason).
base::Result<ContactView> look_at_contact(services::Services& services, const base::Asker& asker,
    const PersonId& id, Contact contact, std::string_view reason);

// Gone for good. Refuses with contact.none (404).
base::Result<void> erase_contact(
    services::Services& services, const base::Asker& asker, const PersonId& id, Contact contact);
base::Result<void> erase_contacts(
    services::Services& services, const base::Actor& actor, const PersonId& id);

// Which contacts are kept, and what the actor may do with each.
std::vector<ContactOffer> contact_offers(db::Tx& tx, const base::Actor& actor, const PersonId& id);

} // namespace xieshang::people
