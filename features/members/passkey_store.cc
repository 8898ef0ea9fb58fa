// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_store.h"

namespace xieshang::members {
namespace {

const std::string columns = "id, person_id, name, site, credential_id, algorithm, public_key, "
                            "counter, made_at_ms, used_at_ms";

} // namespace

std::vector<Passkey> passkeys_of(db::Tx& tx, const PersonId& person)
{
    return tx.all<Passkey>(
        "SELECT " + columns + " FROM passkey WHERE person_id = $1 ORDER BY id", person);
}

std::optional<Passkey> find_passkey(
    db::Tx& tx, std::string_view site, std::string_view credential_id)
{
    return tx.one<Passkey>(
        "SELECT " + columns + " FROM passkey WHERE site = $1 AND credential_id = $2", site,
        credential_id);
}

bool insert_passkey(db::Tx& tx, const Passkey& passkey)
{
    return tx.execute("INSERT INTO passkey (" + columns
                   + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
               passkey.id, passkey.person_id, passkey.name, passkey.site, passkey.credential_id,
               passkey.algorithm, passkey.public_key, passkey.counter, passkey.made_at_ms,
               passkey.used_at_ms)
        == 1;
}

bool rename_passkey(db::Tx& tx, const PersonId& person, const PasskeyId& id, std::string_view name)
{
    return tx.execute(
               "UPDATE passkey SET name = $3 WHERE person_id = $1 AND id = $2", person, id, name)
        == 1;
}

bool delete_passkey(db::Tx& tx, const PersonId& person, const PasskeyId& id)
{
    return tx.execute("DELETE FROM passkey WHERE person_id = $1 AND id = $2", person, id) == 1;
}

bool count_on(db::Tx& tx, const Passkey& passkey, std::int64_t counter, base::Instant now)
{
    return tx.execute("UPDATE passkey SET counter = $3, used_at_ms = $4 "
                      "WHERE id = $1 AND counter = $2",
               passkey.id, passkey.counter, counter, now)
        == 1;
}

void insert_challenge(db::Tx& tx, const PasskeyChallenge& challenge)
{
    tx.execute("INSERT INTO passkey_challenge (challenge_sha256, holder_sha256, purpose, address, "
               "expires_at_ms) VALUES ($1, $2, $3, $4, $5)",
        challenge.challenge_sha256, challenge.holder_sha256, challenge.purpose, challenge.address,
        challenge.expires_at_ms);
}

void delete_expired_challenges(db::Tx& tx, base::Instant now)
{
    tx.execute("DELETE FROM passkey_challenge WHERE expires_at_ms <= $1", now);
}

std::int64_t count_challenges(db::Tx& tx, std::string_view address)
{
    return tx
        .one<std::int64_t>("SELECT count(*) FROM passkey_challenge WHERE address = $1", address)
        .value_or(0);
}

bool take_challenge(db::Tx& tx, const PasskeyChallenge& challenge, base::Instant now)
{
    return tx.execute("DELETE FROM passkey_challenge WHERE challenge_sha256 = $1 "
                      "AND holder_sha256 = $2 AND purpose = $3 AND expires_at_ms > $4",
               challenge.challenge_sha256, challenge.holder_sha256, challenge.purpose, now)
        == 1;
}

} // namespace xieshang::members
