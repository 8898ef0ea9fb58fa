// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A person who may sign in, and what a login, a name and a password must be. Pure.
#pragma once

#include "features/members/password_rules.h"
#include "features/members/role.h"
#include "platform/base/actor.h"
#include "platform/base/clock.h"
#include "platform/base/ids.h"
#include "platform/base/result.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xieshang::members {

using PersonId = base::Id<struct PersonTag>;

enum class PersonState : std::uint8_t {
    active,
    suspended, // 停用: kept with all that he did, but cannot sign in, and is signed out at once
};
BOOST_DESCRIBE_ENUM(PersonState, active, suspended)

// What a one-time link does.
enum class LinkPurpose : std::uint8_t {
    setup,  // makes the first account
    invite, // sets a person's first password
    reset,  // sets another one
};
BOOST_DESCRIBE_ENUM(LinkPurpose, setup, invite, reset)

struct Person {
    PersonId id;
    std::string login; // folded, see folded_login
    std::string name;
    base::Roles roles{};
    std::optional<std::string> password_phc; // none: no password opens this account
    bool demo{}; // invented; signs in by one click while the program runs in demo mode
    PersonState state{};
    std::int64_t version{};
    base::Instant created_at_ms;
};
BOOST_DESCRIBE_STRUCT(
    Person, (), (id, login, name, roles, password_phc, demo, state, version, created_at_ms))

inline base::Actor actor_of(const Person& person)
{
    return {person.id.text, person.name, person.roles};
}

constexpr std::size_t login_least = 2;
constexpr std::size_t login_most = 64;
constexpr std::size_t name_most = 64;

// The form in which logins are kept and compared: NFKC_Casefold (UAX #31), so ＷＡＮＧ, Wang and
// wang are one person, without blanks around it. Bad UTF-8 gives a text that no rule accepts.
std::string folded_login(std::string_view login);

// Refusals name each wrong field at once: members.invalid with /login, /name and /password. Login:
// 2 to 64 letters a–z, digits, Han characters, and . _ - ; name: 1 to 64 characters, no control
// characters; password: see password_rules.h.
struct Entry {
    std::string_view login;
    std::string_view name;
    std::string_view password;
    PasswordRules rules{};
};
base::Result<void> acceptable(const Entry& entry);

// The same of an account that has no password yet.
base::Result<void> acceptable_account(std::string_view login, std::string_view name);

} // namespace xieshang::members
