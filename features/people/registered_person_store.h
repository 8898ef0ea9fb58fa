// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ persons of the register, nothing else. Their orders and search keys are made here of the
// name, so that they never differ from it.
#pragma once

#include "features/people/registered_person.h"
#include "platform/db/db.h"

namespace xieshang::people {

base::Result<RegisteredPerson> find_registered_person(
    db::Tx& tx, const PersonId& id);                             // or people.not_found
std::vector<RegisteredPerson> all_registered_people(db::Tx& tx); // by id
std::vector<std::string> registered_person_ids(db::Tx& tx);
std::optional<std::string> name_of_registered(db::Tx& tx, const PersonId& id);
// By a part of the name, pinyin or initials (platform/names/search_keys.h).
std::vector<std::string> registered_called(db::Tx& tx, std::string_view words);
std::vector<PersonId> persons_named(db::Tx& tx, const std::string& name); // exactly so

void insert_registered_people(db::Tx& tx, const std::vector<RegisteredPerson>& people);
inline void insert_registered_person(db::Tx& tx, const RegisteredPerson& person)
{
    insert_registered_people(tx, {person});
}

// The row must still have `version_before`, else people.stale.
base::Result<void> update_registered_person(
    db::Tx& tx, const RegisteredPerson& person, std::int64_t version_before);

struct ChangedPerson {
    RegisteredPerson person;
    std::int64_t version_before{};
    bool former_names_change{}; // else they are as they were
};
base::Result<void> update_registered_people(
    db::Tx& tx, const std::vector<ChangedPerson>& people); // likewise

} // namespace xieshang::people
