// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Signing in, the second step: who he is was shown by password, link or provider; whoever has a
// second factor now gives a code of it. Until then there is no session.
#pragma once

#include "features/members/factor_store.h"
#include "features/members/session_actions.h"
#include "platform/sealing/vault.h"

#include <string>
#include <string_view>

namespace xieshang::members {

constexpr std::int64_t second_step_ms = 5 * 60'000LL;

// Where the secret of a second factor lies.
inline sealing::Place secret_place(const PersonId& id) { return {"person", id.text, "totp"}; }

// As people type a code: full width, with blanks in it.
std::string plain_code(std::string_view typed);
tl::unexpected<base::Error> wrong_code(); // members.invalid with /code

// Of a recovery code as it was typed: with its person, so that digests of two never meet.
std::string recovery_code_sha256(const PersonId& id, std::string_view typed);

// The first step was right, in an open transaction: begins a session, or, where a second factor
// stands, a sign-in that awaits its code.
SignedIn first_step_done(services::Services& services, db::Tx& tx, const Person& person,
    const Caller& caller, const FirstStep& how);

// A code of the authenticator app or a recovery code. `token` is that of SignedIn::awaits_code.
// Guesses are counted for the account and the address as those of passwords are, and apart from
// them, so that knowing the password forgives none (attempts.h). Refusals: members.second_step_over
// (422) when the sign-in is unknown, used, older than five minutes, or the person changed;
// members.invalid with /code (members.wrong_code); members.too_many_attempts (429).
struct SecondStepAsked {
    std::string_view token;
    std::string_view code;
};
base::Result<SignedIn> sign_in_second_step(
    services::Services& services, const SecondStepAsked& asked, const Caller& caller);

// A code of whoever is signed in and shows again who he is: makes the session of that token fresh
// (SES-03). Refusals: request.signed_out (401), members.no_second_factor (409), members.invalid
// with /code, members.too_many_attempts (429): guesses are counted as those of signing in.
base::Result<void> prove_by_code(services::Services& services, std::string_view token,
    std::string_view code, const Caller& caller);

} // namespace xieshang::members
