// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/session_store.h"

namespace xieshang::members {

std::optional<Visit> find_visit(db::Tx& tx, std::string_view token_sha256)
{
    return tx.one<Visit>("SELECT person.id, person.login, person.name, person.roles, person.state, "
                         "person.version, session.last_seen_at_ms, session.ends_at_ms, "
                         "session.proved_at_ms, person.password_set_at_ms, "
                         "second_factor.added_at_ms AS factor_added_at_ms, "
                         "second_factor.removed_at_ms AS factor_removed_at_ms, "
                         "session.passkey_shown_at_ms FROM session "
                         "JOIN person ON person.id = session.person_id "
                         "LEFT JOIN second_factor ON second_factor.person_id = person.id "
                         "WHERE session.token_sha256 = $1",
        token_sha256);
}

void insert_session(db::Tx& tx, const Session& session)
{
    tx.execute("INSERT INTO session (token_sha256, person_id, created_at_ms, last_seen_at_ms, "
               "proved_at_ms, ends_at_ms, address, user_agent) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        session.token_sha256, session.person_id, session.created_at_ms, session.last_seen_at_ms,
        session.proved_at_ms, session.ends_at_ms, session.address, session.user_agent);
}

void update_passkey_shown(db::Tx& tx, std::string_view token_sha256, base::Instant now)
{
    tx.execute(
        "UPDATE session SET passkey_shown_at_ms = $2 WHERE token_sha256 = $1", token_sha256, now);
}

void forget_passkeys_shown(db::Tx& tx, const PersonId& person)
{
    tx.execute("UPDATE session SET passkey_shown_at_ms = NULL WHERE person_id = $1", person);
}

void update_last_seen(db::Tx& tx, std::string_view token_sha256, base::Instant now)
{
    tx.execute(
        "UPDATE session SET last_seen_at_ms = $2 WHERE token_sha256 = $1 AND last_seen_at_ms < $2",
        token_sha256, now);
}

bool delete_session(db::Tx& tx, std::string_view token_sha256)
{
    return tx.execute("DELETE FROM session WHERE token_sha256 = $1", token_sha256) == 1;
}

void delete_ended_sessions(db::Tx& tx, base::Instant now)
{
    tx.execute("DELETE FROM session WHERE ends_at_ms <= $1", now);
}

void delete_demo_sessions(db::Tx& tx)
{
    tx.execute("DELETE FROM session WHERE person_id IN (SELECT id FROM person WHERE demo)");
}

} // namespace xieshang::members
