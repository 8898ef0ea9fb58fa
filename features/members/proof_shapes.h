// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// By what a person shows again who he is (SES-03). An account without a password has another way:
// a passkey, the code of its second factor, or signing in anew at the provider. Pure.
#pragma once

#include "features/members/passkey_shapes.h"

namespace xieshang::members {

enum class ProofMeans : std::uint8_t {
    password,
    code, // of the second factor
    passkey,
    provider, // begin_oidc() with OidcAsked::proving
};
BOOST_DESCRIBE_ENUM(ProofMeans, password, code, passkey, provider)

struct AccountProof { // exactly one of them
    std::optional<std::string> password;
    std::optional<std::string> code;
    std::optional<PasskeyAnswer> passkey;
};
BOOST_DESCRIBE_STRUCT(AccountProof, (), (password, code, passkey))

} // namespace xieshang::members

namespace xieshang::json {

// clang-format off
template <>
inline constexpr auto rules<members::AccountProof> = std::to_array<Rule>({
    {.member = "password", .most = 1000, .format = "password", .blank_allowed = true},
    {.member = "code", .most = 100,
        .description = "Six digits of the authenticator app, or a recovery code",
        .blank_allowed = true},
    {.member = "passkey", .description = "What the passkey says to the challenge of beginProof"},
});
// clang-format on

} // namespace xieshang::json
