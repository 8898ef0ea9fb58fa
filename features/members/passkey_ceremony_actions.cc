// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_ceremony_actions.h"

#include "features/members/attempts.h"
#include "features/members/passkey_audit_actions.h"
#include "features/members/passkey_store.h"
#include "platform/crypto/base64url.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

struct PasskeyContent { // what the record keeps
    std::string passkey_id;
    std::string passkey_sha256; // of what must not change: see passkey_digest()
};
BOOST_DESCRIBE_STRUCT(PasskeyContent, (), (passkey_id, passkey_sha256))

} // namespace

tl::unexpected<base::Error> not_begun() { return base::refuse("passkeys.not_begun"); }

tl::unexpected<base::Error> not_believed(passkeys::Flaw why)
{
    return base::refuse(
        "passkeys.not_believed", {{"why", boost::describe::enum_to_string(why, "unknown")}});
}

std::string bytes_of(const std::string& base64url)
{
    return crypto::from_base64url(base64url).value_or("");
}

std::string begin_ceremony(services::Services& services, db::Tx& tx, std::string_view holder,
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

std::optional<std::string> taken_challenge(services::Services& services, db::Tx& tx,
    std::string_view holder, PasskeyPurpose purpose, const std::string& client_data)
{
    auto challenge = passkeys::challenge_in(client_data);
    const bool begun = take_challenge(tx,
        {crypto::sha256_hex(challenge), crypto::sha256_hex(holder), purpose, {}, {}},
        services.clock.now());
    return begun ? std::optional(std::move(challenge)) : std::nullopt;
}

void tell_of_passkey(services::Services& services, db::Tx& tx, const Person& person,
    const Passkey& passkey, const std::string& action)
{
    record::append(tx, actor_of(person), services.clock.now(), services.random,
        {action, "person", person.id.text, person.version,
            json::write(PasskeyContent{passkey.id.text, passkey_digest(passkey)})});
}

} // namespace xieshang::members
