// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/ways_in.h"

#include "features/members/account_actions.h"
#include "features/members/member_store.h"
#include "features/members/passkey_store.h"
#include "features/members/second_step_actions.h"
#include "platform/crypto/base64url.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/totp.h"
#include "platform/json/json.h"
#include "platform/passkeys/made_up_authenticator_test.h"

namespace xieshang::policies {
namespace {

constexpr std::int64_t day_ms = 24 * 3'600'000LL;
constexpr std::string_view totp_secret = "a secret of twenty b";

members::Person person(services::Services& services, std::string login, std::string name)
{
    members::Person made;
    made.id = base::new_id<members::PersonId>(services.clock, services.random);
    made.login = std::move(login);
    made.name = std::move(name);
    made.version = 1;
    made.created_at_ms = services.clock.now();
    return made;
}

passkeys::MadeUpAuthenticator device(std::string credential_id)
{
    passkeys::MadeUpAuthenticator made;
    made.site = "localhost";
    made.origin = "http://localhost";
    made.credential_id = std::move(credential_id);
    return made;
}

} // namespace

WaysIn::WaysIn(services::Services& services, std::vector<Visitor>& visitors)
    : services_(services),
      device_(std::make_unique<passkeys::MadeUpAuthenticator>(device("the insider's"))),
      other_(std::make_unique<passkeys::MadeUpAuthenticator>(device("another")))
{
    for (auto& visitor : visitors) {
        if (visitor.token.empty()) {
            continue;
        }
        visitor.challenge = "challenge-of-" + visitor.id;
        begin_ceremony(visitor.challenge, visitor.token, members::PasskeyPurpose::add);
        visitor.has_factor = visitor.asking.membership == "none";
        if (visitor.has_factor) {
            add_factor(visitor.id, "RECO-VERY-CODE");
        } else {
            services_.db.write([&](db::Tx& tx) {
                services_.vault.put(
                    tx, {"person", visitor.id, "totp_begun"}, totp_secret, sealing::Findable::no);
                return true;
            });
        }
    }
    make_insiders();
}

WaysIn::~WaysIn() = default;

void WaysIn::begin_ceremony(
    const std::string& challenge, const std::string& holder, members::PasskeyPurpose purpose)
{
    services_.db.write([&](db::Tx& tx) {
        members::insert_challenge(tx,
            {crypto::sha256_hex(challenge), crypto::sha256_hex(holder), purpose, "198.51.100",
                services_.clock.now() + day_ms});
        return true;
    });
}

void WaysIn::add_factor(const std::string& id, const std::string& recovery_code)
{
    const members::PersonId owner{id};
    services_.db.write([&](db::Tx& tx) {
        services_.vault.put(tx, members::secret_place(owner), totp_secret, sealing::Findable::no);
        members::put_factor(tx, {owner, services_.clock.now(), 0, std::nullopt, std::nullopt});
        members::put_recovery_codes(
            tx, owner, {members::recovery_code_sha256(owner, recovery_code)});
        return true;
    });
}

void WaysIn::make_insiders()
{
    auto insider = person(services_, "wu-nei", "吴内");
    auto keyholder = person(services_, "zhou-yao", "周钥");
    keyholder.password_phc = crypto::hash_password(known_password);
    const auto key = passkeys::made_by(device_->client_data("create", "c"), device_->making(),
        {"c", device_->origin, device_->site})
                         ->key;
    auto invented = person(services_, "demo-zheng", "郑演示");
    invented.demo = true;
    insiders_ = {insider.id.text, keyholder.login, crypto::new_token(services_.random),
        "RECO-VERY-CODE", crypto::new_token(services_.random), "challenge-of-the-insider", "",
        invented.login};
    services_.db.write([&](db::Tx& tx) {
        members::insert_person(tx, insider);
        members::insert_person(tx, invented);
        members::insert_person(tx, keyholder);
        members::insert_passkey(tx,
            {base::new_id<members::PasskeyId>(services_.clock, services_.random), insider.id,
                "电脑", "localhost", crypto::base64url(device_->credential_id), key.algorithm,
                crypto::base64url(key.public_key), 0, services_.clock.now(), {}});
        const auto now = services_.clock.now();
        members::insert_second_step(
            tx, {crypto::sha256_hex(insiders_.step), insider.id, 1, "password", now + day_ms}, now);
        return true;
    });
    add_factor(insider.id.text, insiders_.code);
    begin_ceremony(insiders_.challenge, insiders_.browser, members::PasskeyPurpose::sign_in);
    const auto other = members::make_account(services_, {}, {"qian-xin", "钱新"}).value();
    insiders_.link_code = members::make_account_link(services_, {}, other.id).value().code;
}

std::string WaysIn::code_now() const
{
    return crypto::totp_code(totp_secret, crypto::totp_step(services_.clock.now()));
}

std::string WaysIn::made_passkey(const std::string& challenge) const
{
    return json::write(
        members::PasskeyMade{"电脑", crypto::base64url(other_->client_data("create", challenge)),
            crypto::base64url(other_->making())});
}

std::string WaysIn::answer_of_passkey(const std::string& challenge) const
{
    const auto answer = device_->answer(challenge);
    return json::write(members::PasskeyAnswer{crypto::base64url(device_->credential_id),
        crypto::base64url(answer.client_data), crypto::base64url(answer.authenticator_data),
        crypto::base64url(answer.signature)});
}

} // namespace xieshang::policies
