// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Signing in at a provider: the authorization code flow with PKCE (RFC 7636, S256), state and
// nonce. What the provider says of itself and its keys are remembered; keys are fetched anew for an
// unknown one at most once a minute. At most four requests are under way at once and a provider
// that failed is left alone for five seconds, so that a slow one cannot take the threads from those
// who sign in by password. Any thread; waits for the network, so never within a transaction.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/oidc/fetch.h"
#include "platform/oidc/id_token.h"
#include "platform/oidc/provider.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace xieshang::oidc {

constexpr std::int64_t provider_kept_ms = 3'600'000;
constexpr std::int64_t keys_pause_ms = 60'000;
constexpr std::int64_t failure_pause_ms = 5'000;
constexpr int requests_at_once = 4;

// Made of one secret that only the browser has; the provider sees state, nonce and challenge.
struct Proof {
    std::string nonce;
    std::string verifier;
};
Proof proof_of(std::string_view browser_secret);

struct Going {
    std::string redirect_uri;
    std::string state;
    Proof proof;
    bool anew = false; // the provider asks who it is, whoever is signed in there (auth_time)
};

struct Coming {
    std::string redirect_uri; // the same
    std::string code;
    std::string issuer; // "iss" of the answer; empty: it names none
    Proof proof;
};

class Client {
public:
    // `note` hears why a provider was not believed, for the log: without secrets.
    using Note = std::function<void(const std::string&)>;
    Client(Settings settings, Fetch fetch, base::Clock& clock, Note note = {});
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    const Settings& settings() const;

    // Where the browser is sent. Refusals, all 503: oidc.unreachable, oidc.busy, oidc.odd_provider.
    base::Result<std::string> way_in(const Going& going);

    // Who came back. Refusals: those, and oidc.not_believed (422): the provider took the code for
    // none of its own, or its token is not one for this sign-in.
    base::Result<Identity> who_came(const Coming& coming);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace xieshang::oidc
