// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on persons and organisations of the register, for the office: whoever else calls them
// is refused with request.forbidden. One transaction each.
#pragma once

#include "features/people/organisation.h"
#include "features/people/registered_person.h"
#include "platform/services/services.h"

namespace xieshang::people {

struct NewRegisteredPerson {
    PersonWords words;
    std::optional<PersonId> account{}; // the account that this person has already
    bool invented{};
    bool asks_about_namesakes = false;
};

// Refuses with people.invalid, with /account_id where there is no such account, or it is one of the
// three administrators' (people.no_account: not to be told apart); people.registered
// (409) where the account stands there already; where namesakes are asked about and somebody of
// this very name is there, people.namesake (409), which names one in about. Two people of one name
// are allowed. The account takes the name.
base::Result<RegisteredPerson> register_person(
    services::Services& services, const base::Actor& actor, const NewRegisteredPerson& asked);

struct PersonEdit {
    PersonId id;
    std::int64_t version_seen{};
    PersonChange change;
    bool asks_about_namesakes = false; // of another name
};

// A changed name makes the old one a former name, and the account, if there is one, takes it.
// Refusals: people.not_found, people.stale, people.invalid (also that of name_account),
// people.namesake.
base::Result<RegisteredPerson> edit_person(
    services::Services& services, const base::Actor& actor, const PersonEdit& asked);

// Refusals: organisation.invalid.
base::Result<Organisation> add_organisation(services::Services& services, const base::Actor& actor,
    const OrganisationWords& words, bool invented = false);

// Refusals: organisation.not_found, organisation.stale, organisation.invalid, those of may_be
// (membership.h) and, where its days change, of organisation_days.h.
base::Result<Organisation> edit_organisation(services::Services& services, const base::Actor& actor,
    const OrganisationId& id, std::int64_t version_seen, const OrganisationChange& change);

struct Closing {
    OrganisationId id;
    std::int64_t version_seen{};
    std::string last_day;
    std::string reason{};
};
// Ends it with that day; nothing is taken away. Refusals: organisation.not_found,
// organisation.stale, organisation.no_reason, organisation.invalid with /last_day;
// organisation.in_use (409) with /last_day, as organisation_days.h.
base::Result<Organisation> close_organisation(
    services::Services& services, const base::Actor& actor, const Closing& asked);

} // namespace xieshang::people
