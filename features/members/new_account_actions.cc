// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_actions.h"
#include "features/members/member_store.h"
#include "features/members/new_person_actions.h"
#include "features/people/registered_person_store.h"

#include <algorithm>

namespace xieshang::members {
namespace {

base::Result<void> unfit(std::string pointer, std::string code, base::Params params = {})
{
    return tl::unexpected(base::Error{base::Trouble::refused, "members.invalid", {},
        {{std::move(pointer), std::move(code), std::move(params)}}});
}

// Whether the account may be that person's.
base::Result<void> may_be_of(db::Tx& tx, const PersonId& registered, const std::string& name)
{
    const auto kept = people::name_of_registered(tx, registered);
    if (!kept) {
        return unfit("/person_id", "members.not_registered");
    }
    if (*kept != name) {
        return unfit("/name", "members.name_of_register", {{"name", *kept}});
    }
    if (const auto account = person_of(tx, registered)) {
        const base::Params whose{{"name", name}, {"login", account->login}};
        return tl::unexpected(base::Error{base::Trouble::conflict, "members.has_account", whose,
            {{"/person_id", "members.has_account", whose}}});
    }
    return {};
}

base::Result<void> nobody_waits(db::Tx& tx, const std::string& name)
{
    const auto same = people::persons_named(tx, name);
    const auto waits = std::find_if(
        same.begin(), same.end(), [&](const PersonId& id) { return !person_of(tx, id); });
    if (waits != same.end()) {
        return base::trouble(base::Trouble::conflict, "members.in_register",
            {{"name", name}, {"about", "/api/people/" + waits->text}});
    }
    return {};
}

} // namespace

base::Result<Account> make_account(services::Services& services, const base::Actor& actor,
    const NewAccount& asked, Namesakes namesakes)
{
    CHECK(acceptable_account(asked.login, asked.name));
    auto person = new_person(services, {.login = asked.login, .name = asked.name});
    person.id = asked.person_id.value_or(person.id);
    return services.db.transact([&](db::Tx& tx) -> base::Result<Account> {
        if (asked.person_id) {
            CHECK(may_be_of(tx, *asked.person_id, person.name));
        } else if (namesakes == Namesakes::asked_about) {
            CHECK(nobody_waits(tx, person.name));
        }
        CHECK(keep_new(services, tx, actor, person));
        return account_of(person, false);
    });
}

} // namespace xieshang::members
