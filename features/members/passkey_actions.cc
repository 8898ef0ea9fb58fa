// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_actions.h"

#include "features/members/attempts.h"
#include "features/members/denial_actions.h"
#include "features/members/member_store.h"
#include "features/members/passkey_audit_actions.h"
#include "features/members/passkey_store.h"
#include "features/members/password_actions.h"
#include "features/members/session_store.h"
#include "platform/crypto/base64url.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/passkeys/passkey.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

struct PasskeyContent { // what the record keeps
    std::string passkey_id;
    std::string passkey_sha256; // of what must not change: see passkey_digest()
};
BOOST_DESCRIBE_STRUCT(PasskeyContent, (), (passkey_id, passkey_sha256))

auto not_begun() { return base::refuse("passkeys.not_begun"); }

auto not_believed(passkeys::Flaw why)
{
    return base::refuse(
        "passkeys.not_believed", {{"why", boost::describe::enum_to_string(why, "unknown")}});
}

base::Result<Person> here(services::Services& services, db::Tx& tx, std::string_view token)
{
    const auto visit = find_visit(tx, crypto::sha256_hex(token));
    auto person =
        visit && is_live(*visit, services.clock.now()) ? person_of(tx, visit->id) : std::nullopt;
    if (!person) {
        return base::trouble(base::Trouble::unauthenticated, "request.signed_out");
    }
    return std::move(*person);
}

void tell(services::Services& services, db::Tx& tx, const Person& person, const Passkey& passkey,
    const std::string& action)
{
    record::append(tx, actor_of(person), services.clock.now(), services.random,
        {action, "person", person.id.text, person.version,
            json::write(PasskeyContent{passkey.id.text, passkey_digest(passkey)})});
}

OwnPasskey view_of(const Passkey& passkey)
{
    return {passkey.id, passkey.name, passkey.site, passkey.made_at_ms, passkey.used_at_ms};
}

std::string bytes(const std::string& base64url)
{
    return crypto::from_base64url(base64url).value_or(""); // which is no good for anything
}

base::Result<void> room_for_another(const std::vector<Passkey>& own)
{
    if (std::ssize(own) >= passkeys_most) {
        return base::trouble(base::Trouble::conflict, "passkeys.too_many",
            {{"most", std::to_string(passkeys_most)}});
    }
    return {};
}

std::string begin(services::Services& services, db::Tx& tx, std::string_view holder,
    PasskeyPurpose purpose, const Caller& caller)
{
    const auto now = services.clock.now();
    auto challenge = crypto::new_token(services.random);
    delete_expired_challenges(tx, now);
    insert_challenge(tx,
        {crypto::sha256_hex(challenge), crypto::sha256_hex(holder), purpose,
            address_block(caller.address), now + passkey_ceremony_ms});
    return challenge;
}

// What the client data says that was asked for, if it was asked for here: the caller then holds
// everything against it.
std::optional<std::string> taken(services::Services& services, db::Tx& tx, std::string_view holder,
    PasskeyPurpose purpose, const std::string& client_data)
{
    auto challenge = passkeys::challenge_in(client_data);
    const bool begun = take_challenge(tx,
        {crypto::sha256_hex(challenge), crypto::sha256_hex(holder), purpose, {}, {}},
        services.clock.now());
    return begun ? std::optional(std::move(challenge)) : std::nullopt;
}

base::Result<Passkey> own_passkey(db::Tx& tx, const Person& person, const PasskeyId& id)
{
    for (auto& passkey : passkeys_of(tx, person.id)) {
        if (passkey.id == id) {
            return std::move(passkey);
        }
    }
    return base::trouble(base::Trouble::not_found, "passkeys.not_found");
}

} // namespace

base::Result<std::vector<OwnPasskey>> own_passkeys(
    services::Services& services, std::string_view token)
{
    const auto visit = visit_of(services, token);
    if (!visit) {
        return base::trouble(base::Trouble::unauthenticated, "request.signed_out");
    }
    std::vector<OwnPasskey> own;
    for (const auto& passkey :
        services.db.read([&](db::Tx& tx) { return passkeys_of(tx, visit->id); })) {
        own.push_back(view_of(passkey));
    }
    return own;
}

base::Result<PasskeyBegun> begin_passkey(services::Services& services, std::string_view token,
    const PasskeyPlace& place, const Caller& caller)
{
    CHECK(require_fresh(services, token));
    return services.db.transact([&](db::Tx& tx) -> base::Result<PasskeyBegun> {
        const auto person = TRY(here(services, tx, token));
        if (person.demo) {
            return base::trouble(base::Trouble::conflict, "passkeys.demo");
        }
        const auto own = passkeys_of(tx, person.id);
        CHECK(room_for_another(own));
        PasskeyBegun begun{begin(services, tx, token, PasskeyPurpose::add, caller), place.site,
            crypto::base64url(person.id.text), person.login, person.name, {}};
        for (const auto& passkey : own) {
            begun.known.push_back(passkey.credential_id);
        }
        return begun;
    });
}

base::Result<OwnPasskey> add_passkey(services::Services& services, std::string_view token,
    const PasskeyPlace& place, const PasskeyMade& made)
{
    CHECK(acceptable_passkey_name(made.name));
    const auto client_data = bytes(made.client_data);
    return services.db.transact([&](db::Tx& tx) -> base::Result<OwnPasskey> {
        const auto person = TRY(here(services, tx, token));
        const auto challenge = taken(services, tx, token, PasskeyPurpose::add, client_data);
        if (!challenge) {
            return not_begun();
        }
        const auto read = passkeys::made_by(
            client_data, bytes(made.authenticator_data), {*challenge, place.origin, place.site});
        if (!read) {
            return not_believed(read.error());
        }
        CHECK(room_for_another(passkeys_of(tx, person.id)));
        const Passkey passkey{base::new_id<PasskeyId>(services.clock, services.random), person.id,
            made.name, place.site, crypto::base64url(read->credential_id), read->key.algorithm,
            crypto::base64url(read->key.public_key), read->counter, services.clock.now(),
            std::nullopt};
        if (!insert_passkey(tx, passkey)) {
            return base::trouble(base::Trouble::conflict, "passkeys.known");
        }
        tell(services, tx, person, passkey, "person.add_passkey");
        return view_of(passkey);
    });
}

base::Result<void> name_passkey(services::Services& services, std::string_view token,
    const PasskeyId& id, const std::string& name)
{
    CHECK(require_fresh(services, token));
    CHECK(acceptable_passkey_name(name));
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto person = TRY(here(services, tx, token));
        const auto passkey = TRY(own_passkey(tx, person, id));
        if (passkey.name != name) {
            rename_passkey(tx, person.id, id, name);
            tell(services, tx, person, passkey, "person.name_passkey");
        }
        return {};
    });
}

base::Result<void> remove_passkey(
    services::Services& services, std::string_view token, const PasskeyId& id)
{
    CHECK(require_fresh(services, token));
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto person = TRY(here(services, tx, token));
        const auto passkey = TRY(own_passkey(tx, person, id));
        delete_passkey(tx, person.id, id);
        tell(services, tx, person, passkey, "person.remove_passkey");
        return {};
    });
}

base::Result<PasskeyWayIn> begin_passkey_sign_in(
    services::Services& services, const PasskeyPlace& place, const Caller& caller)
{
    auto begun = services.db.transact([&](db::Tx& tx) -> base::Result<PasskeyWayIn> {
        if (count_challenges(tx, address_block(caller.address)) >= passkeys_begun_most) {
            delete_expired_challenges(tx, services.clock.now());
        }
        if (count_challenges(tx, address_block(caller.address)) >= passkeys_begun_most) {
            return base::trouble(base::Trouble::too_many_requests, "passkeys.too_many_begun",
                {{"retry_after_s", std::to_string(passkey_ceremony_ms / 1000)}});
        }
        auto browser = crypto::new_token(services.random);
        auto challenge = begin(services, tx, browser, PasskeyPurpose::sign_in, caller);
        return PasskeyWayIn{{std::move(challenge), place.site}, std::move(browser)};
    });
    if (!begun) {
        keep_held_back(services, begun.error(), {}, caller);
    }
    return begun;
}

namespace {

// The passkey's counter is counted on, or the record hears of a copy.
base::Result<Person> verified(services::Services& services, db::Tx& tx, const Passkey& passkey,
    const passkeys::Answer& answer, const passkeys::Expected& expected)
{
    const auto person = person_of(tx, passkey.person_id);
    const auto counter =
        passkeys::verify(answer, {static_cast<int>(passkey.algorithm), bytes(passkey.public_key)},
            static_cast<std::uint32_t>(passkey.counter), expected);
    const bool copied = !counter && counter.error() == passkeys::Flaw::counted_back;
    if (copied) {
        tell(services, tx, *person, passkey, "person.suspect_passkey");
        return base::refuse("passkeys.copied");
    }
    if (!counter) {
        return not_believed(counter.error());
    }
    if (person->state != PersonState::active || person->demo) {
        return base::refuse("passkeys.suspended");
    }
    if (!count_on(tx, passkey, *counter, services.clock.now())) {
        return not_begun();
    }
    return *person;
}

} // namespace

// What was found out is kept also when nobody is signed in: the challenge is used up, and the
// record knows of a copy. So the refusal is a value of the transaction, not its end.
base::Result<SignedIn> sign_in_by_passkey(services::Services& services, const PasskeyPlace& place,
    std::string_view browser, const PasskeyAnswer& answer, const Caller& caller)
{
    const passkeys::Answer given{
        bytes(answer.client_data), bytes(answer.authenticator_data), bytes(answer.signature)};
    base::Result<SignedIn> outcome = not_begun();
    services.db.write([&](db::Tx& tx) {
        std::optional<PersonId> known;
        const auto work = [&]() -> base::Result<SignedIn> {
            const auto challenge =
                taken(services, tx, browser, PasskeyPurpose::sign_in, given.client_data);
            if (!challenge) {
                return not_begun();
            }
            const auto passkey = find_passkey(tx, place.site, answer.credential_id);
            if (!passkey) {
                return base::refuse("passkeys.unknown");
            }
            known = passkey->person_id;
            const auto person = TRY(
                verified(services, tx, *passkey, given, {*challenge, place.origin, place.site}));
            return begin_session(services, tx, person, caller, "passkey");
        };
        outcome = work();
        if (!outcome) {
            keep_denial(services, tx, {DeniedWay::passkey, outcome.error().code, known}, caller);
        }
        return true;
    });
    return outcome;
}

} // namespace xieshang::members
