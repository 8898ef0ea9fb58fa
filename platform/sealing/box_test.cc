// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/box.h"

#include "platform/crypto/crypto.h"
#include "platform/sealing/sealing_fixture_test.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <unordered_set>

namespace xieshang::sealing {
namespace {

const Place sealed{"person", "id-1", "phone"};
const std::string value = "13800138000 手机";

std::string bytes_of(std::string_view hex)
{
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    }
    return bytes;
}

TEST(Cipher, IsSm4AsGbt32907Says)
{
    const auto key = bytes_of("0123456789abcdeffedcba9876543210");
    const Secret secret(key + std::string(16, '\0'));
    EXPECT_EQ(crypto::hex(sm4_ctr(secret, key, std::string(16, '\0'))),
        "681edf34d206965e86b3e94f536e4246");
}

TEST(Cipher, IsAes256GcmAsNistSays)
{
    EXPECT_EQ(crypto::hex(aes_gcm_seal(Secret(), std::string(12, '\0'), "", "")),
        "530f8afbc74536b9a963b4f1c4cb738b");
}

// Made from the description in box.h by another program (node's crypto), for the key of the bytes
// 0 to 31.
TEST(Box, OfAnotherProgramOpens)
{
    const auto intl = known_key(Suite::intl);
    EXPECT_EQ(intl.fingerprint(), "4bfaa04faf6abff2");
    EXPECT_EQ(open(intl, sealed,
                  bytes_of("01a0a1a2a3a4a5a6a7a8a9aaab45fc4dfb7e61930ba321439d59d1cd5d1b5f5bb17f1ca"
                           "63d00db4f1fa64bf5264062")),
        value);
    EXPECT_EQ(crypto::hex(finder(intl, sealed, value)),
        "1e26304486778360170406ae0ffabf21008253af90f0da4cdaa87d8fc0d58497");

    const auto cn = known_key(Suite::cn);
    EXPECT_EQ(cn.fingerprint(), "dfc88ce352201b13");
    EXPECT_EQ(open(cn, sealed,
                  bytes_of("02b0b1b2b3b4b5b6b7b8b9babbbcbdbebfeef7bfbcd11423c714e44b1763911104b95ee"
                           "4a6112c2adec7abc8f7213ace666b85ae3fabe157c3e185dc8b133e7106c021")),
        value);
    EXPECT_EQ(crypto::hex(finder(cn, sealed, value)),
        "f75c0d2b44ed8807ba7993b4184e6a52feff4ca87f20f179c2a267407cca1059");
}

class Boxes : public testing::TestWithParam<Suite> {
protected:
    const KeyPointer key_ = new_key(GetParam());
};
INSTANTIATE_TEST_SUITE_P(Of, Boxes, testing::Values(Suite::intl, Suite::cn),
    [](const auto& suite) { return suite.param == Suite::intl ? "intl" : "cn"; });

TEST_P(Boxes, OpenToWhatWasSealedAndDoNotTellIt)
{
    EXPECT_TRUE(rc::check([&](const std::string& text) {
        const auto box = seal(*key_, sealed, text);
        RC_ASSERT(open(*key_, sealed, box) == text);
        RC_ASSERT(text.size() < 4 || box.find(text) == std::string::npos);
    }));
}

TEST_P(Boxes, AreRefusedWithAnyBitChanged)
{
    const auto box = seal(*key_, sealed, value);
    for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
        auto changed = box;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(open(*key_, sealed, changed)) << "bit " << bit;
    }
}

TEST_P(Boxes, AreRefusedShorterOrLonger)
{
    const auto box = seal(*key_, sealed, value);
    for (std::size_t size = 0; size < box.size(); ++size) {
        EXPECT_FALSE(open(*key_, sealed, box.substr(0, size))) << size;
    }
    EXPECT_FALSE(open(*key_, sealed, box + '\0'));
}

TEST_P(Boxes, AreRefusedAnywhereElse)
{
    const auto box = seal(*key_, sealed, value);
    for (const auto& elsewhere : {Place{"person", "id-2", "phone"}, Place{"person", "id-1", "mail"},
             Place{"unit", "id-1", "phone"}, Place{"personid-1", "", "phone"},
             Place{"person", "id-1p", "hone"}}) {
        EXPECT_FALSE(open(*key_, elsewhere, box)) << elsewhere.field;
    }
}

TEST_P(Boxes, AreRefusedByAnotherKeyAndByTheSameSecretInTheOtherSuite)
{
    const auto box = seal(*key_, sealed, value);
    EXPECT_FALSE(open(*new_key(GetParam()), sealed, box));
    const auto other = GetParam() == Suite::intl ? Suite::cn : Suite::intl;
    EXPECT_FALSE(open(Key(key_->id(), other, {}, key_->root()), sealed, box));
}

TEST_P(Boxes, AreRefusedWhateverBytesTheyAre)
{
    EXPECT_TRUE(rc::check([&](std::string bytes) {
        bytes.insert(bytes.begin(), static_cast<char>(GetParam()));
        RC_ASSERT(!open(*key_, sealed, bytes));
    }));
}

TEST_P(Boxes, NeverRepeatANonce)
{
    constexpr int many = 200'000;
    const auto nonce_bytes = GetParam() == Suite::intl ? gcm_nonce_bytes : sm4_iv_bytes;
    std::unordered_set<std::string> nonces;
    for (int i = 0; i < many; ++i) {
        nonces.insert(seal(*key_, sealed, "1").substr(1, nonce_bytes));
    }
    EXPECT_EQ(nonces.size(), std::size_t{many});
}

TEST_P(Boxes, AreFoundByTheSameValueOfTheSameFieldOnly)
{
    const auto found = finder(*key_, sealed, "13800138000");
    EXPECT_EQ(finder(*key_, {"person", "id-2", "phone"}, "13800138000"), found);
    EXPECT_NE(finder(*key_, sealed, "13800138001"), found);
    EXPECT_NE(finder(*key_, {"person", "id-1", "mail"}, "13800138000"), found);
    EXPECT_NE(finder(*new_key(GetParam()), sealed, "13800138000"), found);
}

TEST(Secrets, AreWipedAndCompareWhole)
{
    const auto secret = Secret::drawn();
    EXPECT_EQ(secret, Secret(secret.bytes()));
    EXPECT_FALSE(secret == Secret::drawn());
    EXPECT_THROW(Secret("short"), std::invalid_argument);
    std::string text = "13800138000, which is long enough to lie outside of the object";
    const char* bytes = text.data();
    wipe(text);
    EXPECT_TRUE(text.empty());
    EXPECT_EQ(std::string_view(bytes, 11), std::string_view("\0\0\0\0\0\0\0\0\0\0\0", 11));
}

} // namespace
} // namespace xieshang::sealing
