// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on persons and organisations of the register. One transaction each.
#pragma once

#include "features/people/organisation.h"
#include "features/people/registered_person.h"
#include "platform/services/services.h"

namespace xieshang::people {

struct NewRegisteredPerson {
    PersonWords words;
    std::optional<PersonId> account{}; // the account that this person has already
    bool invented{};
};

// Refuses with people.invalid; people.registered (409) where the account stands there already.
base::Result<RegisteredPerson> register_person(
    services::Services& services, const base::Actor& actor, const NewRegisteredPerson& asked);

// A changed name makes the old one a former name. Refusals: people.not_found, people.stale,
// people.invalid.
base::Result<RegisteredPerson> edit_person(services::Services& services, const base::Actor& actor,
    const PersonId& id, std::int64_t version_seen, const PersonWords& words);

// Refusals: organisation.invalid.
base::Result<Organisation> add_organisation(services::Services& services, const base::Actor& actor,
    const OrganisationWords& words, bool invented = false);

// Refusals: organisation.not_found, organisation.stale, organisation.invalid.
base::Result<Organisation> edit_organisation(services::Services& services, const base::Actor& actor,
    const OrganisationId& id, std::int64_t version_seen, const OrganisationWords& words);

} // namespace xieshang::people
