// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/second_step_actions.h"

#include "features/members/account_store.h"
#include "features/members/attempts_store.h"
#include "features/members/denial_actions.h"
#include "features/members/link_code.h"
#include "features/members/member_store.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/totp.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::members {
namespace {

constexpr std::size_t code_digits = 6;

bool is_by_time(const std::string& code)
{
    return code.size() == code_digits
        && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool takes_code_by_time(
    services::Services& services, db::Tx& tx, const Factor& factor, const std::string& code)
{
    std::int64_t step = 0;
    const auto fits = [&](std::string_view secret) {
        const auto found = crypto::step_of_totp(
            secret, {.code = code, .now = services.clock.now(), .last = factor.last_step});
        step = found.value_or(0);
        return found.has_value();
    };
    return services.vault.holds(tx, secret_place(factor.person_id), fits)
        && take_step(tx, factor.person_id, step);
}

// How the code was given, for the record; empty: it is wrong.
std::string means_of(
    services::Services& services, db::Tx& tx, const Person& person, std::string_view typed)
{
    const auto factor = find_factor(tx, person.id);
    if (!factor || factor->removed_at_ms) {
        return "";
    }
    if (const auto code = plain_code(typed); is_by_time(code)) {
        return takes_code_by_time(services, tx, *factor, code) ? "totp" : "";
    }
    const auto now = services.clock.now();
    if (!use_recovery_code(tx, person.id, recovery_code_sha256(person.id, typed), now)) {
        return "";
    }
    record::append(tx, actor_of(person), now, services.random,
        {"person.use_recovery_code", "person", person.id.text, person.version, "{}"});
    return "recovery_code";
}

// The same, and the attempt is counted; a wrong code stands in the record.
base::Result<std::string> tried_code(services::Services& services, db::Tx& tx, const Person& person,
    std::string_view typed, const Caller& caller)
{
    const auto now = services.clock.now();
    const auto whose = attempted(
        tx, crypto::sha256_hex("second step of " + person.id.text), person.id, caller, now);
    const auto attempts = find_attempts(tx, whose);
    CHECK(admitted(attempts, now));
    auto means = means_of(services, tx, person, typed);
    const auto tried = counted(attempts, now);
    keep_attempts(tx, whose, attempts, means.empty() ? tried : taken_back(tried, now), now);
    if (means.empty()) {
        const auto* reason = is_by_time(plain_code(typed)) ? "code" : "recovery_code";
        keep_denial(services, tx, {DeniedWay::second_step, reason, person.id}, caller);
    }
    return means;
}

std::optional<Person> who_waits(db::Tx& tx, const std::optional<SecondStep>& begun)
{
    auto person = begun ? person_of(tx, begun->person_id) : std::nullopt;
    const bool same =
        person && person->version == begun->person_version && person->state == PersonState::active;
    return same ? person : std::nullopt;
}

} // namespace

std::string plain_code(std::string_view typed)
{
    auto code = folded_login(typed);
    code.erase(std::remove(code.begin(), code.end(), ' '), code.end());
    return code;
}

tl::unexpected<base::Error> wrong_code()
{
    return tl::unexpected(base::Error{
        base::Trouble::refused, "members.invalid", {}, {{"/code", "members.wrong_code", {}}}});
}

std::string recovery_code_sha256(const PersonId& id, std::string_view typed)
{
    return crypto::sha256_hex(id.text + " " + folded_link_code(plain_code(typed)));
}

SignedIn first_step_done(services::Services& services, db::Tx& tx, const Person& person,
    const Caller& caller, const FirstStep& how)
{
    if (how.rules.second_factor == SecondFactorUse::off || !has_factor(tx, person.id)) {
        return begin_session(services, tx, person, caller, how.means);
    }
    SignedIn waiting{person.id, person.login, person.name, person.roles,
        crypto::new_token(services.random), true};
    const auto now = services.clock.now();
    insert_second_step(tx,
        {crypto::sha256_hex(waiting.token), person.id, person.version, how.means,
            now + second_step_ms},
        now);
    return waiting;
}

base::Result<SignedIn> sign_in_second_step(
    services::Services& services, const SecondStepAsked& asked, const Caller& caller)
{
    using Outcome = std::optional<SignedIn>; // nothing: the code was wrong, which is counted
    std::optional<PersonId> known;
    auto outcome = services.db.transact([&](db::Tx& tx) -> base::Result<Outcome> {
        const auto token_sha256 = crypto::sha256_hex(asked.token);
        const auto begun = find_second_step(tx, token_sha256, services.clock.now());
        const auto person = who_waits(tx, begun);
        if (!person) {
            return base::refuse("members.second_step_over");
        }
        known = person->id;
        const auto means = TRY(tried_code(services, tx, *person, asked.code, caller));
        if (means.empty()) {
            return Outcome();
        }
        delete_second_step(tx, token_sha256);
        return Outcome(begin_session(services, tx, *person, caller, begun->means + "+" + means));
    });
    if (!outcome) {
        keep_held_back(services, outcome.error(), known, caller);
        return tl::unexpected(std::move(outcome).error());
    }
    if (!*outcome) {
        return wrong_code();
    }
    return std::move(**outcome);
}

base::Result<void> prove_by_code(services::Services& services, std::string_view token,
    std::string_view code, const Caller& caller)
{
    const auto visit = TRY(visit_here(services, token));
    const auto right = services.db.transact([&](db::Tx& tx) -> base::Result<bool> {
        const auto person = person_of(tx, visit.id);
        if (!person || !has_factor(tx, visit.id)) {
            return base::trouble(base::Trouble::conflict, "members.no_second_factor");
        }
        if (TRY(tried_code(services, tx, *person, code, caller)).empty()) {
            return false; // which is counted
        }
        const auto now = services.clock.now();
        update_proved(tx, crypto::sha256_hex(token), now);
        record::append(tx, actor_of(*person), now, services.random,
            {"person.prove", "person", person->id.text, person->version, "{}"});
        return true;
    });
    if (!right) {
        keep_held_back(services, right.error(), visit.id, caller);
        return tl::unexpected(right.error());
    }
    if (!*right) {
        return wrong_code();
    }
    return {};
}

} // namespace xieshang::members
