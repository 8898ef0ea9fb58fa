// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Attempts to get in that came to nothing, as the record keeps them (AUD-01): which way, why, for
// whose account if that is known, else from which address. Never what was typed.
//
// At most one a minute of each way for an account, or, where there is none, for an address: so
// nobody fills the record by trying.
#pragma once

#include "features/members/session_actions.h"

#include <optional>
#include <string>

namespace xieshang::members {

enum class DeniedWay : std::uint8_t {
    second_step, // a code by time or a recovery code
    link,        // a one-time link
    oidc,        // a sign-in at the provider
    passkey,
    held_back, // any of these, or a password: too many attempts (429)
};

struct Denial {
    DeniedWay way{};
    std::string reason; // of the text audit.reason.<reason>
    std::optional<PersonId> person{};
};

// Within the transaction of the attempt, or in one of its own.
void keep_denial(
    services::Services& services, db::Tx& tx, const Denial& denial, const Caller& caller);
void keep_denial(services::Services& services, const Denial& denial, const Caller& caller);

// By the digest of a link that was not good, used up, or too old.
void keep_link_denial(
    services::Services& services, const std::string& token_sha256, const Caller& caller);

// Keeps it as held back, if that is why; any other error is left alone.
void keep_held_back(services::Services& services, const base::Error& why,
    const std::optional<PersonId>& person, const Caller& caller);

} // namespace xieshang::members
