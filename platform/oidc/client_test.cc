// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/client.h"

#include "platform/oidc/made_up_provider_test.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>

#include <future>

namespace xieshang::oidc {
namespace {

using testing::HasSubstr;

class OidcClient : public testing::Test {
protected:
    std::string way_in()
    {
        const auto way = client.way_in({redirect_uri, "state", proof});
        return way ? *way : way.error().code;
    }
    std::string who_came(const std::string& issuer = "")
    {
        provider.nonce = provider.nonce.empty() ? proof.nonce : provider.nonce;
        const auto who = client.who_came({redirect_uri, "a code", issuer, proof});
        return who ? who->subject : who.error().code;
    }

    const std::string redirect_uri = "https://zx.example/api/oidc/callback";
    const Proof proof = proof_of("browser");
    tests::FakeClock clock;
    MadeUpProvider provider;
    std::vector<std::string> notes;
    Client client{made_up_settings(), provider.fetch(clock), clock,
        [this](const std::string& what) { notes.push_back(what); }};
};

TEST_F(OidcClient, SendsTheBrowserWithStateNonceAndChallenge)
{
    const auto way = way_in();
    EXPECT_TRUE(way.starts_with("https://id.example/auth?response_type=code&scope=openid")) << way;
    EXPECT_THAT(way, HasSubstr("&redirect_uri=https%3A%2F%2Fzx.example%2Fapi%2Foidc%2Fcallback"));
    EXPECT_THAT(way, HasSubstr("&state=state&nonce=" + proof.nonce));
    EXPECT_THAT(way,
        HasSubstr("&code_challenge=" + crypto::base64url(crypto::sha256(proof.verifier))
            + "&code_challenge_method=S256"));
    EXPECT_THAT(way, testing::Not(HasSubstr(proof.verifier)));
}

TEST_F(OidcClient, ProvesItselfAtTheTokenEndpoint)
{
    EXPECT_EQ(who_came(), "u1");
    const auto& asked = provider.asked.at(1);
    EXPECT_EQ(asked.address, "https://id.example/token");
    EXPECT_THAT(asked.form, HasSubstr("code=a%20code&"));
    EXPECT_THAT(asked.form, HasSubstr("&code_verifier=" + proof.verifier));
    EXPECT_EQ(asked.authorization, "Basic eGllc2hhbmc6cyUyMGU="); // xieshang:s%20e
}

TEST_F(OidcClient, AsksForWhatItKnowsOnce)
{
    way_in();
    way_in();
    who_came();
    who_came();
    EXPECT_EQ(provider.times_asked("/openid-configuration"), 1);
    EXPECT_EQ(provider.times_asked("/keys"), 1);
    clock.advance(provider_kept_ms);
    way_in();
    EXPECT_EQ(provider.times_asked("/openid-configuration"), 2);
}

TEST_F(OidcClient, FetchesKeysAnewForAnUnknownOneAtMostOnceAMinute)
{
    const auto all = provider.keys;
    provider.keys = R"({"keys":[]})";
    EXPECT_EQ(who_came(), "oidc.not_believed");
    EXPECT_EQ(who_came(), "oidc.not_believed");
    EXPECT_EQ(provider.times_asked("/keys"), 1);
    provider.keys = all; // the provider has changed its keys
    EXPECT_EQ(who_came(), "oidc.not_believed");
    clock.advance(keys_pause_ms);
    EXPECT_EQ(who_came(), "u1");
    EXPECT_EQ(provider.times_asked("/keys"), 2);
}

TEST_F(OidcClient, LeavesAProviderAloneThatFailed)
{
    provider.down = true;
    EXPECT_EQ(way_in(), "oidc.unreachable");
    EXPECT_EQ(way_in(), "oidc.unreachable");
    EXPECT_EQ(provider.asked.size(), 1U);
    provider.down = false;
    clock.advance(failure_pause_ms);
    EXPECT_TRUE(way_in().starts_with("https://"));
}

TEST_F(OidcClient, BelievesNoDiscoveryThatLeadsElsewhere)
{
    const auto good = provider.discovery;
    const auto with = [&](const std::string& from, const std::string& to) {
        auto text = good;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    const std::vector<std::string> lies{with("\"https://id.example\"", "\"https://id.example/\""),
        with("https://id.example/token", "https://evil.example/token"),
        with("https://id.example/token", "http://id.example/token"),
        with("https://id.example/token", "https://id.example:8443/token"),
        with("https://id.example/token", "https://id.example@evil.example/token"),
        with("https://id.example/token", "file:///etc/passwd"),
        with("https://id.example/keys", "http://169.254.169.254/keys"),
        with("https://id.example/keys", "http://127.0.0.1:22/keys"),
        with("https://id.example/keys", "https://id.example\\\\.evil.example/keys"),
        with("https://id.example/auth", "javascript:alert(1)"),
        with("{", R"({"code_challenge_methods_supported":["plain"],)"),
        with("{", R"({"response_types_supported":["id_token"],)"),
        with("{", R"({"jwks_uri":"https://id.example/other",)"), "[]", "", "<html>"};
    for (const auto& lie : lies) {
        provider.discovery = lie;
        EXPECT_EQ(way_in(), "oidc.odd_provider") << lie;
    }
    provider.discovery = good;
    EXPECT_TRUE(way_in().starts_with("https://"));
    EXPECT_EQ(notes.size(), lies.size());
}

TEST_F(OidcClient, RefusesAnAnswerOfAnotherIssuer) // RFC 9207
{
    EXPECT_EQ(who_came("https://evil.example"), "oidc.not_believed");
    EXPECT_EQ(provider.times_asked("/token"), 0) << "the code is not handed on";
    EXPECT_EQ(who_came("https://id.example"), "u1");
}

TEST_F(OidcClient, RefusesWhatTheTokenEndpointRefuses)
{
    provider.token_status = 400;
    EXPECT_EQ(who_came(), "oidc.not_believed");
    provider.token_status = 302;
    EXPECT_EQ(who_came(), "oidc.not_believed");
    provider.token_status = 500;
    EXPECT_EQ(who_came(), "oidc.unreachable");
}

// What is told to the person stands in the texts of the code; the log hears the reason.
TEST_F(OidcClient, SaysInTheLogWhatWasWrongWithAnAnswer)
{
    const auto said = [&] { return notes.empty() ? "" : notes.back(); };
    provider.token_body = "<html>Sign in to the hotel's network</html>";
    EXPECT_EQ(who_came(), "oidc.not_believed");
    EXPECT_EQ(said(), "token endpoint: no JSON object");
    provider.token_body = R"({"id_token":"a","id_token":"b"})";
    EXPECT_EQ(who_came(), "oidc.not_believed");
    EXPECT_EQ(said(), "token endpoint: a member stands twice");
    provider.token_body = R"({"access_token":"a"})";
    EXPECT_EQ(who_came(), "oidc.not_believed");
    EXPECT_EQ(said(), "token endpoint: no ID token in its answer");
    provider.token_body = "";
    provider.keys = "<html>";
    EXPECT_EQ(who_came(), "oidc.odd_provider");
    EXPECT_EQ(said(), "its keys cannot be read");
    provider.keys = keyring().jwks();
    provider.token_status = 400;
    EXPECT_EQ(who_came(), "oidc.not_believed");
    EXPECT_EQ(said(), "token endpoint answered 400");
    EXPECT_EQ(who_came("https://evil.example"), "oidc.not_believed");
    EXPECT_EQ(said(), "answer of another issuer");
    clock.advance(provider_kept_ms);
    provider.down = true;
    EXPECT_EQ(way_in(), "oidc.unreachable");
    EXPECT_EQ(said(), "cannot reach https://id.example/.well-known/openid-configuration: down");
}

TEST_F(OidcClient, RefusesATokenOfAnotherSignIn)
{
    provider.nonce = proof_of("another browser").nonce;
    EXPECT_EQ(who_came(), "oidc.not_believed");
    EXPECT_THAT(notes, testing::ElementsAre("token refused: wrong_nonce"));
}

TEST(OidcClientThreads, WaitForASlowProviderWithFourAtMost)
{
    tests::FakeClock clock;
    std::promise<void> end;
    const auto ended = end.get_future().share();
    Client client{made_up_settings(),
        [ended](const Outgoing&) -> tl::expected<Incoming, std::string> {
            ended.wait();
            return Incoming{503, ""};
        },
        clock};
    std::vector<std::future<std::string>> all;
    int busy = 0;
    for (int i = 0; i < requests_at_once + 3; ++i) {
        all.push_back(std::async(std::launch::async, [&client] {
            return client.way_in({"r", "s", proof_of("b")}).error().code;
        }));
    }
    while (busy < 3) { // those who find no place do not wait for the provider
        busy = 0;
        for (auto& one : all) {
            busy += one.wait_for(std::chrono::seconds(0)) == std::future_status::ready ? 1 : 0;
        }
    }
    end.set_value();
    busy = 0;
    for (auto& one : all) {
        busy += one.get() == "oidc.busy" ? 1 : 0;
    }
    EXPECT_EQ(busy, 3);
}

TEST(OidcAddress, IsAskedOnlyByHttpsOrOnThisMachine)
{
    for (const auto* right : {"https://id.example", "https://id.example:8443/x",
             "https://10.0.0.1/", "http://127.0.0.1:1/", "http://[::1]:1/", "http://localhost/"}) {
        EXPECT_TRUE(origin_of(right)) << right;
    }
    for (const auto* wrong : {"", "id.example", "http://id.example", "http://127.0.0.2/",
             "http://0x7f000001.example/", "http://127.0.0.1.example/", "ftp://id.example/",
             "file:///etc/passwd", "gopher://127.0.0.1/", "https://a:b@id.example/",
             "https://id.example/#x", "https://id.example\n/", "https:// id.example/",
             "https://id.example\\x", "http://[::ffff:10.0.0.1]/", "http://localhost.example/"}) {
        EXPECT_FALSE(origin_of(wrong)) << wrong;
    }
    EXPECT_EQ(origin_of("HTTPS://ID.example"), origin_of("https://id.example:443/"));
}

} // namespace
} // namespace xieshang::oidc
