// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/register_actions.h"

#include "features/members/rename_actions.h"
#include "features/people/account_name_actions.h"
#include "features/people/people_policies.h"
#include "features/people/period.h"
#include "features/people/register_event_actions.h"
#include "features/people/registered_person_store.h"

namespace xieshang::people {
namespace {

base::Result<void> no_namesake(db::Tx& tx, const PersonWords& words)
{
    const auto same = persons_named(tx, words.name);
    if (!same.empty()) {
        return base::trouble(base::Trouble::conflict, "people.namesake",
            {{"name", words.name}, {"count", std::to_string(same.size())},
                {"about", "/api/people/" + same.front().text}});
    }
    return {};
}

base::Result<PersonId> id_of_new(
    services::Services& services, db::Tx& tx, const NewRegisteredPerson& asked)
{
    if (!asked.account) {
        return base::new_id<PersonId>(services.clock, services.random);
    }
    if (find_registered_person(tx, *asked.account)) {
        return base::trouble(base::Trouble::conflict, "people.registered");
    }
    if (!members::may_be_registered(tx, *asked.account)) {
        return tl::unexpected(base::Error{base::Trouble::refused, "people.invalid", {},
            {{"/account_id", "people.no_account", {}}}});
    }
    return *asked.account;
}

} // namespace

base::Result<RegisteredPerson> register_person(
    services::Services& services, const base::Actor& actor, const NewRegisteredPerson& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RegisteredPerson> {
        CHECK(policies::may_keep_register(actor));
        CHECK(acceptable(asked.words, day_of(services.clock.now())));
        const RegisteredPerson person{TRY(id_of_new(services, tx, asked)), asked.words,
            asked.invented, 1, services.clock.now(), new_salt(services.random)};
        if (asked.asks_about_namesakes) {
            CHECK(no_namesake(tx, asked.words));
        }
        insert_registered_person(tx, person);
        tell(services, tx, actor, "registered_person", "add", told_of(person));
        CHECK(name_account(services, tx, actor, person));
        return person;
    });
}

base::Result<RegisteredPerson> edit_person(
    services::Services& services, const base::Actor& actor, const PersonEdit& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RegisteredPerson> {
        CHECK(policies::may_keep_register(actor));
        auto person = TRY(find_registered_person(tx, asked.id));
        const auto before = person.words;
        person.words = changed(before, asked.change);
        CHECK(acceptable(person.words, day_of(services.clock.now())));
        if (asked.asks_about_namesakes && person.words.name != before.name) {
            CHECK(no_namesake(tx, person.words));
        }
        person.version = asked.version_seen + 1;
        person.updated_at = services.clock.now();
        person.salt = new_salt(services.random);
        CHECK(update_registered_person(tx, person, asked.version_seen));
        tell(services, tx, actor, "registered_person", "edit", told_of(person), {},
            changed_fields(before, person.words));
        CHECK(name_account(services, tx, actor, person));
        return person;
    });
}

} // namespace xieshang::people
