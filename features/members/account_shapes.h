// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of accounts and takes for them. Pure.
#pragma once

#include "features/members/factor_shapes.h"
#include "features/members/password_rules.h"
#include "features/members/person.h"
#include "features/members/proof_shapes.h"
#include "platform/json/rules.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::members {

struct PasswordChange {
    std::string old_password;
    std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (old_password, new_password))

struct OwnSession {
    std::string id;
    std::string address;
    std::string browser; // what it calls itself
    base::Instant signed_in_at;
    base::Instant last_seen_at;
    bool this_one{};
};
BOOST_DESCRIBE_STRUCT(OwnSession, (), (id, address, browser, signed_in_at, last_seen_at, this_one))

struct OwnAccount {
    PasswordAge password{};
    PasswordProfile password_profile{};
    std::optional<base::Instant> password_ends_at; // where the house lets passwords end
    bool has_password{};                           // none: he comes in by a provider alone
    std::vector<OwnSession> sessions;
    OwnFactor second_factor;
    std::vector<ProofMeans> proofs; // by which he can show again who he is; none: by signing in
};
BOOST_DESCRIBE_STRUCT(OwnAccount, (),
    (password, password_profile, password_ends_at, has_password, sessions, second_factor, proofs))

struct Account {
    PersonId id;
    std::string login;
    std::string name;
    std::vector<std::string> roles;
    PersonState state{};
    bool has_password{};
    bool has_second_factor{};
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(
    Account, (), (id, login, name, roles, state, has_password, has_second_factor, made_at))

inline Account account_of(const Person& person, bool has_second_factor)
{
    return {person.id, person.login, person.name, role_names(person.roles), person.state,
        person.password_phc.has_value(), has_second_factor, person.created_at_ms};
}

struct NewAccount {
    std::string login;
    std::string name;
    std::optional<PersonId> person_id{}; // who stands in the register already, of this name
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (login, name, person_id))

struct NewAccountChoice {
    std::optional<bool> again{}; // although the register has a person of this very name: another
};
BOOST_DESCRIBE_STRUCT(NewAccountChoice, (), (again))

struct AccountLink {
    std::string code;
    LinkPurpose purpose{};
    base::Instant ends_at;
};
BOOST_DESCRIBE_STRUCT(AccountLink, (), (code, purpose, ends_at))

struct LinkUse {
    std::string code;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(LinkUse, (), (code, password))

struct RoleChange {
    Role role{};
    bool granted{}; // false: taken away
};
BOOST_DESCRIBE_STRUCT(RoleChange, (), (role, granted))

struct StateChange {
    PersonState state{};
};
BOOST_DESCRIBE_STRUCT(StateChange, (), (state))

} // namespace xieshang::members

namespace xieshang::json {

// clang-format off
template <>
inline constexpr auto rules<members::PasswordChange> = std::to_array<Rule>({
    {.member = "old_password", .most = 1000, .format = "password", .blank_allowed = true},
    {.member = "new_password", .most = 1000, .format = "password", .blank_allowed = true},
});

template <>
inline constexpr auto rules<members::NewAccount> = std::to_array<Rule>({
    {.member = "login", .most = 200, .blank_allowed = true},
    {.member = "name", .most = 200, .blank_allowed = true},
});

template <>
inline constexpr auto rules<members::LinkUse> = std::to_array<Rule>({
    {.member = "code", .least = 1, .most = 200, .description = "Of the one-time link"},
    {.member = "password", .most = 1000, .format = "password", .blank_allowed = true},
});
// clang-format on

} // namespace xieshang::json
