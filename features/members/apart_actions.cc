// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/apart_actions.h"

#include "features/members/account_store.h"
#include "features/members/oidc_tie_actions.h"

namespace xieshang::members {

base::Result<void> may_be_opened_by(const base::Actor& actor, const Person& person)
{
    const bool on_the_server = actor.id.empty() || actor.id.starts_with(base::command_line);
    if (!on_the_server && (person.roles & administrators) != 0) {
        return base::trouble(
            base::Trouble::forbidden, "members.administrator_link", {{"login", person.login}});
    }
    return {};
}

base::Result<void> are_another_persons(db::Tx& tx, const Person& person, base::Roles roles)
{
    const auto kind = roles & administrators;
    if (kind == 0) {
        return {};
    }
    for (const auto& other : holders_of(tx, administrators & ~kind)) {
        if (other.id != person.id && folded_login(other.name) == folded_login(person.name)) {
            return base::refuse(
                "members.same_administrator", {{"name", other.name}, {"login", other.login}});
        }
    }
    return {};
}

base::Result<void> may_be_given(db::Tx& tx, const Person& person, base::Roles roles)
{
    if ((roles & ~person.roles & administrators) != 0 && !has_own_way_in(tx, person)) {
        return base::refuse("members.not_opened", {{"name", person.name}});
    }
    return are_another_persons(tx, person, roles);
}

} // namespace xieshang::members
