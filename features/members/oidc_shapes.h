// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API takes and gives of a sign-in at a provider. Pure.
#pragma once

#include "platform/base/clock.h"
#include "platform/json/rules.h"

#include <array>
#include <optional>
#include <string>

namespace xieshang::members {

struct OidcBegin {
    std::optional<std::string> back;
    std::optional<std::string> link;
    std::optional<bool> prove;
};
BOOST_DESCRIBE_STRUCT(OidcBegin, (), (back, link, prove))

struct OidcWay {
    std::string address;
};
BOOST_DESCRIBE_STRUCT(OidcWay, (), (address))

struct OidcAccount {
    std::string login;
};
BOOST_DESCRIBE_STRUCT(OidcAccount, (), (login))

struct OidcLinkView {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(OidcLinkView, (), (token))

struct OwnIdentity {
    std::string provider; // its name; empty: none is configured
    std::optional<base::Instant> linked_at;
};
BOOST_DESCRIBE_STRUCT(OwnIdentity, (), (provider, linked_at))

} // namespace xieshang::members

namespace xieshang::json {

// clang-format off
template <>
inline constexpr auto rules<members::OidcBegin> = std::to_array<Rule>({
    {.member = "back", .most = 500,
        .description = "Path of the page to come back to", .blank_allowed = true},
    {.member = "link", .most = 200,
        .description = "Token of a one-time link that ties the identity to an account",
        .blank_allowed = true},
    {.member = "prove",
        .description = "One is signed in, and signs in anew there to show again who one is"},
});

template <>
inline constexpr auto rules<members::OidcAccount> = std::to_array<Rule>({
    {.member = "login", .least = 1, .most = 200},
});
// clang-format on

} // namespace xieshang::json
