// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/session_actions.h"

#include "features/members/denial_actions.h"
#include "features/members/member_store.h"
#include "features/members/second_step_actions.h"
#include "features/members/session_store.h"
#include "features/people/membership_actions.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

constexpr std::size_t token_size = 43;
constexpr std::size_t user_agent_most = 200;

struct SessionContent { // what the record keeps
    std::string means;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(SessionContent, (), (means, address))

auto wrong_login_or_password()
{
    return base::trouble(base::Trouble::unauthenticated, "members.wrong_login_or_password");
}

Attempted attempted_for(
    db::Tx& tx, const std::string& login, const Caller& caller, base::Instant now)
{
    const auto person = find_person(tx, login);
    return attempted(tx, crypto::sha256_hex(login),
        person ? std::optional(person->id) : std::nullopt, caller, now);
}

// Counts the attempt as failed until it is known to be right.
base::Result<std::optional<Person>> admit_attempt(
    services::Services& services, const std::string& login, const Caller& caller)
{
    std::optional<PersonId> known;
    auto seen = services.db.transact([&](db::Tx& tx) -> base::Result<std::optional<Person>> {
        const auto now = services.clock.now();
        const auto whose = attempted_for(tx, login, caller, now);
        known = whose.person;
        const auto attempts = find_attempts(tx, whose);
        CHECK(admitted(attempts, now));
        keep_attempts(tx, whose, attempts, counted(attempts, now), now);
        return find_person(tx, login);
    });
    if (!seen) {
        keep_held_back(services, seen.error(), known, caller);
    }
    return seen;
}

bool is_right(const std::optional<Person>& person, std::string_view password)
{
    if (person && person->password_phc) {
        return crypto::password_matches(*person->password_phc, password);
    }
    crypto::waste_a_password_check(password);
    return false;
}

// The attempt was right. Nothing when the person was suspended or took another password while this
// one was checked.
std::optional<Person> still_there(
    services::Services& services, db::Tx& tx, const Person& seen, const Caller& caller)
{
    auto person = find_person(tx, seen.login);
    if (!person || person->version != seen.version) {
        return std::nullopt;
    }
    const auto now = services.clock.now();
    const auto whose = attempted_for(tx, seen.login, caller, now);
    const auto attempts = find_attempts(tx, whose);
    keep_attempts(tx, whose, attempts, taken_back(attempts, now), now);
    return person;
}

// What a password was asked for: of a stranger, or of who is signed in.
enum class Asked : std::uint8_t { sign_in, proof };

// Never what was typed: it may be a password in the wrong field. Whom it was for, if there is such
// an account. How many there can be is bounded by what holds guessing back (attempts.h).
void keep_denial(services::Services& services, const std::optional<Person>& person,
    const Caller& caller, Asked asked)
{
    const bool by_himself = asked == Asked::proof && person;
    services.db.write([&](db::Tx& tx) {
        record::append(tx, by_himself ? actor_of(*person) : base::Actor{}, services.clock.now(),
            services.random,
            {by_himself ? "denial.proof" : "denial.sign_in", "sign_in",
                person ? person->id.text : "", person ? person->version : 0,
                json::write(SessionContent{"password", caller.address})});
        return true;
    });
}

base::Result<Person> checked(services::Services& services, const std::string& login,
    std::string_view password, const Caller& caller, Asked asked)
{
    auto seen = TRY(admit_attempt(services, login, caller));
    if (!is_right(seen, password) || seen->state != PersonState::active) {
        keep_denial(services, seen, caller, asked);
        return wrong_login_or_password();
    }
    return std::move(*seen);
}

std::string cut(std::string_view text) { return std::string(text.substr(0, user_agent_most)); }

// A GET must not fail because nothing can be written; the session then ends by its silence a little
// early.
void keep_seen(services::Services& services, std::string_view token_sha256, base::Instant now)
{
    try {
        services.db.write([&](db::Tx& tx) {
            update_last_seen(tx, token_sha256, now);
            return true;
        });
    } catch (const db::DiskFull&) {
    } catch (const db::Unavailable&) {
    }
}

std::optional<Visit> live_visit(services::Services& services, std::string_view token)
{
    if (token.size() != token_size) {
        return std::nullopt;
    }
    const auto token_sha256 = crypto::sha256_hex(token);
    auto visit = services.db.read([&](db::Tx& tx) { return find_visit(tx, token_sha256); });
    return visit && is_live(*visit, services.clock.now()) ? visit : std::nullopt;
}

// With the roles that are in force today (T-31); none while something must be seen to first.
std::optional<base::Actor> actor_of(
    services::Services& services, const std::optional<Visit>& visit, const SignInRules& rules)
{
    if (!visit) {
        return std::nullopt;
    }
    const auto now = services.clock.now();
    auto standing = services.db.read(
        [&](db::Tx& tx) { return people::standing_of(tx, visit->id, people::day_of(now)); });
    const auto held = may_act(*visit, rules, now) ? visit->roles : base::Roles{};
    const auto dormant = dormant_roles(held, standing.membership);
    return base::Actor{visit->id.text, visit->name, held & ~dormant, standing.membership, dormant,
        std::move(standing.bodies), is_fresh(*visit, now)};
}

void end_session_of(
    services::Services& services, db::Tx& tx, const Visit& visit, std::string_view token_sha256)
{
    if (delete_session(tx, token_sha256)) {
        record::append(tx, {visit.id.text, visit.name, visit.roles}, services.clock.now(),
            services.random, {"person.sign_out", "person", visit.id.text, visit.version, "{}"});
    }
}

// Another's session in the same browser ends as if he had signed out himself.
void replace_session(
    services::Services& services, db::Tx& tx, const Person& person, const Caller& caller)
{
    const auto old_sha256 = crypto::sha256_hex(caller.old_token);
    const auto old = find_visit(tx, old_sha256);
    if (old && old->id != person.id) {
        end_session_of(services, tx, *old, old_sha256);
    }
    delete_session(tx, old_sha256);
}

} // namespace

Attempted attempted(db::Tx& tx, std::string account_sha256, const std::optional<PersonId>& person,
    const Caller& caller, base::Instant now)
{
    Attempted whose{std::move(account_sha256), address_block(caller.address), person};
    const auto device_sha256 = crypto::sha256_hex(caller.device_token);
    if (person && caller.device_token.size() == token_size
        && is_known_device(tx, *person, device_sha256, now)) {
        whose.known_device = device_sha256;
    }
    return whose;
}

base::Result<void> admitted(const Attempts& attempts, base::Instant now)
{
    if (const auto wait = wait_ms(attempts, now); wait > 0) {
        return base::trouble(base::Trouble::too_many_requests, "members.too_many_attempts",
            {{"retry_after_s", std::to_string((wait + 999) / 1000)},
                {"minutes", std::to_string((wait + 59'999) / 60'000)}});
    }
    return {};
}

SignedIn begin_session(services::Services& services, db::Tx& tx, const Person& person,
    const Caller& caller, const std::string& means)
{
    const auto now = services.clock.now();
    SignedIn signed_in{
        person.id, person.login, person.name, person.roles, crypto::new_token(services.random)};
    delete_ended_sessions(tx, now);
    replace_session(services, tx, person, caller);
    insert_session(tx,
        {crypto::sha256_hex(signed_in.token), person.id, now, now, now, now + session_most_ms,
            caller.address, cut(caller.user_agent)});
    keep_known_address(tx, person.id, address_block(caller.address), now);
    if (!person.demo) {
        signed_in.device_token = crypto::new_token(services.random);
        keep_known_device(tx, person.id,
            {crypto::sha256_hex(caller.device_token), crypto::sha256_hex(signed_in.device_token)},
            now);
    }
    record::append(tx, actor_of(person), now, services.random,
        {"person.sign_in", "person", person.id.text, person.version,
            json::write(SessionContent{means, caller.address})});
    return signed_in;
}

base::Result<SignedIn> sign_in(services::Services& services, std::string_view login,
    std::string_view password, const Caller& caller, const SignInRules& rules)
{
    const auto seen = TRY(checked(services, folded_login(login), password, caller, Asked::sign_in));
    return services.db.transact([&](db::Tx& tx) -> base::Result<SignedIn> {
        const auto person = still_there(services, tx, seen, caller);
        if (!person) {
            return wrong_login_or_password();
        }
        return first_step_done(services, tx, *person, caller, {"password", rules});
    });
}

base::Result<Person> person_by_password(services::Services& services, std::string_view login,
    std::string_view password, const Caller& caller)
{
    const auto seen = TRY(checked(services, folded_login(login), password, caller, Asked::proof));
    return services.db.transact([&](db::Tx& tx) -> base::Result<Person> {
        auto person = still_there(services, tx, seen, caller);
        if (!person) {
            return wrong_login_or_password();
        }
        return std::move(*person);
    });
}

void sign_out(services::Services& services, std::string_view token)
{
    const auto token_sha256 = crypto::sha256_hex(token);
    services.db.write([&](db::Tx& tx) {
        const auto visit = find_visit(tx, token_sha256);
        if (visit) {
            end_session_of(services, tx, *visit, token_sha256);
        }
        return true;
    });
}

std::optional<Visit> visit_of(services::Services& services, std::string_view token)
{
    const auto visit = live_visit(services, token);
    const auto now = services.clock.now();
    if (visit && is_seen_due(*visit, now)) {
        keep_seen(services, crypto::sha256_hex(token), now);
    }
    return visit;
}

base::Result<Visit> visit_here(services::Services& services, std::string_view token)
{
    auto visit = visit_of(services, token);
    if (!visit) {
        return base::trouble(base::Trouble::unauthenticated, "request.signed_out");
    }
    return std::move(*visit);
}

std::optional<base::Actor> actor_of(
    services::Services& services, std::string_view token, const SignInRules& rules)
{
    return actor_of(services, visit_of(services, token), rules);
}

std::optional<base::Actor> actor_watching(
    services::Services& services, std::string_view token, const SignInRules& rules)
{
    return actor_of(services, live_visit(services, token), rules);
}

} // namespace xieshang::members
