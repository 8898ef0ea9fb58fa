// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of a session and takes for one. Pure.
#pragma once

#include "features/members/person.h"
#include "features/members/sign_in_rules.h"
#include "platform/json/rules.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::members {

struct PersonView {
    PersonId id;
    std::string name;
    std::string login;
    std::vector<std::string> roles;
    std::optional<Attention> attention; // what he has to look at first, in his own account
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, name, login, roles, attention))

struct SessionView {
    PersonView person;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (person))

// What a first step leads to: the person, who is signed in; or nobody yet, as a code is asked.
struct SignInView {
    std::optional<PersonView> person;
    bool code_asked{};
};
BOOST_DESCRIBE_STRUCT(SignInView, (), (person, code_asked))

struct SignIn {
    std::string login;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (login, password))

struct DemoSignIn {
    std::string login;
};
BOOST_DESCRIBE_STRUCT(DemoSignIn, (), (login))

struct SetupLink {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(SetupLink, (), (token))

struct SetupLinkView {
    bool usable{};
    bool setup_needed{}; // false: somebody is there already and can sign in
};
BOOST_DESCRIBE_STRUCT(SetupLinkView, (), (usable, setup_needed))

struct SetUpView {
    std::vector<PersonView> people; // system administrator, security administrator, auditor
};
BOOST_DESCRIBE_STRUCT(SetUpView, (), (people))

struct DemoAccount {
    std::string login;
    std::string name;
    std::string role;
};
BOOST_DESCRIBE_STRUCT(DemoAccount, (), (login, name, role))

struct AboutView {
    std::string name;
    std::string version;
    bool demo{};
    std::vector<DemoAccount> demo_accounts;
    bool setup_needed{};
    std::string oidc; // name of a provider where one can sign in, too; empty: none
    PasswordProfile password_profile{}; // whose rules a new password has to follow
};
BOOST_DESCRIBE_STRUCT(
    AboutView, (), (name, version, demo, demo_accounts, setup_needed, oidc, password_profile))

} // namespace xieshang::members

namespace xieshang::json {

// Only what keeps a request in bounds: what a login or a password must be is said by
// members::acceptable, and when someone signs in, a text that cannot be right is simply wrong.
// clang-format off
template <>
inline constexpr auto rules<members::SignIn> = std::to_array<Rule>({
    {.member = "login", .least = 1, .most = 200,
        .description = "In any spelling: upper or lower case, full or half width"},
    {.member = "password", .least = 1, .most = 1000, .format = "password", .blank_allowed = true},
});

template <>
inline constexpr auto rules<members::DemoSignIn> = std::to_array<Rule>({
    {.member = "login", .least = 1, .most = 200,
        .description = "One of demo_accounts of GET /api/about"},
});

template <>
inline constexpr auto rules<members::SetupLink> = std::to_array<Rule>({
    {.member = "token", .least = 1, .most = 200,
        .description = "Of the one-time link that the program printed"},
});
// clang-format on

} // namespace xieshang::json
