// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: people with a second factor, whose authenticator app is played.
#pragma once

#include "features/members/account_actions.h"
#include "features/members/factor_actions.h"
#include "features/members/member_audit_actions.h"
#include "features/members/people_and_sessions_test.h"
#include "features/members/second_step_actions.h"
#include "platform/crypto/totp.h"

namespace xieshang::members {

inline constexpr std::string_view password = "right password";

class WithFactors : public PeopleAndSessions {
protected:
    std::string token_of(const std::string& login, const Caller& caller = at_home)
    {
        return sign_in(services(), login, password, caller)->token;
    }
    // The secret, as an app decodes it.
    static std::string decoded(const std::string& base32)
    {
        constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        std::string bytes;
        std::uint32_t waiting = 0;
        unsigned bits = 0;
        for (const char c : base32) {
            waiting = waiting << 5U | static_cast<std::uint32_t>(alphabet.find(c));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes += static_cast<char>(waiting >> bits & 0xFFU);
            }
        }
        return bytes;
    }
    std::string code(std::int64_t steps_away = 0)
    {
        return crypto::totp_code(secret, crypto::totp_step(clock.now()) + steps_away);
    }
    RecoveryCodes add_factor(const std::string& token)
    {
        secret = decoded(begin_factor(services(), token, {}).value().secret);
        auto codes = confirm_factor(services(), token, code()).value();
        clock.advance(crypto::totp_step_ms);
        return codes;
    }
    std::string code_of_step(
        const std::string& waiting, const std::string& typed, const Caller& caller = at_home)
    {
        const auto result = sign_in_second_step(services(), {waiting, typed}, caller);
        return result ? "in" : result.error().code;
    }
    void expect_sound(const PersonId& id)
    {
        db().look([&](db::Tx& tx) { EXPECT_TRUE(audit_person(tx, id.text).empty()); });
    }
    std::string secret;
};

} // namespace xieshang::members
