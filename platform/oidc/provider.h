// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a provider says of itself (OpenID Connect Discovery 1.0) and answers at its token endpoint,
// held against what was configured. Pure.
#pragma once

#include "platform/oidc/address.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace xieshang::oidc {

struct Settings {
    std::string issuer; // exactly as the provider writes it
    std::string client_id;
    std::string client_secret; // empty: a public client, by PKCE alone
    std::string name;          // on the button
    std::string subject_claim = "sub";
    std::string login_claim;        // equal to an account's login: links by itself; empty: never
    std::vector<std::string> hosts; // beside the issuer's, which endpoints may have
    std::string proxy;

    bool on() const { return !issuer.empty(); }
};

struct Provider {
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string jwks_uri;
    bool secret_in_form = false; // client_secret_post, where the provider takes nothing else
    bool names_issuer = false;   // RFC 9207: its answers must name it
};

std::string discovery_address(const std::string& issuer);

// The error is a text for the log.
tl::expected<Provider, std::string> provider_in(std::string_view json, const Settings& settings);

struct Tokens {
    std::string id_token;
    std::string access_token;
};
tl::expected<Tokens, std::string> tokens_in(std::string_view json);

} // namespace xieshang::oidc
