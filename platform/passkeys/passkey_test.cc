// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/passkeys/passkey.h"

#include "platform/passkeys/made_up_authenticator_test.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace xieshang::passkeys {
namespace {

using namespace std::string_literals;

const std::string challenge = crypto::base64url(crypto::sha256("challenge"));
const Expected expected{challenge, "https://zx.example", "zx.example"};

std::string word(Flaw flaw) { return boost::describe::enum_to_string(flaw, "unknown"); }

std::string making(const MadeUpAuthenticator& by, const std::string& asked = challenge)
{
    const auto made = made_by(by.client_data("create", asked), by.making(), expected);
    return made ? made->credential_id : word(made.error());
}

class Passkey : public testing::TestWithParam<MadeUpAuthenticator::Signs> {
protected:
    std::string answering(std::uint32_t counter = 0, const std::string& asked = challenge)
    {
        return verdict(by.answer(asked), counter);
    }
    std::string verdict(const Answer& answer, std::uint32_t counter = 0)
    {
        const auto counted = verify(answer, key, counter, expected);
        return counted ? std::to_string(*counted) : word(counted.error());
    }

    MadeUpAuthenticator by{GetParam()};
    const Key key = made_by(by.client_data("create", challenge), by.making(), expected)->key;
};
INSTANTIATE_TEST_SUITE_P(Of, Passkey,
    testing::Values(MadeUpAuthenticator::Signs::es256, MadeUpAuthenticator::Signs::rs256,
        MadeUpAuthenticator::Signs::eddsa));

TEST_P(Passkey, IsMadeAndAnswers)
{
    EXPECT_EQ(making(by), "a credential");
    EXPECT_EQ(answering(), "0");
    by.counter = 70'000;
    EXPECT_EQ(answering(69'999), "70000");
}

TEST_P(Passkey, BelievesNoOtherPage)
{
    by.origin = "https://zx.example.evil.example";
    EXPECT_EQ(making(by), "wrong_origin");
    EXPECT_EQ(answering(), "wrong_origin");
    by.origin = "http://zx.example";
    EXPECT_EQ(answering(), "wrong_origin");
    by.origin = "https://zx.example:8443";
    EXPECT_EQ(answering(), "wrong_origin");
    by.origin = "https://zx.example";
    by.more = R"(,"crossOrigin":true,"topOrigin":"https://evil.example")";
    EXPECT_EQ(making(by), "wrong_origin");
    by.more = R"(,"crossOrigin":false)";
    EXPECT_EQ(answering(), "0");
    by.more = R"(,"origin":"https://evil.example")";
    EXPECT_EQ(answering(), "bad_client_data") << "a member that stands twice";
    by.more = "";
    by.site = "evil.example";
    EXPECT_EQ(making(by), "wrong_site");
    EXPECT_EQ(answering(), "wrong_site");
}

TEST_P(Passkey, BelievesNoOtherCeremony)
{
    const auto other = crypto::base64url(crypto::sha256("another"));
    EXPECT_EQ(making(by, other), "wrong_challenge");
    EXPECT_EQ(answering(0, other), "wrong_challenge");
    auto answer = by.answer(challenge);
    answer.client_data = by.client_data("create", challenge);
    EXPECT_EQ(verdict(answer), "wrong_type");
    const auto made = made_by(by.client_data("get", challenge), by.making(), expected);
    EXPECT_EQ(word(made.error()), "wrong_type");
}

TEST_P(Passkey, WantsThePersonThereAndVerified)
{
    by.flags = 1;
    EXPECT_EQ(making(by), "not_verified");
    EXPECT_EQ(answering(), "not_verified");
    by.flags = 4;
    EXPECT_EQ(answering(), "not_present");
}

TEST_P(Passkey, NoticesASecondOneByItsCounter)
{
    by.counter = 5;
    EXPECT_EQ(answering(4), "5");
    EXPECT_EQ(answering(5), "counted_back");
    EXPECT_EQ(answering(6), "counted_back");
    by.counter = 0;
    EXPECT_EQ(answering(1), "counted_back");
}

TEST_P(Passkey, IsNoOtherKeysAndNoOtherBytes)
{
    MadeUpAuthenticator stranger{GetParam()};
    EXPECT_EQ(verdict(stranger.answer(challenge)), "bad_signature");
    const auto good = by.answer(challenge);
    for (std::size_t i = 37; i-- > 33;) {
        auto changed = good;
        changed.authenticator_data[i] ^= 1;
        EXPECT_EQ(verdict(changed), "bad_signature") << i;
    }
    auto changed = good;
    changed.client_data.insert(1, " ");
    EXPECT_EQ(verdict(changed), "bad_signature");
    changed = good;
    changed.signature.clear();
    EXPECT_EQ(verdict(changed), "bad_signature");
    changed = good;
    changed.authenticator_data.resize(36);
    EXPECT_EQ(verdict(changed), "bad_authenticator_data");
}

TEST(PasskeyBytes, AreNoCredentialWhenTheyAreCut)
{
    const MadeUpAuthenticator by;
    const auto data = by.making();
    const auto client_data = by.client_data("create", challenge);
    for (std::size_t size = 0; size < data.size(); ++size) {
        EXPECT_FALSE(made_by(client_data, data.substr(0, size), expected)) << size;
    }
    auto off_the_curve = data;
    off_the_curve.back() ^= 1;
    EXPECT_EQ(word(made_by(client_data, off_the_curve, expected).error()), "foreign_algorithm");
    EXPECT_EQ(word(made_by(client_data, by.answer(challenge).authenticator_data, expected).error()),
        "bad_authenticator_data");
    for (const auto* text : {"", "[]", "null", "{", "{}"}) {
        EXPECT_FALSE(made_by(text, data, expected)) << text;
    }
}

// libcbor would take 8 bytes for each of them, before it looks for the first.
TEST(PasskeyBytes, DeclareNoMoreThanTheyHold)
{
    const std::string many("\x9a\x7f\xff\xff\xff", 5);
    const MadeUpAuthenticator by;
    const auto data = by.making().substr(0, 55 + by.credential_id.size());
    const auto client_data = by.client_data("create", challenge);
    for (const auto& cbor : {many, "\xa1\x01" + many, "\xba\x7f\xff\xff\xff\x01"s, "\x9f\x01\xff"s,
             "\x7b\xff\xff\xff\xff\xff\xff\xff\xff"s, std::string(400, '\x81') + '\x01',
             std::string(400, '\xc1') + '\x01'}) {
        EXPECT_EQ(
            word(made_by(client_data, data + cbor, expected).error()), "bad_authenticator_data");
    }
    const auto key = made_by(client_data, by.making(), expected)->key;
    auto answer = by.answer(challenge);
    answer.authenticator_data[32] = static_cast<char>(answer.authenticator_data[32] | 128);
    answer.authenticator_data += many;
    EXPECT_EQ(word(verify(answer, key, 0, expected).error()), "bad_authenticator_data");
}

RC_GTEST_PROP(PasskeyBytes, OfAnyKindAreTakenWithoutHarm, (const std::string& tail))
{
    const MadeUpAuthenticator by;
    const auto data = by.making().substr(0, 55) + tail;
    const auto made = made_by(by.client_data("create", challenge), data, expected);
    RC_ASSERT(!made || !made->credential_id.empty());
}

} // namespace
} // namespace xieshang::passkeys
