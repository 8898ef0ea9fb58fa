// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Signing in at the configured provider. No account is made by itself: an identity (issuer and
// subject) belongs to an account by a one-time link of the system administrator, or, where the
// configuration says so, by a claim that is the account's login.
#pragma once

#include "features/members/oidc_shapes.h"
#include "features/members/session_actions.h"
#include "platform/oidc/client.h"
#include "platform/services/services.h"

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::members {

constexpr std::int64_t oidc_begun_ms = 10 * 60'000LL;
constexpr std::int64_t oidc_begun_most = 200; // at once from one address: a hall stands behind one
constexpr std::int64_t oidc_link_ms = 24 * 3'600'000LL;

struct OidcAsked {
    std::string redirect_uri;
    std::string back; // a path of our own; anything else becomes "/"
    std::string link; // token of a one-time link; empty: none
    // Token of the session of whoever is signed in and shows again who he is, by signing in anew at
    // the provider (SES-03); nothing: he signs in.
    std::optional<std::string> proving{};
};

struct OidcWayIn {
    std::string address; // where the browser goes
    std::string browser; // secret for its cookie; kept nowhere else
};

// Refusals: oidc.unreachable, oidc.busy, oidc.odd_provider (503), oidc.too_many_begun (429),
// request.signed_out (401) for a proof without a session. Waits for the network before its
// transaction: call it with a database that is not joined.
base::Result<OidcWayIn> begin_oidc(services::Services& services, oidc::Client& client,
    const OidcAsked& asked, const Caller& caller);

struct OidcAnswer {
    std::string code;
    std::string state;
    std::string issuer;
    std::string error; // what the provider refused for
    std::string browser;
};

struct OidcSignedIn {
    std::optional<SignedIn> signed_in; // nothing: the session that was there is fresh again
    std::string back;
};

// Refusals: oidc.not_begun (unknown, used, too old, of another browser), oidc.cancelled,
// oidc.refused_there, those of oidc::Client::who_came(), oidc.unknown_person, oidc.link_spent,
// oidc.linked_otherwise, oidc.suspended, oidc.demo_account; of a proof oidc.not_anew (the provider
// does not say that the person showed just now who he is) and oidc.other_person (the session is
// another's, or over). A sign-in that was begun ends here, whatever comes of it.
// Whoever has a second factor here is asked for it (sign_in_rules.h says why).
base::Result<OidcSignedIn> finish_oidc(services::Services& services, oidc::Client& client,
    const OidcAnswer& answer, const Caller& caller, const SignInRules& rules = {});

// The token of a link that ties whoever opens it and signs in at the provider to the account, once,
// within 24 hours. The caller's policy was checked. Refusals: members.not_found (404),
// members.suspended (409).
base::Result<std::string> make_oidc_link(
    services::Services& services, const base::Actor& actor, std::string_view login);

// The account's links to providers end, one-time links that wait, too; its sessions stay. Refusal:
// members.not_found.
base::Result<void> unlink_oidc(
    services::Services& services, const base::Actor& actor, std::string_view login);

// Of the session's own account. Refusal: request.signed_out (401).
base::Result<OwnIdentity> own_identity(
    services::Services& services, const oidc::Settings& provider, std::string_view token);
// Refusal: the same.
base::Result<void> end_own_identity(services::Services& services, std::string_view token);

} // namespace xieshang::members
