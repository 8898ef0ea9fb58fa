// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/factor_store.h"

namespace xieshang::members {

std::optional<Factor> find_factor(db::Tx& tx, const PersonId& id)
{
    return tx.one<Factor>(
        "SELECT person_id, added_at_ms, last_step, removed_at_ms, removed_by_name "
        "FROM second_factor WHERE person_id = $1",
        id);
}

bool has_factor(db::Tx& tx, const PersonId& id)
{
    const auto factor = find_factor(tx, id);
    return factor && !factor->removed_at_ms;
}

void put_factor(db::Tx& tx, const Factor& factor)
{
    tx.execute("INSERT INTO second_factor (person_id, added_at_ms, last_step) VALUES ($1, $2, $3) "
               "ON CONFLICT (person_id) DO UPDATE SET added_at_ms = excluded.added_at_ms, "
               "last_step = excluded.last_step, removed_at_ms = NULL, removed_by_name = NULL",
        factor.person_id, factor.added_at_ms, factor.last_step);
}

bool take_step(db::Tx& tx, const PersonId& id, std::int64_t step)
{
    return tx.execute("UPDATE second_factor SET last_step = $2 WHERE person_id = $1 "
                      "AND last_step < $2 AND removed_at_ms IS NULL",
               id, step)
        == 1;
}

void mark_factor_removed(db::Tx& tx, const PersonId& id, base::Instant at, std::string_view by_name)
{
    tx.execute("UPDATE second_factor SET removed_at_ms = $2, removed_by_name = $3 "
               "WHERE person_id = $1",
        id, at, by_name);
}

bool delete_factor(db::Tx& tx, const PersonId& id)
{
    return tx.execute("DELETE FROM second_factor WHERE person_id = $1", id) == 1;
}

void put_recovery_codes(
    db::Tx& tx, const PersonId& id, const std::vector<std::string>& codes_sha256)
{
    tx.execute("DELETE FROM recovery_code WHERE person_id = $1", id);
    for (const auto& code_sha256 : codes_sha256) {
        tx.execute(
            "INSERT INTO recovery_code (person_id, code_sha256) VALUES ($1, $2)", id, code_sha256);
    }
}

std::int64_t unused_recovery_codes(db::Tx& tx, const PersonId& id)
{
    return tx
        .one<std::int64_t>(
            "SELECT count(*) FROM recovery_code WHERE person_id = $1 AND used_at_ms IS NULL", id)
        .value_or(0);
}

bool use_recovery_code(
    db::Tx& tx, const PersonId& id, std::string_view code_sha256, base::Instant now)
{
    return tx.execute("UPDATE recovery_code SET used_at_ms = $3 WHERE person_id = $1 "
                      "AND code_sha256 = $2 AND used_at_ms IS NULL",
               id, code_sha256, now)
        == 1;
}

void insert_second_step(db::Tx& tx, const SecondStep& step, base::Instant now)
{
    tx.execute("DELETE FROM second_step WHERE expires_at_ms <= $1", now);
    tx.execute("INSERT INTO second_step (token_sha256, person_id, person_version, means, "
               "expires_at_ms) VALUES ($1, $2, $3, $4, $5)",
        step.token_sha256, step.person_id, step.person_version, step.means, step.expires_at_ms);
}

std::optional<SecondStep> find_second_step(
    db::Tx& tx, std::string_view token_sha256, base::Instant now)
{
    return tx.one<SecondStep>(
        "SELECT token_sha256, person_id, person_version, means, expires_at_ms FROM second_step "
        "WHERE token_sha256 = $1 AND expires_at_ms > $2",
        token_sha256, now);
}

void delete_second_step(db::Tx& tx, std::string_view token_sha256)
{
    tx.execute("DELETE FROM second_step WHERE token_sha256 = $1", token_sha256);
}

void delete_second_steps_of(db::Tx& tx, const PersonId& id)
{
    tx.execute("DELETE FROM second_step WHERE person_id = $1", id);
}

} // namespace xieshang::members
