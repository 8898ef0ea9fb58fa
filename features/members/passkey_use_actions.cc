// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_actions.h"

#include "features/members/account_store.h"
#include "features/members/attempts.h"
#include "features/members/denial_actions.h"
#include "features/members/member_store.h"
#include "features/members/passkey_ceremony_actions.h"
#include "features/members/passkey_store.h"
#include "features/members/session_store.h"
#include "platform/crypto/crypto.h"
#include "platform/record/record.h"

#include <functional>

namespace xieshang::members {
namespace {

// The passkey's counter is counted on, or the record hears of a copy.
base::Result<Person> verified(services::Services& services, db::Tx& tx, const Passkey& passkey,
    const passkeys::Answer& answer, const passkeys::Expected& expected)
{
    const auto person = person_of(tx, passkey.person_id);
    const auto counter = passkeys::verify(answer,
        {static_cast<int>(passkey.algorithm), bytes_of(passkey.public_key)},
        static_cast<std::uint32_t>(passkey.counter), expected);
    const bool copied = !counter && counter.error() == passkeys::Flaw::counted_back;
    if (copied) {
        tell_of_passkey(services, tx, *person, passkey, "person.suspect_passkey");
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

struct Shown {
    std::string_view holder; // the secret of the session or browser
    PasskeyPurpose purpose{};
    const PasskeyPlace& place;
    const PasskeyAnswer& answer;
    std::optional<PersonId> whose{}; // it must be; nothing: anybody's
};

// Whose passkey it is. `known`: as far as that was found out.
base::Result<Person> shown_by(
    services::Services& services, db::Tx& tx, const Shown& shown, std::optional<PersonId>& known)
{
    const passkeys::Answer given{bytes_of(shown.answer.client_data),
        bytes_of(shown.answer.authenticator_data), bytes_of(shown.answer.signature)};
    const auto challenge =
        taken_challenge(services, tx, shown.holder, shown.purpose, given.client_data);
    if (!challenge) {
        return not_begun();
    }
    const auto passkey = find_passkey(tx, shown.place.site, shown.answer.credential_id);
    if (!passkey || (shown.whose && *shown.whose != passkey->person_id)) {
        return base::refuse("passkeys.unknown");
    }
    known = passkey->person_id;
    return verified(
        services, tx, *passkey, given, {*challenge, shown.place.origin, shown.place.site});
}

// What was found out is kept also when it comes to nothing: the challenge is used up, and the
// record knows of a copy. So the refusal is a value of the transaction, not its end.
template <class Given>
base::Result<Given> by_passkey(services::Services& services, const Caller& caller,
    const std::function<base::Result<Given>(db::Tx&, std::optional<PersonId>& known)>& work)
{
    base::Result<Given> outcome = not_begun();
    services.db.write([&](db::Tx& tx) {
        std::optional<PersonId> known;
        outcome = work(tx, known);
        if (!outcome) {
            keep_denial(services, tx, {DeniedWay::passkey, outcome.error().code, known}, caller);
        }
        return true;
    });
    return outcome;
}

} // namespace

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
        auto challenge = begin_ceremony(services, tx, browser, PasskeyPurpose::sign_in, caller);
        return PasskeyWayIn{{std::move(challenge), place.site}, std::move(browser)};
    });
    if (!begun) {
        keep_held_back(services, begun.error(), {}, caller);
    }
    return begun;
}

base::Result<SignedIn> sign_in_by_passkey(services::Services& services, const PasskeyPlace& place,
    std::string_view browser, const PasskeyAnswer& answer, const Caller& caller)
{
    return by_passkey<SignedIn>(services, caller,
        [&](db::Tx& tx, std::optional<PersonId>& known) -> base::Result<SignedIn> {
            const auto person = TRY(
                shown_by(services, tx, {browser, PasskeyPurpose::sign_in, place, answer}, known));
            auto signed_in = begin_session(services, tx, person, caller, "passkey");
            update_passkey_shown(tx, crypto::sha256_hex(signed_in.token), services.clock.now());
            return signed_in;
        });
}

base::Result<PasskeyAsked> begin_passkey_proof(services::Services& services, std::string_view token,
    const PasskeyPlace& place, const Caller& caller)
{
    CHECK(visit_here(services, token));
    return services.db.transact([&](db::Tx& tx) -> base::Result<PasskeyAsked> {
        return PasskeyAsked{
            begin_ceremony(services, tx, token, PasskeyPurpose::prove, caller), place.site};
    });
}

base::Result<void> prove_by_passkey(services::Services& services, std::string_view token,
    const PasskeyPlace& place, const PasskeyAnswer& answer, const Caller& caller)
{
    const auto visit = TRY(visit_here(services, token));
    return by_passkey<void>(
        services, caller, [&](db::Tx& tx, std::optional<PersonId>& known) -> base::Result<void> {
            const auto person = TRY(shown_by(
                services, tx, {token, PasskeyPurpose::prove, place, answer, visit.id}, known));
            const auto now = services.clock.now();
            update_proved(tx, crypto::sha256_hex(token), now);
            update_passkey_shown(tx, crypto::sha256_hex(token), now);
            record::append(tx, actor_of(person), now, services.random,
                {"person.prove", "person", person.id.text, person.version, "{}"});
            return {};
        });
}

} // namespace xieshang::members
