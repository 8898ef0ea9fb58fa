// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ second factors, recovery codes and sign-ins that wait for a code. Each function runs in the
// transaction that it is handed.
#pragma once

#include "features/members/person.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

struct Factor {
    PersonId person_id;
    base::Instant added_at_ms;
    std::int64_t last_step{}; // whose code was taken
    std::optional<base::Instant> removed_at_ms;
    std::optional<std::string> removed_by_name;
};
BOOST_DESCRIBE_STRUCT(
    Factor, (), (person_id, added_at_ms, last_step, removed_at_ms, removed_by_name))

std::optional<Factor> find_factor(db::Tx& tx, const PersonId& id); // also one that was removed
bool has_factor(db::Tx& tx, const PersonId& id);                   // in force
// Over what was there; in force.
void put_factor(db::Tx& tx, const Factor& factor);
// True for exactly one caller a step, and never for a step before one that was taken.
bool take_step(db::Tx& tx, const PersonId& id, std::int64_t step);
// The row stays, so that the person can be told.
void mark_factor_removed(
    db::Tx& tx, const PersonId& id, base::Instant at, std::string_view by_name);
bool delete_factor(db::Tx& tx, const PersonId& id);

// Instead of all that there were.
void put_recovery_codes(
    db::Tx& tx, const PersonId& id, const std::vector<std::string>& codes_sha256);
std::int64_t unused_recovery_codes(db::Tx& tx, const PersonId& id);
// True for exactly one caller.
bool use_recovery_code(
    db::Tx& tx, const PersonId& id, std::string_view code_sha256, base::Instant now);

struct SecondStep {
    std::string token_sha256;
    PersonId person_id;
    std::int64_t person_version{}; // whoever takes another password meanwhile begins again
    std::string means;             // of the first step
    base::Instant expires_at_ms;
};
BOOST_DESCRIBE_STRUCT(
    SecondStep, (), (token_sha256, person_id, person_version, means, expires_at_ms))

// Forgets those that have expired.
void insert_second_step(db::Tx& tx, const SecondStep& step, base::Instant now);
std::optional<SecondStep> find_second_step(
    db::Tx& tx, std::string_view token_sha256, base::Instant now);
void delete_second_step(db::Tx& tx, std::string_view token_sha256);
void delete_second_steps_of(db::Tx& tx, const PersonId& id);

} // namespace xieshang::members
