// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a password must be, and how long it lasts. Pure. Two sources want opposite things, so a
// house chooses ([sign_in] password_profile):
//   asvs (the default): 8 to 256 characters of any kind, no composition, no expiry. Whoever must
//     change often or mix signs writes the password down or counts it up (OWASP
//     ASVS 6.2.5, 6.2.10).
//   cn_djbh: three of four kinds of character, changed every 90 days, none of the last five: for a
//     house that is graded (GB/T 22239 8.1.4.1a "复杂度要求并定期更换").
// In both no password that every guesser tries, none that holds the login or the person's name in
// Han characters or pinyin; the assembly's own words and the house's count for nothing (AUT-03).
#pragma once

#include "platform/base/clock.h"
#include "platform/base/result.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xieshang::members {

enum class PasswordProfile : std::uint8_t { asvs, cn_djbh };
BOOST_DESCRIBE_ENUM(PasswordProfile, asvs, cn_djbh)

// What the house says of passwords. A profile alone is one, too.
struct PasswordRules {
    constexpr PasswordRules(
        PasswordProfile chosen = PasswordProfile::asvs, std::span<const std::string> words = {})
        : profile(chosen), house_words(words)
    {
    }

    PasswordProfile profile;
    // Names of the place and the assembly ([sign_in] house_words): they and their pinyin count for
    // nothing. They must outlive it.
    std::span<const std::string> house_words;
};

constexpr std::size_t password_least = 8;
constexpr std::size_t password_most = 256;
constexpr std::int64_t password_lasts_ms = 90 * 86'400'000LL;
constexpr std::int64_t password_warning_ms = 14 * 86'400'000LL; // so long before it ends

// How many of a person's passwords, the present one first, may not be taken again.
constexpr std::size_t remembered_passwords(PasswordProfile profile)
{
    return profile == PasswordProfile::cn_djbh ? 5 : 1;
}

struct WantedPassword {
    std::string_view password;
    std::string_view login;
    std::string_view name;
    PasswordRules rules{};
};

// The first thing that is wrong with it, or nothing.
std::optional<base::FieldTrouble> trouble_with(
    const WantedPassword& wanted, std::string_view pointer);

enum class PasswordAge : std::uint8_t { good, ends_soon, ended };
BOOST_DESCRIBE_ENUM(PasswordAge, good, ends_soon, ended)

constexpr std::optional<base::Instant> password_ends_at(
    PasswordProfile profile, base::Instant set_at)
{
    return profile == PasswordProfile::cn_djbh ? std::optional(set_at + password_lasts_ms)
                                               : std::nullopt;
}

constexpr PasswordAge age_of_password(
    PasswordProfile profile, base::Instant set_at, base::Instant now)
{
    const auto ends_at = password_ends_at(profile, set_at);
    if (!ends_at || now < *ends_at + -password_warning_ms) {
        return PasswordAge::good;
    }
    return now < *ends_at ? PasswordAge::ends_soon : PasswordAge::ended;
}

} // namespace xieshang::members
