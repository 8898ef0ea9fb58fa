// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_store.h"

#include "features/plan/like_pattern.h"

namespace xieshang::members {
namespace {

constexpr std::string_view person_columns =
    "id, login, name, roles, password_phc, demo, state, version, created_at_ms";

} // namespace

std::optional<Person> find_person(db::Tx& tx, std::string_view folded_login)
{
    static const auto sql =
        "SELECT " + std::string(person_columns) + " FROM person WHERE login = $1";
    return tx.one<Person>(sql, folded_login);
}

std::optional<Person> person_of(db::Tx& tx, const PersonId& id)
{
    static const auto sql = "SELECT " + std::string(person_columns) + " FROM person WHERE id = $1";
    return tx.one<Person>(sql, id);
}

std::vector<std::string> person_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM person ORDER BY id");
}

std::vector<std::string> people_called(db::Tx& tx, std::string_view words)
{
    return tx.all<std::string>("SELECT id FROM person WHERE lower(name) LIKE lower($1) ESCAPE '\\' "
                               "OR login LIKE lower($1) ESCAPE '\\' ORDER BY id",
        plan::like_pattern(words));
}

bool is_anyone_there(db::Tx& tx)
{
    return tx.one<std::string>("SELECT id FROM person WHERE NOT demo LIMIT 1").has_value();
}

std::vector<Person> demo_people(db::Tx& tx)
{
    static const auto sql =
        "SELECT " + std::string(person_columns) + " FROM person WHERE demo ORDER BY login";
    return tx.all<Person>(sql);
}

bool insert_person(db::Tx& tx, const Person& person)
{
    static const auto sql = "INSERT INTO person (" + std::string(person_columns)
        + ", password_set_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT "
          "(login) DO NOTHING";
    return tx.execute(sql, person.id, person.login, person.name, person.roles, person.password_phc,
               person.demo, person.state, person.version, person.created_at_ms,
               person.password_phc ? std::optional(person.created_at_ms) : std::nullopt)
        == 1;
}

void update_state(db::Tx& tx, const Person& person, std::int64_t version_before)
{
    const auto changed =
        tx.execute("UPDATE person SET state = $3, version = $4 WHERE id = $1 AND version = $2",
            person.id, version_before, person.state, person.version);
    if (changed != 1) {
        throw db::Failure("a person changed within the transaction that had read it");
    }
}

void update_name(db::Tx& tx, const Person& person, std::int64_t version_before)
{
    const auto changed =
        tx.execute("UPDATE person SET name = $3, version = $4 WHERE id = $1 AND version = $2",
            person.id, version_before, person.name, person.version);
    if (changed != 1) {
        throw db::Failure("a person changed within the transaction that had read it");
    }
}

void insert_link(db::Tx& tx, std::string_view token_sha256, LinkPurpose purpose, base::Instant now,
    base::Instant expires_at)
{
    tx.execute("INSERT INTO one_time_link (token_sha256, purpose, made_at_ms, expires_at_ms) "
               "VALUES ($1, $2, $3, $4)",
        token_sha256, purpose, now, expires_at);
}

bool is_link_good(db::Tx& tx, std::string_view token_sha256, LinkPurpose purpose, base::Instant now)
{
    return tx
        .one<std::string>(
            "SELECT purpose FROM one_time_link WHERE token_sha256 = $1 AND purpose = $2 "
            "AND used_at_ms IS NULL AND expires_at_ms > $3",
            token_sha256, purpose, now)
        .has_value();
}

bool use_link(db::Tx& tx, std::string_view token_sha256, LinkPurpose purpose, base::Instant now)
{
    return tx.execute("UPDATE one_time_link SET used_at_ms = $3 WHERE token_sha256 = $1 "
                      "AND purpose = $2 AND used_at_ms IS NULL AND expires_at_ms > $3",
               token_sha256, purpose, now)
        == 1;
}

void delete_unused_links(db::Tx& tx, LinkPurpose purpose)
{
    tx.execute("DELETE FROM one_time_link WHERE purpose = $1 AND used_at_ms IS NULL", purpose);
}

void delete_unused_links_of(db::Tx& tx, const PersonId& id)
{
    tx.execute("DELETE FROM one_time_link WHERE person_id = $1 AND used_at_ms IS NULL", id);
}

} // namespace xieshang::members
