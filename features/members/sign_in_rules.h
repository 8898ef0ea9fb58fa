// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the house asks of those who sign in (the table [sign_in] of its configuration). Pure.
//
// A second factor is offered to everybody by default. A house that requires it asks it of those who
// can change or see much: the three administrators and everybody who works for the office, a
// department or another staff desk (AUT-02; GB/T 22239 8.1.4.1d). Until they have one, they hold no
// role and see their own account alone. A passkey is one, in a session in which it was shown: it
// verifies the person by itself.
//
// Whoever has one is asked for it whichever way he came in: by password, by a one-time link, or by
// a provider (OpenID Connect). The provider may ask for a factor of its own; but an account that
// was taken over there, or a link that another opened, must not lead around the factor that stands
// here.
#pragma once

#include "features/members/password_rules.h"
#include "features/members/role.h"

#include <boost/describe.hpp>

#include <cstdint>

namespace xieshang::members {

enum class SecondFactorUse : std::uint8_t {
    off,      // nobody is asked for one, nobody can add one
    offered,  // who adds one is asked for it
    required, // and staff and the administrators must add one
};
BOOST_DESCRIBE_ENUM(SecondFactorUse, off, offered, required)

struct SignInRules {
    PasswordProfile profile = PasswordProfile::asvs;
    SecondFactorUse second_factor = SecondFactorUse::offered;
    std::span<const std::string> house_words{}; // must outlive them

    constexpr PasswordRules passwords() const { return {profile, house_words}; }
};

constexpr bool must_have_factor(const SignInRules& rules, base::Roles roles)
{
    return rules.second_factor == SecondFactorUse::required && is_staff(roles);
}

// What a person has to look at before anything else; his own account says it.
enum class Attention : std::uint8_t {
    password_ended,  // no role is in force until another one is chosen
    factor_required, // nor until a second factor is added
    factor_removed,  // by an administrator: he is told once
};
BOOST_DESCRIBE_ENUM(Attention, password_ended, factor_required, factor_removed)

} // namespace xieshang::members
