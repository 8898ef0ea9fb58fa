// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How long a session lives. 30 minutes of silence end the session of one who works here for an
// office or a department (SES-02), 12 hours end any. Pure.
#pragma once

#include "features/members/person.h"
#include "features/members/sign_in_rules.h"

#include <optional>
#include <string>

namespace xieshang::members {

constexpr std::int64_t session_most_ms = 12 * 3'600'000LL;
constexpr std::int64_t staff_idle_ms = 30 * 60'000LL;
constexpr std::int64_t fresh_ms = 5 * 60'000LL; // SES-03: for sensitive acts
constexpr std::int64_t seen_grain_ms =
    60'000; // last_seen is at most this old: most requests write nothing

struct Session {
    std::string token_sha256; // hexadecimal
    PersonId person_id;
    base::Instant created_at_ms;
    base::Instant last_seen_at_ms;
    base::Instant proved_at_ms; // when the person last showed who he is
    base::Instant ends_at_ms;
    std::string address;
    std::string user_agent;
};
BOOST_DESCRIBE_STRUCT(Session, (),
    (token_sha256, person_id, created_at_ms, last_seen_at_ms, proved_at_ms, ends_at_ms, address,
        user_agent))

// A session joined with its person: all that a request needs to know.
struct Visit {
    PersonId id;
    std::string login;
    std::string name;
    base::Roles roles{};
    PersonState state{};
    std::int64_t version{}; // of the person
    base::Instant last_seen_at_ms;
    base::Instant ends_at_ms;
    base::Instant proved_at_ms;
    std::optional<base::Instant> password_set_at_ms; // nothing: no password opens the account
    std::optional<base::Instant> factor_added_at_ms;
    std::optional<base::Instant> factor_removed_at_ms; // by an administrator, and he was not told
    std::optional<base::Instant> passkey_shown_at_ms;  // in this session, last
};
BOOST_DESCRIBE_STRUCT(Visit, (),
    (id, login, name, roles, state, version, last_seen_at_ms, ends_at_ms, proved_at_ms,
        password_set_at_ms, factor_added_at_ms, factor_removed_at_ms, passkey_shown_at_ms))

constexpr bool is_live(const Visit& visit, base::Instant now)
{
    return visit.state == PersonState::active && now < visit.ends_at_ms
        && (!is_staff(visit.roles) || now - visit.last_seen_at_ms < staff_idle_ms);
}

constexpr bool is_fresh(const Visit& visit, base::Instant now)
{
    return now - visit.proved_at_ms < fresh_ms;
}

constexpr PasswordAge password_age(const Visit& visit, PasswordProfile profile, base::Instant now)
{
    return visit.password_set_at_ms ? age_of_password(profile, *visit.password_set_at_ms, now)
                                    : PasswordAge::good;
}

// Codes are asked for at each sign-in. A passkey is not, beside a password: it counts in a session
// in which it was shown.
constexpr bool has_factor(const Visit& visit)
{
    return (visit.factor_added_at_ms.has_value() && !visit.factor_removed_at_ms)
        || visit.passkey_shown_at_ms.has_value();
}

// The first of what he has to look at.
constexpr std::optional<Attention> attention_of(
    const Visit& visit, const SignInRules& rules, base::Instant now)
{
    if (password_age(visit, rules.profile, now) == PasswordAge::ended) {
        return Attention::password_ended;
    }
    if (!has_factor(visit) && must_have_factor(rules, visit.roles)) {
        return Attention::factor_required;
    }
    return visit.factor_removed_at_ms ? std::optional(Attention::factor_removed) : std::nullopt;
}

// Whether his roles are in force.
constexpr bool may_act(const Visit& visit, const SignInRules& rules, base::Instant now)
{
    const auto attention = attention_of(visit, rules, now);
    return !attention || *attention == Attention::factor_removed;
}

constexpr bool is_seen_due(const Visit& visit, base::Instant now)
{
    return now - visit.last_seen_at_ms >= seen_grain_ms;
}

} // namespace xieshang::members
