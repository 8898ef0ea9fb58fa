// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ sign-in attempts, nothing else. Each function runs in the transaction that it is handed.
#pragma once

#include "features/members/attempts.h"
#include "features/members/person.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::members {

constexpr std::int64_t known_devices_most = 10; // of an account; the longest unused one goes first
// An address or a device that was not used for half a year is a stranger's.
constexpr std::int64_t known_for_ms = 180LL * 24 * 3'600'000;

// Whose attempts: an account, which need not exist, from an address.
struct Attempted {
    std::string account; // SHA-256 of the folded login, hexadecimal
    std::string address; // as address_block gives it
    std::optional<PersonId> person;
    std::string known_device{}; // SHA-256 of the token of one that the person knows; empty: none
};

Attempts find_attempts(db::Tx& tx, const Attempted& whose);

// Writes what differs; forgets what has expired. A tally without failures is deleted.
void keep_attempts(db::Tx& tx, const Attempted& whose, const Attempts& before,
    const Attempts& after, base::Instant now);

void keep_known_address(
    db::Tx& tx, const PersonId& person, std::string_view address, base::Instant now);

bool is_known_device(
    db::Tx& tx, const PersonId& person, std::string_view token_sha256, base::Instant now);

struct DeviceTokens {   // SHA-256, hexadecimal
    std::string before; // what the browser carried until now; of a token that nobody knows: nothing
    std::string now;
};
// The browser is one of the person's from now on. Who else knows it goes on knowing it.
void keep_known_device(
    db::Tx& tx, const PersonId& person, const DeviceTokens& tokens, base::Instant now);
// All of a person's but one; empty: all.
void forget_known_devices(db::Tx& tx, const PersonId& person, std::string_view but_token_sha256);

} // namespace xieshang::members
