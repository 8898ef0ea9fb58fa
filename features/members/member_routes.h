// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ sessions, and the cookie that carries them.
#pragma once

#include "features/members/member_shapes.h"
#include "features/members/session_actions.h"
#include "platform/http/api.h"

#include <optional>
#include <string>

namespace xieshang::members {

struct About {
    std::string version; // of the program
    bool demo = false;   // shows the demo accounts
    std::string oidc{};  // name of the provider where one can sign in, too; empty: none
    PasswordProfile profile = PasswordProfile::asvs;
    SecondFactorUse second_factor = SecondFactorUse::offered;
    std::span<const std::string> house_words{};

    SignInRules rules() const { return {profile, second_factor, house_words}; }
};

void add_member_routes(http::Api& api, const About& about);

// Only while the program runs in demo mode: one-click sign-in.
void add_demo_routes(http::Api& api);

// For http::Api: who sent a request, by the cookie. Asked for every request; nothing is remembered
// between them.
std::optional<base::Actor> actor_of_request(
    services::Services& services, const http::Request& request, const SignInRules& rules = {});

// For http::EventHub: the same, without prolonging the session.
std::optional<base::Actor> actor_watching(
    services::Services& services, const http::Request& request, const SignInRules& rules = {});

// Of the session that a request comes with; empty: none.
std::string_view token_of(const http::Request& request);

// Sets the cookie of a session that begins.
SessionView give_session(http::Call& call, SignedIn signed_in, const SignInRules& rules = {});

// The same, or the cookie of a sign-in that awaits its code.
SignInView give_step(http::Call& call, SignedIn signed_in, const SignInRules& rules);
void set_step_cookie(http::Call& call, const SignedIn& waiting);

// At a sign-out: the session's cookie goes, and what the browser kept of the pages (PRI-06).
void clear_browser(http::Call& call);

// RFC 6265 §4.2; of several cookies of one name, the first; empty when there is none.
std::string_view cookie_of(const http::Request& request, std::string_view name);

// Where a request comes from, and the session that it replaces when it signs in.
Caller caller_of(const http::Request& request);

// By TLS the cookie's name has the prefix __Host- (no other host may set it), which browsers refuse
// without TLS.
std::string_view session_cookie_name(bool secure);

} // namespace xieshang::members
