// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The three administrators of the first start, who are three people (三员分立): what is entered for
// them and what it must be. Pure. Source: domain.md §3; GB/T 22239 8.1.5.
#pragma once

#include "features/members/person.h"
#include "platform/json/rules.h"

#include <boost/describe.hpp>

#include <array>
#include <string>
#include <utility>

namespace xieshang::members {

struct FirstAccount {
    std::string login;
    std::string name;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(FirstAccount, (), (login, name, password))

struct FirstThree {
    std::string token; // of the one-time link
    FirstAccount system_administrator;
    FirstAccount security_administrator;
    FirstAccount auditor;
};
BOOST_DESCRIBE_STRUCT(
    FirstThree, (), (token, system_administrator, security_administrator, auditor))

struct FirstOf {
    Role role{}; // its name is that of the member
    const FirstAccount& account;
};

// In the order of the page.
std::array<FirstOf, 3> accounts_of(const FirstThree& three);

// Refusal: members.invalid, naming each wrong field at once, as /auditor/login. Each of the three
// as person.h wants it; no login, no name and no password is that of another of the three, however
// it is spelt: members.same_login, members.same_name, members.same_password at the later one.
base::Result<void> acceptable(const FirstThree& three, const PasswordRules& rules);

} // namespace xieshang::members

namespace xieshang::json {

// clang-format off
template <>
inline constexpr auto rules<members::FirstAccount> = std::to_array<Rule>({
    {.member = "login", .most = 200, .blank_allowed = true},
    {.member = "name", .most = 200, .blank_allowed = true},
    {.member = "password", .most = 1000, .format = "password", .blank_allowed = true},
});

template <>
inline constexpr auto rules<members::FirstThree> = std::to_array<Rule>({
    {.member = "token", .least = 1, .most = 200,
        .description = "Of the one-time link that the program printed"},
});
// clang-format on

} // namespace xieshang::json
