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

// Whose attempts: an account, which need not exist, from an address.
struct Attempted {
    std::string account; // SHA-256 of the folded login, hexadecimal
    std::string address; // as address_block gives it
    std::optional<PersonId> person;
};

Attempts find_attempts(db::Tx& tx, const Attempted& whose);

// Writes what differs; forgets what has expired. A tally without failures is deleted.
void keep_attempts(db::Tx& tx, const Attempted& whose, const Attempts& before,
    const Attempts& after, base::Instant now);

void keep_known_address(
    db::Tx& tx, const PersonId& person, std::string_view address, base::Instant now);

} // namespace xieshang::members
