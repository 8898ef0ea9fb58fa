// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_actions.h"

#include "features/members/apart_actions.h"
#include "features/members/member_store.h"
#include "platform/record/record.h"

namespace xieshang::members {

base::Result<Person> add_person(
    services::Services& services, const base::Actor& actor, const NewPerson& asked)
{
    CHECK(acceptable({asked.login, asked.name, asked.password, asked.rules}));
    if (!may_be_held_together(asked.roles)) {
        return base::refuse("members.roles_apart");
    }
    const auto person = new_person(services, asked);
    return services.db.transact([&](db::Tx& tx) -> base::Result<Person> {
        CHECK(are_another_persons(tx, person, person.roles));
        CHECK(keep_new(services, tx, actor, person));
        return person;
    });
}

base::Result<void> set_state(services::Services& services, const base::Actor& actor,
    std::string_view login, PersonState state)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        auto person = find_person(tx, folded_login(login));
        if (!person) {
            return base::trouble(base::Trouble::not_found, "members.not_found");
        }
        if (person->state == state) {
            return {};
        }
        person->state = state;
        const auto version_before = person->version++;
        update_state(tx, *person, version_before);
        record::append(tx, actor, services.clock.now(), services.random,
            {state == PersonState::suspended ? "person.suspend" : "person.reinstate", "person",
                person->id.text, person->version, "{}"});
        return {};
    });
}

} // namespace xieshang::members
