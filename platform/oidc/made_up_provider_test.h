// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a provider without a network, which can be down, slow to change its keys, or lie.
#pragma once

#include "platform/oidc/client.h"
#include "platform/oidc/forged_tokens_test.h"

#include <functional>
#include <string>
#include <vector>

namespace xieshang::oidc {

struct MadeUpProvider {
    std::string issuer = "https://id.example";
    std::string discovery = R"({"issuer":"https://id.example",)"
                            R"("authorization_endpoint":"https://id.example/auth",)"
                            R"("token_endpoint":"https://id.example/token",)"
                            R"("jwks_uri":"https://id.example/keys"})";
    std::string keys = keyring().jwks();
    std::string subject = "u1";
    std::string login = "wang";
    std::string kid = "r";
    std::string nonce;     // of the sign-in that it answers
    std::string auth_time; // in seconds; empty: it does not say
    int token_status = 200;
    std::string token_body; // instead of tokens
    bool down = false;
    std::vector<Outgoing> asked;

    std::string tokens(base::Instant now) const
    {
        const auto second = std::to_string(now.ms / 1000);
        const auto claims = R"({"iss":")" + issuer + R"(","sub":")" + subject
            + R"(","aud":"xieshang","exp":)" + std::to_string(now.ms / 1000 + 300) + R"(,"iat":)"
            + second + (auth_time.empty() ? "" : R"(,"auth_time":)" + auth_time) + R"(,"nonce":")"
            + nonce + R"(","preferred_username":")" + login + "\"}";
        return R"({"token_type":"Bearer","access_token":"a","id_token":")"
            + token_of(keyring().rsa, "RS256", kid, claims) + "\"}";
    }

    Fetch fetch(base::Clock& clock)
    {
        return [this, &clock](const Outgoing& request) -> tl::expected<Incoming, std::string> {
            asked.push_back(request);
            if (down) {
                return tl::unexpected(std::string("down"));
            }
            if (request.address.ends_with("/token")) {
                return Incoming{
                    token_status, token_body.empty() ? tokens(clock.now()) : token_body};
            }
            return Incoming{200, request.address.ends_with("/keys") ? keys : discovery};
        };
    }

    int times_asked(std::string_view end) const
    {
        int times = 0;
        for (const auto& request : asked) {
            times += request.address.ends_with(end) ? 1 : 0;
        }
        return times;
    }
};

inline Settings made_up_settings()
{
    return {.issuer = "https://id.example",
        .client_id = "xieshang",
        .client_secret = "s e",
        .name = "ID",
        .login_claim = "preferred_username"};
}

} // namespace xieshang::oidc
