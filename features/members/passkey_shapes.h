// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API takes and gives of passkeys; bytes are base64url, as in Web Authentication level 3.
// Pure.
#pragma once

#include "features/members/passkey.h"
#include "platform/json/rules.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::members {

struct OwnPasskey {
    PasskeyId id;
    std::string name;
    std::string site; // where it was made
    base::Instant made_at;
    std::optional<base::Instant> used_at;
};
BOOST_DESCRIBE_STRUCT(OwnPasskey, (), (id, name, site, made_at, used_at))

struct PasskeyBegun {
    std::string challenge;
    std::string site; // RP id
    std::string user_handle;
    std::string login;
    std::string name;               // of the person
    std::vector<std::string> known; // credentials that the authenticator must not have already
};
BOOST_DESCRIBE_STRUCT(PasskeyBegun, (), (challenge, site, user_handle, login, name, known))

struct PasskeyMade {
    std::string name;
    std::string client_data;
    std::string authenticator_data;
};
BOOST_DESCRIBE_STRUCT(PasskeyMade, (), (name, client_data, authenticator_data))

struct PasskeyName {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PasskeyName, (), (name))

struct PasskeyAsked {
    std::string challenge;
    std::string site;
};
BOOST_DESCRIBE_STRUCT(PasskeyAsked, (), (challenge, site))

struct PasskeyAnswer {
    std::string credential_id;
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(
    PasskeyAnswer, (), (credential_id, client_data, authenticator_data, signature))

} // namespace xieshang::members

namespace xieshang::json {

// clang-format off
template <>
inline constexpr auto rules<members::PasskeyMade> = std::to_array<Rule>({
    {.member = "name", .most = 200, .blank_allowed = true},
    {.member = "client_data", .least = 1, .most = 12'000,
        .description = "base64url of the bytes of clientDataJSON"},
    {.member = "authenticator_data", .least = 1, .most = 6'000,
        .description = "base64url of what getAuthenticatorData() gives"},
});

template <>
inline constexpr auto rules<members::PasskeyName> = std::to_array<Rule>({
    {.member = "name", .most = 200, .blank_allowed = true},
});

template <>
inline constexpr auto rules<members::PasskeyAnswer> = std::to_array<Rule>({
    {.member = "credential_id", .least = 1, .most = 1'400, .description = "base64url"},
    {.member = "client_data", .least = 1, .most = 12'000, .description = "base64url"},
    {.member = "authenticator_data", .least = 1, .most = 6'000, .description = "base64url"},
    {.member = "signature", .least = 1, .most = 2'000, .description = "base64url"},
});
// clang-format on

} // namespace xieshang::json
