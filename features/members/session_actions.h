// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Signing in and out, and who a request comes from. One transaction each unless it is said
// otherwise.
#pragma once

#include "features/members/attempts_store.h"
#include "features/members/person.h"
#include "features/members/session.h"
#include "platform/services/services.h"

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::members {

// Where a person sits.
struct Caller {
    std::string address;        // of the network
    std::string user_agent;     // what the browser calls itself; cut to 200 bytes
    std::string old_token;      // of the session that this one replaces; empty: none
    std::string device_token{}; // that the browser carries since its last sign-in; empty: none
};

struct SignedIn {
    PersonId id;
    std::string login;
    std::string name;
    base::Roles roles{};
    std::string token; // for the cookie; kept nowhere else
    // There is no session yet: the token is for the second step alone (second_step_actions.h).
    bool awaits_code = false;
    std::string device_token{}; // for the browser to carry from now on; empty: it keeps what it has
};

// How the first step was taken, and what the house asks then.
struct FirstStep {
    std::string means; // "password", "invite", "reset", "oidc"
    const SignInRules& rules;
};

// A session, or a sign-in that awaits the code of a second factor. Refusals:
// members.wrong_login_or_password (401), the same for an unknown login, a wrong password
// and a suspended person, and as costly; members.too_many_attempts (429, retry_after_s, minutes).
// Two transactions with the password check between them, so that it holds nobody up: call it with a
// database that is not joined.
base::Result<SignedIn> sign_in(services::Services& services, std::string_view login,
    std::string_view password, const Caller& caller, const SignInRules& rules = {});

// The person whose password this is, for asking again; guesses are held back as at signing in.
// Refusals and transactions as sign_in.
base::Result<Person> person_by_password(services::Services& services, std::string_view login,
    std::string_view password, const Caller& caller);

// Nothing happens when there is no such session.
void sign_out(services::Services& services, std::string_view token);

// The live session of a token. Writes at most once a minute, and not when the disk is full.
std::optional<Visit> visit_of(services::Services& services, std::string_view token);

// The same, or request.signed_out (401).
base::Result<Visit> visit_here(services::Services& services, std::string_view token);

// Whose password has ended, or who must have a second factor and has none, holds no role until he
// has seen to it.
std::optional<base::Actor> actor_of(
    services::Services& services, std::string_view token, const SignInRules& rules = {});

// The same without prolonging the session: for a screen that is open but does nothing.
std::optional<base::Actor> actor_watching(
    services::Services& services, std::string_view token, const SignInRules& rules = {});

// For whoever counts attempts. Refusal: members.too_many_attempts (429, retry_after_s, minutes).
base::Result<void> admitted(const Attempts& attempts, base::Instant now);

// Whose attempt it is that counts for that account, here by SHA-256 of what stands for it.
Attempted attempted(db::Tx& tx, std::string account_sha256, const std::optional<PersonId>& person,
    const Caller& caller, base::Instant now);

// Begins a session in an open transaction, ends the one that it replaces, and tells the record how
// he came in: "password", "password+totp", "invite", "reset", "demo" … The browser is known from
// now on, but for an invented person's: he has no password that could be guessed.
SignedIn begin_session(services::Services& services, db::Tx& tx, const Person& person,
    const Caller& caller, const std::string& means);

} // namespace xieshang::members
