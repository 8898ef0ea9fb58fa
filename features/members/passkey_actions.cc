// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_actions.h"

#include "features/members/member_store.h"
#include "features/members/passkey_ceremony_actions.h"
#include "features/members/passkey_store.h"
#include "features/members/session_store.h"
#include "platform/crypto/base64url.h"
#include "platform/crypto/crypto.h"
#include "platform/passkeys/passkey.h"

namespace xieshang::members {
namespace {

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

OwnPasskey view_of(const Passkey& passkey)
{
    return {passkey.id, passkey.name, passkey.site, passkey.made_at_ms, passkey.used_at_ms};
}

base::Result<void> room_for_another(const std::vector<Passkey>& own)
{
    if (std::ssize(own) >= passkeys_most) {
        return base::trouble(base::Trouble::conflict, "passkeys.too_many",
            {{"most", std::to_string(passkeys_most)}});
    }
    return {};
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
    return services.db.transact([&](db::Tx& tx) -> base::Result<PasskeyBegun> {
        const auto person = TRY(here(services, tx, token));
        if (person.demo) {
            return base::trouble(base::Trouble::conflict, "passkeys.demo");
        }
        const auto own = passkeys_of(tx, person.id);
        CHECK(room_for_another(own));
        PasskeyBegun begun{begin_ceremony(services, tx, token, PasskeyPurpose::add, caller),
            place.site, crypto::base64url(person.id.text), person.login, person.name, {}};
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
    const auto client_data = bytes_of(made.client_data);
    return services.db.transact([&](db::Tx& tx) -> base::Result<OwnPasskey> {
        const auto person = TRY(here(services, tx, token));
        const auto challenge =
            taken_challenge(services, tx, token, PasskeyPurpose::add, client_data);
        if (!challenge) {
            return not_begun();
        }
        const auto read = passkeys::made_by(
            client_data, bytes_of(made.authenticator_data), {*challenge, place.origin, place.site});
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
        update_passkey_shown(tx, crypto::sha256_hex(token), services.clock.now());
        tell_of_passkey(services, tx, person, passkey, "person.add_passkey");
        return view_of(passkey);
    });
}

base::Result<void> name_passkey(services::Services& services, std::string_view token,
    const PasskeyId& id, const std::string& name)
{
    CHECK(acceptable_passkey_name(name));
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto person = TRY(here(services, tx, token));
        const auto passkey = TRY(own_passkey(tx, person, id));
        if (passkey.name != name) {
            rename_passkey(tx, person.id, id, name);
            tell_of_passkey(services, tx, person, passkey, "person.name_passkey");
        }
        return {};
    });
}

base::Result<void> remove_passkey(
    services::Services& services, std::string_view token, const PasskeyId& id)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto person = TRY(here(services, tx, token));
        const auto passkey = TRY(own_passkey(tx, person, id));
        delete_passkey(tx, person.id, id);
        forget_passkeys_shown(tx, person.id); // which one it was is not known any more
        tell_of_passkey(services, tx, person, passkey, "person.remove_passkey");
        return {};
    });
}

} // namespace xieshang::members
