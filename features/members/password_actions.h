// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What everybody does with his own account: the password, the sessions, and proving again who one
// is. `token` is that of the session. Each refuses request.signed_out (401) without a live session.
#pragma once

#include "features/members/account_shapes.h"
#include "features/members/session_actions.h"

#include <string_view>

namespace xieshang::members {

struct NewPassword {
    std::string_view password;
    std::string_view pointer; // of its field
    PasswordRules rules{};
};

// Whether this person may take that password: also none of those before. Costly; a read of its own.
// Refusal: members.invalid (422).
base::Result<void> new_password_fits(
    services::Services& services, const Person& person, const NewPassword& asked);

// Ends all other sessions. Refusals: members.invalid (422) with /old_password
// (members.wrong_password) or /new_password; members.too_many_attempts (429), since guesses at the
// old one count like those of signing in. Hashes between two transactions: not for a joined
// database.
base::Result<void> change_password(services::Services& services, std::string_view token,
    const PasswordChange& asked, const Caller& caller, const PasswordRules& rules);

// Makes the session fresh for fresh_ms (SES-03). Refusals: as above, with /password.
base::Result<void> prove_again(services::Services& services, std::string_view token,
    std::string_view password, const Caller& caller);

base::Result<OwnAccount> own_account(
    services::Services& services, std::string_view token, const SignInRules& rules);
// Refusal: members.no_such_session (404).
base::Result<void> end_own_session(
    services::Services& services, std::string_view token, std::string_view id);
base::Result<void> end_all_own_sessions(services::Services& services, std::string_view token);

} // namespace xieshang::members
