// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/attempts_store.h"

namespace xieshang::members {
namespace {

std::string pair_subject(const Attempted& whose)
{
    return pair_of({whose.account, whose.address, whose.known_device});
}
std::string address_subject(const Attempted& whose) { return "address " + whose.address; }
std::string account_subject(const Attempted& whose) { return "account " + whose.account; }

struct TallyRow {
    std::int64_t failures{};
    base::Instant at_ms;
};
BOOST_DESCRIBE_STRUCT(TallyRow, (), (failures, at_ms))

Tally find_tally(db::Tx& tx, const std::string& subject)
{
    const auto row =
        tx.one<TallyRow>("SELECT failures, at_ms FROM sign_in_tally WHERE subject = $1", subject);
    return row ? Tally{row->failures, row->at_ms} : Tally{};
}

void keep_tally(db::Tx& tx, const std::string& subject, const Tally& before, const Tally& after,
    base::Instant expires_at)
{
    if (before == after) {
        return;
    }
    if (after.failures == 0) {
        tx.execute("DELETE FROM sign_in_tally WHERE subject = $1", subject);
        return;
    }
    tx.execute(
        "INSERT INTO sign_in_tally (subject, failures, at_ms, expires_at_ms) "
        "VALUES ($1, $2, $3, $4) ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, "
        "at_ms = excluded.at_ms, expires_at_ms = excluded.expires_at_ms",
        subject, after.failures, after.last_at, expires_at);
}

bool is_known(db::Tx& tx, const Attempted& whose)
{
    return !whose.known_device.empty()
        || (whose.person
            && tx.one<std::string>(
                     "SELECT address FROM known_address WHERE person_id = $1 AND address = $2",
                     *whose.person, whose.address)
                   .has_value());
}

// An account's row is no count but the time up to which its attempts are paid for.
Tally as_tally(base::Instant paid_until) { return {paid_until.ms == 0 ? 0 : 1, paid_until}; }

} // namespace

Attempts find_attempts(db::Tx& tx, const Attempted& whose)
{
    return {.known = is_known(tx, whose),
        .pair = find_tally(tx, pair_subject(whose)),
        .address = find_tally(tx, address_subject(whose)),
        .account_paid_until = find_tally(tx, account_subject(whose)).last_at};
}

void keep_attempts(db::Tx& tx, const Attempted& whose, const Attempts& before,
    const Attempts& after, base::Instant now)
{
    tx.execute("DELETE FROM sign_in_tally WHERE expires_at_ms <= $1", now);
    keep_tally(tx, pair_subject(whose), before.pair, after.pair, now + memory_ms);
    keep_tally(tx, address_subject(whose), before.address, after.address, now + memory_ms);
    keep_tally(tx, account_subject(whose), as_tally(before.account_paid_until),
        as_tally(after.account_paid_until), after.account_paid_until);
}

void keep_known_address(
    db::Tx& tx, const PersonId& person, std::string_view address, base::Instant now)
{
    tx.execute("DELETE FROM known_address WHERE signed_in_at_ms <= $1", now + -known_for_ms);
    tx.execute(
        "INSERT INTO known_address (person_id, address, signed_in_at_ms) VALUES ($1, $2, $3) "
        "ON CONFLICT (person_id, address) DO UPDATE SET signed_in_at_ms = excluded.signed_in_at_ms",
        person, address, now);
}

bool is_known_device(
    db::Tx& tx, const PersonId& person, std::string_view token_sha256, base::Instant now)
{
    return tx
        .one<std::string>("SELECT token_sha256 FROM known_device WHERE person_id = $1 "
                          "AND token_sha256 = $2 AND signed_in_at_ms > $3",
            person, token_sha256, now + -known_for_ms)
        .has_value();
}

void keep_known_device(
    db::Tx& tx, const PersonId& person, const DeviceTokens& tokens, base::Instant now)
{
    tx.execute("DELETE FROM known_device WHERE signed_in_at_ms <= $1", now + -known_for_ms);
    tx.execute("UPDATE known_device SET token_sha256 = $2 WHERE token_sha256 = $1", tokens.before,
        tokens.now);
    tx.execute("INSERT INTO known_device (person_id, token_sha256, signed_in_at_ms) "
               "VALUES ($1, $2, $3) ON CONFLICT (person_id, token_sha256) "
               "DO UPDATE SET signed_in_at_ms = excluded.signed_in_at_ms",
        person, tokens.now, now);
    tx.execute("DELETE FROM known_device WHERE person_id = $1 AND token_sha256 NOT IN "
               "(SELECT token_sha256 FROM known_device WHERE person_id = $1 "
               "ORDER BY signed_in_at_ms DESC, token_sha256 LIMIT $2)",
        person, known_devices_most);
}

void forget_known_devices(db::Tx& tx, const PersonId& person, std::string_view but_token_sha256)
{
    tx.execute("DELETE FROM known_device WHERE person_id = $1 AND token_sha256 <> $2", person,
        but_token_sha256);
}

} // namespace xieshang::members
