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

struct ContactEdit {
    Contact contact{};
    std::string_view typed;
    std::int64_t version_seen{}; // 0: none was kept
};

// Refuses with contact.invalid (/value), with contact.stale where another one is kept than was
// seen, with contact.identity_held (409, /value) {name} where somebody else has this identity
// number. The same value again changes nothing; so does what he himself wrote last, whatever he
// saw, as the answer may have been lost. Nobody else learns by asking whether a value is the one.
base::Result<void> keep_contact(services::Services& services, const base::Asker& asker,
    const PersonId& id, const ContactEdit& edit);

// Of a contact where none is: greater than those of all that were erased, so that no version of a
// contact is ever used twice.
std::int64_t first_contact_version(db::Tx& tx, const PersonId& id);

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
