// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_actions.h"

#include "features/members/apart_actions.h"

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

} // namespace xieshang::members
