// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/key_set.h"

#include "platform/oidc/forged_tokens_test.h"

#include <gtest/gtest.h>

namespace xieshang::oidc {
namespace {

TEST(KeySet, LeavesOutKeysThatCannotServe)
{
    const auto size = [](const std::string& keys) {
        const auto set = KeySet::read("{\"keys\":[" + keys + "]}");
        return set ? static_cast<int>(set->size()) : -1;
    };
    const auto small = made(EVP_RSA_gen(1024));
    EXPECT_EQ(size(jwk_of(keyring().rsa, R"("kid":"a")")), 1);
    EXPECT_EQ(size(jwk_of(small, R"("kid":"a")")), 0) << "too weak";
    EXPECT_EQ(size(jwk_of(keyring().rsa, R"("use":"enc")")), 0);
    EXPECT_EQ(size(jwk_of(keyring().rsa, R"("key_ops":["encrypt"])")), 0);
    EXPECT_EQ(size(jwk_of(keyring().rsa, R"("alg":"HS256")")), 0);
    EXPECT_EQ(size(jwk_of(keyring().rsa, R"("alg":"ES256")")), 0);
    EXPECT_EQ(size(jwk_of(keyring().rsa, R"("kid":"a","kid":"b")")), -1);
    EXPECT_EQ(size(R"({"kty":"oct","k":"c2VjcmV0"})"), 0);
    EXPECT_EQ(size(R"({"kty":"EC","crv":"P-256","x":"AA","y":"AA"})"), 0);
    const auto off_curve = crypto::base64url(std::string(32, '\1'));
    EXPECT_EQ(
        size(R"({"kty":"EC","crv":"P-256","x":")" + off_curve + R"(","y":")" + off_curve + "\"}"),
        0);
    EXPECT_EQ(size(R"({"kty":"OKP","crv":"Ed25519","x":"AA"})"), 0);
    EXPECT_EQ(size("7"), 0);
    EXPECT_EQ(size("}"), -1);
    EXPECT_FALSE(KeySet::read("[]"));
    EXPECT_FALSE(KeySet::read(R"({"keys":{}})"));
    EXPECT_FALSE(KeySet::read(R"({"keys":[],"keys":[]})"));
    EXPECT_FALSE(KeySet::read(std::string(keys_bytes_most + 1, ' ')));
}

TEST(KeySet, KnowsNoKeyWhereTwoAnswerToOneName)
{
    const auto twice = KeySet::read("{\"keys\":[" + jwk_of(keyring().rsa, R"("kid":"r")") + ","
        + jwk_of(keyring().strangers_rsa, R"("kid":"r")") + "]}");
    EXPECT_FALSE(twice->has(Algorithm::RS256, "r"));
    EXPECT_FALSE(twice->has(Algorithm::RS256, std::nullopt));
    EXPECT_TRUE(KeySet::read(keyring().jwks())->has(Algorithm::RS256, std::nullopt))
        << "the only one that serves";
}

} // namespace
} // namespace xieshang::oidc
