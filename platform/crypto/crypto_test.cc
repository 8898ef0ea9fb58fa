// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/crypto/crypto.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>
#include <thread>
#include <vector>

namespace xieshang::crypto {

TEST(Crypto, DigestsAsFips180Says)
{
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(
        sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abc").size(), 32U);
}

TEST(Crypto, EncodesAsRfc4648Says)
{
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base64url("f"), "Zg");
    EXPECT_EQ(base64url("fo"), "Zm8");
    EXPECT_EQ(base64url("foo"), "Zm9v");
    EXPECT_EQ(base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64url("\xff\xef\xfe"), "_-_-");
    EXPECT_EQ(hex(std::string_view("\x00\x7f\xff", 3)), "007fff");
}

TEST(Crypto, EncodesBytesOneToOne)
{
    EXPECT_TRUE(rc::check([](const std::string& one, const std::string& other) {
        RC_ASSERT((base64url(one) == base64url(other)) == (one == other));
        RC_ASSERT((hex(one) == hex(other)) == (one == other));
    }));
}

TEST(Crypto, MakesTokensOf256BitsThatDiffer)
{
    base::SystemRandom random;
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto token = new_token(random);
        EXPECT_EQ(token.size(), 43U);
        EXPECT_TRUE(seen.insert(token).second);
    }
}

TEST(Passwords, MatchOnlyThemselves)
{
    const auto phc = hash_password("协商于民 2022");
    EXPECT_EQ(phc.rfind("$argon2id$v=19$m=19456,t=2,p=1$", 0), 0U) << phc;
    EXPECT_TRUE(password_matches(phc, "协商于民 2022"));
    EXPECT_FALSE(password_matches(phc, "协商于民 2023"));
    EXPECT_FALSE(password_matches(phc, ""));
    EXPECT_NE(phc, hash_password("协商于民 2022")) << "each hash has a salt of its own";
}

TEST(Passwords, MatchNothingWhenTheHashIsNone)
{
    EXPECT_FALSE(password_matches("", "x"));
    EXPECT_FALSE(password_matches("x", "x"));
    EXPECT_FALSE(password_matches(std::string(1000, '$'), "x"));
}

TEST(Passwords, AreCheckedFromManyThreads)
{
    const auto phc = hash_password("right");
    std::vector<std::thread> threads;
    std::atomic<int> matched = 0;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&, i] {
            matched += password_matches(phc, i % 2 == 0 ? "right" : "wrong") ? 1 : 0;
            waste_a_password_check("any");
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(matched, 3);
}

} // namespace xieshang::crypto
