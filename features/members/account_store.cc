// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_store.h"

#include <algorithm>

namespace xieshang::members {
BOOST_DESCRIBE_STRUCT(LinkState, (), (person_id, expires_at, used_at))

std::vector<std::string> passwords_of(db::Tx& tx, const Person& person, std::size_t most)
{
    std::vector<std::string> all;
    if (person.password_phc) {
        all.push_back(*person.password_phc);
    }
    for (auto& former : tx.all<std::string>("SELECT password_phc FROM former_password "
                                            "WHERE person_id = $1 ORDER BY person_version DESC",
             person.id)) {
        all.push_back(std::move(former));
    }
    all.resize(std::min(all.size(), most));
    return all;
}

void update_password(
    db::Tx& tx, const Person& person, std::int64_t version_before, base::Instant now)
{
    tx.execute("INSERT INTO former_password (person_id, person_version, password_phc) "
               "SELECT id, version, password_phc FROM person "
               "WHERE id = $1 AND password_phc IS NOT NULL",
        person.id);
    const auto changed = tx.execute("UPDATE person SET password_phc = $3, version = $4, "
                                    "password_set_at_ms = $5 WHERE id = $1 AND version = $2",
        person.id, version_before, person.password_phc, person.version, now);
    if (changed != 1) {
        throw db::Failure("a person changed within the transaction that had read it");
    }
}

void update_roles(db::Tx& tx, const Person& person, std::int64_t version_before)
{
    const auto changed =
        tx.execute("UPDATE person SET roles = $3, version = $4 WHERE id = $1 AND version = $2",
            person.id, version_before, person.roles, person.version);
    if (changed != 1) {
        throw db::Failure("a person changed within the transaction that had read it");
    }
}

bool has_password_or_passkey(db::Tx& tx, const Person& person)
{
    return tx
        .one<std::string>("SELECT id FROM person WHERE id = $1 AND (password_phc IS NOT NULL "
                          "OR EXISTS (SELECT 1 FROM passkey WHERE person_id = person.id))",
            person.id)
        .has_value();
}

std::vector<Person> holders_of(db::Tx& tx, base::Roles roles)
{
    std::vector<Person> holders;
    for (const auto& id : tx.all<PersonId>(
             "SELECT id FROM person WHERE NOT demo AND roles & $1 <> 0 ORDER BY id", roles)) {
        holders.push_back(person_of(tx, id).value());
    }
    return holders;
}

std::vector<PersonId> active_with(db::Tx& tx, base::Roles roles)
{
    return tx.all<PersonId>(
        "SELECT id FROM person WHERE state = $1 AND roles & $2 <> 0 ORDER BY id",
        PersonState::active, roles);
}

void insert_link_of(
    db::Tx& tx, const LinkOfPerson& link, base::Instant now, base::Instant expires_at)
{
    tx.execute("INSERT INTO one_time_link (token_sha256, purpose, person_id, made_at_ms, "
               "expires_at_ms) VALUES ($1, $2, $3, $4, $5)",
        link.token_sha256, link.purpose, link.person_id, now, expires_at);
}

std::optional<LinkOfPerson> find_link_of_person(
    db::Tx& tx, std::string_view token_sha256, base::Instant now)
{
    return tx.one<LinkOfPerson>(
        "SELECT token_sha256, purpose, person_id FROM one_time_link WHERE token_sha256 = $1 "
        "AND person_id IS NOT NULL AND used_at_ms IS NULL AND expires_at_ms > $2",
        token_sha256, now);
}

std::optional<LinkState> find_link_state(db::Tx& tx, std::string_view token_sha256)
{
    return tx.one<LinkState>("SELECT person_id, expires_at_ms AS expires_at, used_at_ms AS used_at "
                             "FROM one_time_link WHERE token_sha256 = $1",
        token_sha256);
}

std::vector<Session> sessions_of(db::Tx& tx, const PersonId& id)
{
    return tx.all<Session>(
        "SELECT token_sha256, person_id, created_at_ms, last_seen_at_ms, proved_at_ms, ends_at_ms, "
        "address, user_agent FROM session WHERE person_id = $1 "
        "ORDER BY last_seen_at_ms DESC, created_at_ms DESC, token_sha256",
        id);
}

bool end_session(db::Tx& tx, const PersonId& id, std::string_view short_id)
{
    return tx.execute(
               "DELETE FROM session WHERE person_id = $1 AND substr(token_sha256, 1, 16) = $2", id,
               short_id)
        == 1;
}

std::int64_t end_sessions(db::Tx& tx, const PersonId& id, std::string_view but_token_sha256)
{
    return tx.execute(
        "DELETE FROM session WHERE person_id = $1 AND token_sha256 <> $2", id, but_token_sha256);
}

void update_proved(db::Tx& tx, std::string_view token_sha256, base::Instant now)
{
    tx.execute("UPDATE session SET proved_at_ms = $2 WHERE token_sha256 = $1", token_sha256, now);
}

} // namespace xieshang::members
