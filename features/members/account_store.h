// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ passwords, sessions and links of one person, nothing else. Each function runs in the
// transaction that it is handed.
#pragma once

#include "features/members/member_store.h"
#include "features/members/session.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

// The present one first; at most `most`.
std::vector<std::string> passwords_of(db::Tx& tx, const Person& person, std::size_t most);

// Keeps the one before among the former ones. `person` holds the new password and version.
void update_password(
    db::Tx& tx, const Person& person, std::int64_t version_before, base::Instant now);

void update_roles(db::Tx& tx, const Person& person, std::int64_t version_before);
bool has_password_or_passkey(db::Tx& tx, const Person& person);
std::vector<Person> holders_of(db::Tx& tx, base::Roles roles); // of one of them, whatever his state
// All who are active and hold one of the roles, in force or not.
std::vector<PersonId> active_with(db::Tx& tx, base::Roles roles);

struct LinkOfPerson {
    std::string token_sha256;
    LinkPurpose purpose{};
    PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(LinkOfPerson, (), (token_sha256, purpose, person_id))

void insert_link_of(
    db::Tx& tx, const LinkOfPerson& link, base::Instant now, base::Instant expires_at);
// Nothing when it is unknown, used or too old.
std::optional<LinkOfPerson> find_link_of_person(
    db::Tx& tx, std::string_view token_sha256, base::Instant now);

struct LinkState {                     // of any link, good or not
    std::optional<PersonId> person_id; // nothing: that of the set-up
    base::Instant expires_at;
    std::optional<base::Instant> used_at;
};
std::optional<LinkState> find_link_state(db::Tx& tx, std::string_view token_sha256);

std::vector<Session> sessions_of(db::Tx& tx, const PersonId& id); // last seen first
// By the first 16 digits of the token's digest, which is how the API names a session.
bool end_session(db::Tx& tx, const PersonId& id, std::string_view short_id);
// All but one; empty: all.
std::int64_t end_sessions(db::Tx& tx, const PersonId& id, std::string_view but_token_sha256);
void update_proved(db::Tx& tx, std::string_view token_sha256, base::Instant now);

} // namespace xieshang::members
