// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/new_person_actions.h"

#include "features/members/member_store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <vector>

namespace xieshang::members {
namespace {

struct PersonContent { // what the record keeps of a new person
    std::string login;
    std::string name;
    std::vector<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(PersonContent, (), (login, name, roles))

} // namespace

Person new_person(services::Services& services, const NewPerson& asked)
{
    Person person;
    person.id = base::new_id<PersonId>(services.clock, services.random);
    person.login = folded_login(asked.login);
    person.name = asked.name;
    person.roles = asked.roles;
    if (!asked.password.empty()) {
        person.password_phc = crypto::hash_password(asked.password);
    }
    person.version = 1;
    person.created_at_ms = services.clock.now();
    return person;
}

base::Result<void> keep_new(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Person& person, const std::string& pointer)
{
    if (!insert_person(tx, person)) {
        return tl::unexpected(
            base::Error{base::Trouble::conflict, "members.login_taken", {{"login", person.login}},
                {{pointer, "members.login_taken", {{"login", person.login}}}}});
    }
    record::append(tx, actor, person.created_at_ms, services.random,
        {"person.add", "person", person.id.text, person.version,
            json::write(PersonContent{person.login, person.name, role_names(person.roles)})});
    return {};
}

} // namespace xieshang::members
