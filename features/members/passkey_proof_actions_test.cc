// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SES-03 and AUT-02: a passkey shows again who somebody is, and is a second factor where it was
// shown.
#include "features/members/passkey_fixture_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {

class PasskeyProofs : public WithPasskeys {
protected:
    std::string prove(const std::string& token, const PasskeyAnswer& answer)
    {
        const auto proved = prove_by_passkey(services(), token, place, answer, at_home);
        return proved ? "proved" : proved.error().code;
    }
    std::string challenge_in(const std::string& token)
    {
        return begin_passkey_proof(services(), token, place, at_home)->challenge;
    }
    bool is_fresh(const std::string& token) { return actor_of(services(), token)->proved_lately; }
    base::Roles roles(const std::string& token)
    {
        return actor_of(services(), token, required)->roles;
    }

    const SignInRules required{.second_factor = SecondFactorUse::required};
};
ON_EVERY_DATABASE(PasskeyProofs);

TEST_P(PasskeyProofs, MakeTheSessionFreshInWhichTheyWereAskedFor)
{
    add("wang");
    const auto token = token_of("wang");
    ASSERT_EQ(add_with(device, token), "电脑");
    const auto other = token_of("wang");
    clock.advance(fresh_ms);
    const auto answer = answer_of(device, challenge_in(token));
    EXPECT_EQ(prove(other, answer), "passkeys.not_begun") << "begun in another session";
    EXPECT_EQ(prove(token, answer), "proved");
    EXPECT_TRUE(is_fresh(token));
    EXPECT_FALSE(is_fresh(other));
    EXPECT_EQ(prove(token, answer), "passkeys.not_begun") << "used";
    EXPECT_THAT(recorded(), testing::Contains("person.prove"));
}

TEST_P(PasskeyProofs, AreOfNoOtherPurposeAndNoOtherPerson)
{
    add("wang");
    add("li");
    const auto wang = token_of("wang");
    const auto li = token_of("li");
    ASSERT_EQ(add_with(device, wang), "电脑");
    clock.advance(fresh_ms);
    const auto way = begin_passkey_sign_in(services(), place, at_home);
    EXPECT_EQ(prove(wang, answer_of(device, way->asked.challenge)), "passkeys.not_begun");
    EXPECT_EQ(finish(wang, answer_of(device, challenge_in(wang))), "passkeys.not_begun");
    EXPECT_EQ(prove(li, answer_of(device, challenge_in(li))), "passkeys.unknown")
        << "a passkey of another person";
    EXPECT_FALSE(is_fresh(wang));
    EXPECT_FALSE(is_fresh(li));
    EXPECT_EQ(recorded().back(), "denial.passkey");
}

TEST_P(PasskeyProofs, AreASecondFactorOnlyInASessionInWhichAPasskeyWasShown)
{
    add("wang", Role::department_handler);
    const auto handler = bit(Role::department_handler);
    const auto token = token_of("wang");
    EXPECT_EQ(roles(token), 0U);
    ASSERT_EQ(add_with(device, token), "电脑");
    EXPECT_EQ(roles(token), handler) << "he has just shown it";
    const auto by_password = token_of("wang");
    EXPECT_EQ(roles(by_password), 0U) << "whoever knows the password has no passkey";
    EXPECT_EQ(prove(by_password, answer_of(device, challenge_in(by_password))), "proved");
    EXPECT_EQ(roles(by_password), handler);
    const auto way = begin_passkey_sign_in(services(), place, at_home);
    const auto signed_in = sign_in_by_passkey(
        services(), place, way->browser, answer_of(device, way->asked.challenge), at_home);
    EXPECT_EQ(roles(signed_in->token), handler);
    ASSERT_TRUE(remove_passkey(services(), token, own_passkeys(services(), token)->at(0).id));
    EXPECT_EQ(roles(token), 0U);
    EXPECT_EQ(roles(signed_in->token), 0U);
}

} // namespace xieshang::members
