// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/registered_person_store.h"

#include "platform/db/changed_rows.h"
#include "platform/names/order.h"
#include "platform/names/search_keys.h"

#include <algorithm>

namespace xieshang::people {
namespace {

struct PersonRow {
    PersonId id;
    std::string name;
    Sex sex{};
    std::optional<std::string> birth_month;
    std::optional<std::string> ethnic_group;
    std::optional<std::string> party;
    std::optional<std::string> education;
    std::optional<std::string> unit;
    std::optional<std::string> job;
    bool invented{};
    std::int64_t version{};
    base::Instant updated_at_ms;
    std::string salt;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
    (id, name, sex, birth_month, ethnic_group, party, education, unit, job, invented, version,
        updated_at_ms, salt))

struct FormerName {
    PersonId person_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(FormerName, (), (person_id, name))

constexpr std::string_view rows =
    "SELECT id, name, sex, birth_month, ethnic_group, party, education, unit, job, invented, "
    "version, updated_at_ms, salt FROM registered_person ";

RegisteredPerson person_of(PersonRow row) // without the former names
{
    return {std::move(row.id),
        {std::move(row.name), {}, row.sex, std::move(row.birth_month), std::move(row.ethnic_group),
            std::move(row.party), std::move(row.education), std::move(row.unit),
            std::move(row.job)},
        row.invented, row.version, row.updated_at_ms, std::move(row.salt)};
}

using FormerNames = db::NewRows;

FormerNames former_names() { return {"former_name", {"person_id", "position", "name"}}; }

void add_former_names(FormerNames& names_before, const RegisteredPerson& person)
{
    std::int64_t position = 0;
    for (const auto& name : person.words.former_names) {
        names_before.add(person.id, ++position, name);
    }
}

} // namespace

base::Result<RegisteredPerson> find_registered_person(db::Tx& tx, const PersonId& id)
{
    auto row = tx.one<PersonRow>(std::string(rows) + "WHERE id = $1", id);
    if (!row) {
        return base::trouble(base::Trouble::not_found, "people.not_found");
    }
    auto person = person_of(*std::move(row));
    person.words.former_names = tx.all<std::string>(
        "SELECT name FROM former_name WHERE person_id = $1 ORDER BY position", id);
    return person;
}

std::vector<RegisteredPerson> all_registered_people(db::Tx& tx)
{
    std::vector<RegisteredPerson> people;
    for (auto& row : tx.all<PersonRow>(std::string(rows) + "ORDER BY id")) {
        people.push_back(person_of(std::move(row)));
    }
    auto person = people.begin(); // both lists are in the order of the ids
    for (auto& former : tx.all<FormerName>(
             "SELECT person_id, name FROM former_name ORDER BY person_id, position")) {
        person = std::find_if(person, people.end(),
            [&](const auto& one) { return one.id.text == former.person_id.text; });
        if (person == people.end()) {
            break;
        }
        person->words.former_names.push_back(std::move(former.name));
    }
    return people;
}

std::optional<std::string> name_of_registered(db::Tx& tx, const PersonId& id)
{
    return tx.one<std::string>("SELECT name FROM registered_person WHERE id = $1", id);
}

std::vector<std::string> registered_called(db::Tx& tx, std::string_view words)
{
    return tx.all<std::string>(
        "SELECT id FROM registered_person WHERE search_text LIKE $1 ESCAPE '\\' ORDER BY id",
        names::text_pattern(words));
}

std::vector<PersonId> persons_named(db::Tx& tx, const std::string& name)
{
    return tx.all<PersonId>(
        "SELECT id FROM registered_person WHERE stroke_key = $1 AND name = $2 ORDER BY id",
        names::stroke_key(name), name);
}

std::vector<std::string> registered_person_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM registered_person ORDER BY id");
}

void insert_registered_people(db::Tx& tx, const std::vector<RegisteredPerson>& people)
{
    db::NewRows persons("registered_person",
        {"id", "name", "stroke_key", "pinyin_key", "search_text", "sex", "birth_month",
            "ethnic_group", "party", "education", "unit", "job", "invented", "version",
            "updated_at_ms", "salt"});
    auto former = former_names();
    for (const auto& person : people) {
        const auto& words = person.words;
        persons.add(person.id, words.name, names::stroke_key(words.name),
            names::pinyin_key(words.name), names::search_text(words.name), words.sex,
            words.birth_month, words.ethnic_group, words.party, words.education, words.unit,
            words.job, person.invented, person.version, person.updated_at, person.salt);
        add_former_names(former, person);
    }
    persons.insert(tx);
    former.insert(tx);
}

base::Result<void> update_registered_people(db::Tx& tx, const std::vector<ChangedPerson>& people)
{
    db::ChangedRows rows("registered_person", {"id"},
        {"name", "stroke_key", "pinyin_key", "search_text", "sex", "birth_month", "ethnic_group",
            "party", "education", "unit", "job", "version", "updated_at_ms", "salt"});
    for (const auto& [person, version_before, former_names_change] : people) {
        const auto& words = person.words;
        rows.add(person.id, version_before, words.name, names::stroke_key(words.name),
            names::pinyin_key(words.name), names::search_text(words.name), words.sex,
            words.birth_month, words.ethnic_group, words.party, words.education, words.unit,
            words.job, person.version, person.updated_at, person.salt);
    }
    if (!rows.write(tx)) {
        return base::trouble(base::Trouble::stale, "people.stale");
    }
    auto former = former_names();
    for (const auto& one : people) {
        if (one.former_names_change) {
            tx.execute("DELETE FROM former_name WHERE person_id = $1", one.person.id);
            add_former_names(former, one.person);
        }
    }
    former.insert(tx);
    return {};
}

base::Result<void> update_registered_person(
    db::Tx& tx, const RegisteredPerson& person, std::int64_t version_before)
{
    return update_registered_people(tx, {{person, version_before, true}});
}

} // namespace xieshang::people
