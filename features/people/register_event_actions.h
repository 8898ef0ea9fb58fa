// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the record keeps of a change in the register: the row as it stands after it, and why. Of a
// person it tells the name, which fields changed, and a salted digest of the words: never a birth
// month, a party, an ethnic group or a contact. The salt is with the row alone, so a digest says
// nothing to who reads the record, and nothing at all once the row has changed.
#pragma once

#include "features/people/registered_person.h"
#include "platform/json/json.h"
#include "platform/record/record.h"
#include "platform/services/services.h"

#include <string>

namespace xieshang::people {

struct ToldPerson {
    PersonId id;
    std::string name;
    bool invented{};
    std::int64_t version{};
    base::Instant updated_at;
    std::string words_sha256;
};
BOOST_DESCRIBE_STRUCT(ToldPerson, (), (id, name, invented, version, updated_at, words_sha256))

ToldPerson told_of(const RegisteredPerson& person);
std::string new_salt(base::Random& random);

// `kind` is the table of the row; the event is named kind.verb.
template <class Row>
record::Event event_of(const std::string& kind, const std::string& verb, const Row& row,
    const std::string& reason = {}, const std::vector<std::string>& fields = {})
{
    return {kind + "." + verb, kind, row.id.text, row.version,
        R"({"after":)" + json::write(row) + R"(,"fields":)" + json::write(fields) + R"(,"reason":)"
            + json::write(reason) + "}"};
}

template <class Row>
void tell(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const std::string& kind, const std::string& verb, const Row& row,
    const std::string& reason = {}, const std::vector<std::string>& fields = {})
{
    record::append(
        tx, actor, row.updated_at, services.random, event_of(kind, verb, row, reason, fields));
}

} // namespace xieshang::people
