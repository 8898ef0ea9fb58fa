// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: people who add passkeys of a made-up device and sign in by them.
#pragma once

#include "features/members/member_audit_actions.h"
#include "features/members/passkey_actions.h"
#include "features/members/people_and_sessions_test.h"
#include "platform/passkeys/made_up_authenticator_test.h"

#include <string>
#include <vector>

namespace xieshang::members {

class WithPasskeys : public PeopleAndSessions {
protected:
    std::string token_of(const std::string& login)
    {
        return sign_in(services(), login, "right password", at_home)->token;
    }
    PasskeyMade made_for(const passkeys::MadeUpAuthenticator& by, const std::string& challenge,
        const std::string& name = "电脑")
    {
        return {name, crypto::base64url(by.client_data("create", challenge)),
            crypto::base64url(by.making())};
    }
    std::string add_with(const passkeys::MadeUpAuthenticator& by, const std::string& token)
    {
        const auto begun = begin_passkey(services(), token, place, at_home);
        if (!begun) {
            return begun.error().code;
        }
        const auto added = add_passkey(services(), token, place, made_for(by, begun->challenge));
        return added ? added->name : added.error().code;
    }
    PasskeyAnswer answer_of(const passkeys::MadeUpAuthenticator& by, const std::string& challenge)
    {
        const auto answer = by.answer(challenge);
        return {crypto::base64url(by.credential_id), crypto::base64url(answer.client_data),
            crypto::base64url(answer.authenticator_data), crypto::base64url(answer.signature)};
    }
    std::string finish(const std::string& browser, const PasskeyAnswer& answer)
    {
        const auto signed_in = sign_in_by_passkey(services(), place, browser, answer, at_home);
        return signed_in ? signed_in->login : signed_in.error().code;
    }
    std::string sign_in_with(const passkeys::MadeUpAuthenticator& by)
    {
        const auto way = begin_passkey_sign_in(services(), place, at_home);
        return finish(way->browser, answer_of(by, way->asked.challenge));
    }
    std::vector<std::string> misfits()
    {
        return db().read([&](db::Tx& tx) {
            std::vector<std::string> fields;
            for (const auto& id : people_to_audit(tx)) {
                for (const auto& misfit : audit_person(tx, id)) {
                    fields.push_back(misfit.params.find("field")->second);
                }
            }
            return fields;
        });
    }
    void change(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
    }

    const PasskeyPlace place{"https://zx.example", "zx.example"};
    passkeys::MadeUpAuthenticator device;
};

} // namespace xieshang::members
