// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/register_actions.h"

#include "features/people/organisation_store.h"
#include "features/people/register_event_actions.h"
#include "features/people/registered_person_store.h"

namespace xieshang::people {

base::Result<RegisteredPerson> register_person(
    services::Services& services, const base::Actor& actor, const NewRegisteredPerson& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RegisteredPerson> {
        CHECK(acceptable(asked.words));
        const RegisteredPerson person{asked.account
                ? *asked.account
                : base::new_id<PersonId>(services.clock, services.random),
            asked.words, asked.invented, 1, services.clock.now()};
        if (find_registered_person(tx, person.id)) {
            return base::trouble(base::Trouble::conflict, "people.registered");
        }
        insert_registered_person(tx, person);
        tell(services, tx, actor, "registered_person", "add", person);
        return person;
    });
}

base::Result<RegisteredPerson> edit_person(services::Services& services, const base::Actor& actor,
    const PersonId& id, std::int64_t version_seen, const PersonWords& words)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RegisteredPerson> {
        auto person = TRY(find_registered_person(tx, id));
        CHECK(acceptable(words));
        auto before = std::move(person.words);
        person.words = words;
        person.words.name = before.name; // so that renaming keeps it
        person.words = renamed(std::move(person.words), words.name);
        person.version = version_seen + 1;
        person.updated_at = services.clock.now();
        CHECK(update_registered_person(tx, person, version_seen));
        tell(services, tx, actor, "registered_person", "edit", person);
        return person;
    });
}

base::Result<Organisation> add_organisation(services::Services& services, const base::Actor& actor,
    const OrganisationWords& words, bool invented)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Organisation> {
        const Organisation organisation{
            base::new_id<OrganisationId>(services.clock, services.random), words, invented, 1,
            services.clock.now()};
        CHECK(acceptable(words));
        CHECK(fits_tree(organisation, all_organisations(tx)));
        CHECK(insert_organisation(tx, organisation));
        tell(services, tx, actor, "organisation", "add", organisation);
        return organisation;
    });
}

base::Result<Organisation> edit_organisation(services::Services& services, const base::Actor& actor,
    const OrganisationId& id, std::int64_t version_seen, const OrganisationWords& words)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Organisation> {
        auto organisation = TRY(find_organisation(tx, id));
        organisation.words = words;
        organisation.version = version_seen + 1;
        organisation.updated_at = services.clock.now();
        CHECK(acceptable(words));
        CHECK(fits_tree(organisation, all_organisations(tx)));
        CHECK(update_organisation(tx, organisation, version_seen));
        tell(services, tx, actor, "organisation", "edit", organisation);
        return organisation;
    });
}

} // namespace xieshang::people
