// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/oidc_actions.h"

#include "features/members/account_store.h"
#include "features/members/apart_actions.h"
#include "features/members/attempts.h"
#include "features/members/denial_actions.h"
#include "features/members/member_store.h"
#include "features/members/oidc_store.h"
#include "features/members/oidc_tie_actions.h"
#include "features/members/second_step_actions.h"
#include "features/members/session_store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

std::string inside(const std::string& back)
{
    const bool ours = back.starts_with('/') && !back.starts_with("//") && !back.starts_with("/\\")
        && back.find_first_of("\r\n\\") == back.npos && back.size() <= 500;
    return ours ? back : "/";
}

void tell(services::Services& services, db::Tx& tx, const base::Actor& actor, const Person& person,
    const std::string& action, const std::string& content = "{}")
{
    record::append(tx, actor, services.clock.now(), services.random,
        {action, "person", person.id.text, person.version, content});
}

base::Result<void> link(services::Services& services, db::Tx& tx, const OidcSubject& who,
    const Person& person, const std::string& means)
{
    if (has_identity(tx, who.issuer, person.id)
        || !insert_identity(tx, who, person.id, services.clock.now())) {
        return base::trouble(base::Trouble::conflict, "oidc.linked_otherwise");
    }
    tell_of_tie(services, tx, person, {who.issuer, crypto::sha256_hex(who.subject), means});
    return {};
}

// Whoever keeps the provider could be each of the three by its claim.
auto administrator(const Person& person)
{
    return base::refuse("oidc.administrator", {{"login", person.login}});
}

// Also one who became an administrator after the claim had tied him.
base::Result<Person> known_by(db::Tx& tx, const OidcSubject& who, const PersonId& id)
{
    auto person = person_of(tx, id).value();
    if ((person.roles & administrators) != 0 && !is_tied_by_link(tx, id, who.issuer)) {
        return administrator(person);
    }
    return person;
}

void unlink(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const Person& person)
{
    delete_oidc_links(tx, person.id);
    if (delete_identities(tx, person.id)) {
        tell(services, tx, actor, person, "person.unlink_identity");
    }
}

auto signed_out() { return base::trouble(base::Trouble::unauthenticated, "request.signed_out"); }

base::Result<Person> by_link(services::Services& services, db::Tx& tx, const OidcSubject& who,
    const std::string& link_sha256)
{
    const auto owner = use_oidc_link(tx, link_sha256, services.clock.now());
    if (!owner) {
        return base::refuse("oidc.link_spent");
    }
    const auto person = person_of(tx, *owner);
    const auto linked = find_identity(tx, who);
    if (linked && *linked == *owner) { // he opened a second link, or the first after a claim
        if (!is_tied_by_link(tx, *owner, who.issuer)) {
            tell_of_tie(services, tx, *person,
                {who.issuer, crypto::sha256_hex(who.subject), by_link_means});
        }
        return *person;
    }
    CHECK(link(services, tx, who, *person, by_link_means));
    return *person;
}

base::Result<Person> by_login(
    services::Services& services, db::Tx& tx, const OidcSubject& who, const std::string& login)
{
    const auto person = login.empty() ? std::nullopt : find_person(tx, folded_login(login));
    if (!person || person->demo) {
        return base::refuse("oidc.unknown_person");
    }
    if (person->state != PersonState::active) { // nothing is linked meanwhile
        return base::refuse("oidc.suspended");
    }
    if ((person->roles & administrators) != 0) {
        return administrator(*person);
    }
    CHECK(link(services, tx, who, *person, by_claim_means));
    return *person;
}

base::Result<Person> who_is(services::Services& services, db::Tx& tx, const oidc::Client& client,
    const oidc::Identity& identity, const OidcBegun& begun)
{
    const OidcSubject who{client.settings().issuer, identity.subject};
    if (begun.link_sha256) {
        return by_link(services, tx, who, *begun.link_sha256);
    }
    if (const auto linked = find_identity(tx, who)) {
        return known_by(tx, who, *linked);
    }
    return by_login(services, tx, who, identity.login);
}

base::Result<Person> person_by(db::Tx& tx, std::string_view login)
{
    const auto person = find_person(tx, folded_login(login));
    if (!person) {
        return base::trouble(base::Trouble::not_found, "members.not_found");
    }
    return *person;
}

} // namespace

base::Result<OidcWayIn> begin_oidc(services::Services& services, oidc::Client& client,
    const OidcAsked& asked, const Caller& caller)
{
    const bool proving = asked.proving.has_value();
    if (proving) {
        CHECK(visit_here(services, *asked.proving));
    }
    const auto state = crypto::new_token(services.random);
    const auto browser = crypto::new_token(services.random);
    const auto address =
        TRY(client.way_in({asked.redirect_uri, state, oidc::proof_of(browser), proving}));
    auto begun = services.db.transact([&](db::Tx& tx) -> base::Result<OidcWayIn> {
        const auto now = services.clock.now();
        const auto block = address_block(caller.address);
        delete_expired_begun(tx, now);
        if (count_begun(tx, block) >= oidc_begun_most) {
            return base::trouble(base::Trouble::too_many_requests, "oidc.too_many_begun",
                {{"retry_after_s", std::to_string(oidc_begun_ms / 1000)}});
        }
        insert_begun(tx,
            {crypto::sha256_hex(state), crypto::sha256_hex(browser), asked.redirect_uri,
                inside(asked.back),
                asked.link.empty() ? std::nullopt : std::optional(crypto::sha256_hex(asked.link)),
                block, now + oidc_begun_ms,
                proving ? std::optional(crypto::sha256_hex(*asked.proving)) : std::nullopt});
        return OidcWayIn{address, browser};
    });
    if (!begun) {
        keep_held_back(services, begun.error(), {}, caller);
    }
    return begun;
}

namespace {

// The session that was there is fresh again, if its own person signed in, and did so after this was
// begun.
base::Result<void> proved_by(services::Services& services, db::Tx& tx, const OidcSubject& who,
    std::optional<base::Instant> shown_at, const OidcBegun& begun)
{
    const auto visit = find_visit(tx, *begun.session_sha256);
    const auto owner = find_identity(tx, who);
    const auto now = services.clock.now();
    if (!visit || !is_live(*visit, now) || !owner || *owner != visit->id) {
        return base::refuse("oidc.other_person");
    }
    CHECK(known_by(tx, who, *owner));
    const auto begun_at = begun.expires_at_ms + -oidc_begun_ms;
    if (!shown_at || *shown_at + oidc::leeway_ms < begun_at) {
        return base::refuse("oidc.not_anew");
    }
    update_proved(tx, *begun.session_sha256, now);
    record::append(tx, {visit->id.text, visit->name, visit->roles}, now, services.random,
        {"person.prove", "person", visit->id.text, visit->version, "{}"});
    return {};
}

// `known`: whose account it was for, as far as that was found out.
base::Result<OidcSignedIn> finished(services::Services& services, oidc::Client& client,
    const OidcAnswer& answer, const Caller& caller, const SignInRules& rules,
    std::optional<PersonId>& known)
{
    const auto begun = services.db.transact([&](db::Tx& tx) -> base::Result<OidcBegun> {
        auto taken = take_begun(tx, crypto::sha256_hex(answer.state),
            crypto::sha256_hex(answer.browser), services.clock.now());
        return taken ? base::Result<OidcBegun>(std::move(*taken)) : base::refuse("oidc.not_begun");
    });
    CHECK(begun);
    if (!answer.error.empty() || answer.code.empty()) {
        return base::refuse(
            answer.error == "access_denied" ? "oidc.cancelled" : "oidc.refused_there");
    }
    const auto identity = TRY(client.who_came(
        {begun->redirect_uri, answer.code, answer.issuer, oidc::proof_of(answer.browser)}));
    return services.db.transact([&](db::Tx& tx) -> base::Result<OidcSignedIn> {
        if (begun->session_sha256) {
            const OidcSubject who{client.settings().issuer, identity.subject};
            known = find_identity(tx, who);
            CHECK(proved_by(services, tx, who, identity.shown_at, *begun));
            return OidcSignedIn{std::nullopt, begun->back};
        }
        const auto person = TRY(who_is(services, tx, client, identity, *begun));
        known = person.id;
        if (person.demo) { // a one-time link led there
            return base::refuse("oidc.demo_account");
        }
        if (person.state != PersonState::active) {
            return base::refuse("oidc.suspended");
        }
        return OidcSignedIn{
            first_step_done(services, tx, person, caller, {"oidc", rules}), begun->back};
    });
}

} // namespace

base::Result<OidcSignedIn> finish_oidc(services::Services& services, oidc::Client& client,
    const OidcAnswer& answer, const Caller& caller, const SignInRules& rules)
{
    std::optional<PersonId> known;
    auto signed_in = finished(services, client, answer, caller, rules, known);
    if (!signed_in) {
        keep_denial(services, {DeniedWay::oidc, signed_in.error().code, known}, caller);
    }
    return signed_in;
}

base::Result<std::string> make_oidc_link(
    services::Services& services, const base::Actor& actor, std::string_view login)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<std::string> {
        const auto person = TRY(person_by(tx, login));
        CHECK(may_be_opened_by(actor, person));
        if (person.state != PersonState::active) {
            return base::trouble(base::Trouble::conflict, "members.suspended");
        }
        auto token = crypto::new_token(services.random);
        insert_oidc_link(
            tx, crypto::sha256_hex(token), person.id, services.clock.now() + oidc_link_ms);
        tell(services, tx, actor, person, "person.make_identity_link");
        return token;
    });
}

base::Result<void> unlink_oidc(
    services::Services& services, const base::Actor& actor, std::string_view login)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        unlink(services, tx, actor, TRY(person_by(tx, login)));
        return {};
    });
}

base::Result<OwnIdentity> own_identity(
    services::Services& services, const oidc::Settings& provider, std::string_view token)
{
    const auto visit = visit_of(services, token);
    if (!visit) {
        return signed_out();
    }
    OwnIdentity own{.provider = provider.name};
    for (const auto& identity :
        services.db.read([&](db::Tx& tx) { return identities_of(tx, visit->id); })) {
        if (identity.issuer == provider.issuer) {
            own.linked_at = identity.linked_at_ms;
        }
    }
    return own;
}

base::Result<void> end_own_identity(services::Services& services, std::string_view token)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto visit = find_visit(tx, crypto::sha256_hex(token));
        const auto person = visit ? person_of(tx, visit->id) : std::nullopt;
        if (!person) {
            return signed_out();
        }
        unlink(services, tx, actor_of(*person), *person);
        return {};
    });
}

} // namespace xieshang::members
