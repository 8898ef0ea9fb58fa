// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ passkeys and the ceremonies that were begun. Each function runs in the transaction that it
// is handed.
#pragma once

#include "features/members/passkey.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

std::vector<Passkey> passkeys_of(db::Tx& tx, const PersonId& person); // the oldest first
std::optional<Passkey> find_passkey(
    db::Tx& tx, std::string_view site, std::string_view credential_id);
// False when the credential is known.
bool insert_passkey(db::Tx& tx, const Passkey& passkey);
// All three: false when the person has none such.
bool rename_passkey(db::Tx& tx, const PersonId& person, const PasskeyId& id, std::string_view name);
bool delete_passkey(db::Tx& tx, const PersonId& person, const PasskeyId& id);
// Exactly one caller gets true for a counter: the row still has `passkey`'s.
bool count_on(db::Tx& tx, const Passkey& passkey, std::int64_t counter, base::Instant now);

struct PasskeyChallenge {
    std::string challenge_sha256;
    std::string holder_sha256;
    PasskeyPurpose purpose{};
    std::string address; // block of the network: see address_block()
    base::Instant expires_at_ms;
};

void insert_challenge(db::Tx& tx, const PasskeyChallenge& challenge);
void delete_expired_challenges(db::Tx& tx, base::Instant now);
std::int64_t count_challenges(db::Tx& tx, std::string_view address);
// Deletes it: exactly one caller gets true, in time.
bool take_challenge(db::Tx& tx, const PasskeyChallenge& challenge, base::Instant now);

} // namespace xieshang::members
