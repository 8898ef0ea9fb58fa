// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/rename_actions.h"

#include "features/members/apart_actions.h"
#include "features/members/member_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::members {

base::Result<void> rename_account(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const PersonId& id, const std::string& name)
{
    auto person = person_of(tx, id);
    if (!person || person->name == name) {
        return {};
    }
    person->name = name;
    CHECK(are_another_persons(tx, *person, person->roles));
    const auto version_before = person->version++;
    update_name(tx, *person, version_before);
    record::append(tx, actor, services.clock.now(), services.random,
        {"person.rename", "person", id.text, person->version,
            R"({"name":)" + json::write(name) + "}"});
    return {};
}

bool may_be_renamed(db::Tx& tx, const PersonId& id, const std::string& name)
{
    auto person = person_of(tx, id);
    if (!person) {
        return true;
    }
    person->name = name;
    return are_another_persons(tx, *person, person->roles).has_value();
}

bool may_be_registered(db::Tx& tx, const PersonId& id)
{
    const auto person = person_of(tx, id);
    return person && (person->roles & administrators) == 0;
}

std::optional<std::string> login_of(db::Tx& tx, const PersonId& id)
{
    auto person = person_of(tx, id);
    return person ? std::optional(std::move(person->login)) : std::nullopt;
}

std::string name_of(db::Tx& tx, const std::string& person_id)
{
    const auto person = person_of(tx, PersonId{person_id});
    return person ? person->name : std::string();
}

} // namespace xieshang::members
