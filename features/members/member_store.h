// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ people and one-time links, nothing else. Each function runs in the transaction that it is
// handed.
#pragma once

#include "features/members/person.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

std::optional<Person> find_person(db::Tx& tx, std::string_view folded_login);
std::optional<Person> person_of(db::Tx& tx, const PersonId& id);
std::vector<std::string> person_ids(db::Tx& tx);
// Whose name or login has these words in it.
std::vector<std::string> people_called(db::Tx& tx, std::string_view words);
bool is_anyone_there(db::Tx& tx);            // demo people do not count
std::vector<Person> demo_people(db::Tx& tx); // by login

// False when the login is taken.
bool insert_person(db::Tx& tx, const Person& person);

// Writes state and version; the row must still have `version_before`: throws db::Failure when it
// has not.
void update_state(db::Tx& tx, const Person& person, std::int64_t version_before);
void update_name(db::Tx& tx, const Person& person, std::int64_t version_before); // likewise

void insert_link(db::Tx& tx, std::string_view token_sha256, LinkPurpose purpose, base::Instant now,
    base::Instant expires_at);
bool is_link_good(
    db::Tx& tx, std::string_view token_sha256, LinkPurpose purpose, base::Instant now);

// True for exactly one caller, in time and for the purpose.
bool use_link(db::Tx& tx, std::string_view token_sha256, LinkPurpose purpose, base::Instant now);
void delete_unused_links(db::Tx& tx, LinkPurpose purpose);
void delete_unused_links_of(db::Tx& tx, const PersonId& id);

} // namespace xieshang::members
