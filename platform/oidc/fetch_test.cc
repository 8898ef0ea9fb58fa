// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/fetch.h"

#include "platform/oidc/one_answer_test.h"

#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>

namespace xieshang::oidc {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string answer_with(const std::string& body, const std::string& head = "200 OK")
{
    return "HTTP/1.1 " + head + "\r\nContent-Length: " + std::to_string(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

std::string trouble_with(const std::string& address, long limit_ms = answer_limit_ms)
{
    const auto got = fetch_by_curl("", limit_ms)({address, {}, {}});
    return got ? "came: " + std::to_string(got->status) : got.error();
}

TEST(OidcFetch, AsksByGetOrByForm)
{
    OneAnswer get(answer_with("{}"));
    const auto got = fetch_by_curl("")({get.address() + "/x", {}, {}});
    ASSERT_TRUE(got) << got.error();
    EXPECT_EQ(got->body, "{}");
    EXPECT_THAT(get.heard(), HasSubstr("GET /x HTTP/1.1\r\n"));
    OneAnswer post(answer_with("no", "400 Bad Request"));
    const auto sent = fetch_by_curl("")({post.address(), "code=c", "Basic eA=="});
    ASSERT_TRUE(sent) << sent.error();
    EXPECT_EQ(sent->status, 400);
    EXPECT_THAT(post.heard(), HasSubstr("Authorization: Basic eA==\r\n"));
    EXPECT_THAT(post.heard(), HasSubstr("\r\n\r\ncode=c"));
}

TEST(OidcFetch, FollowsNoRedirect) // T-21: to the inside of the network
{
    OneAnswer inside(answer_with("a secret"));
    OneAnswer provider(answer_with("", "302 Found\r\nLocation: " + inside.address()));
    EXPECT_EQ(trouble_with(provider.address()), "came: 302");
    EXPECT_FALSE(inside.was_asked());
}

TEST(OidcFetch, TakesNoMoreThan256KiB)
{
    OneAnswer most(answer_with(std::string(answer_bytes_most, 'x')));
    EXPECT_EQ(trouble_with(most.address()), "came: 200");
    OneAnswer more(answer_with(std::string(answer_bytes_most + 1, 'x')));
    EXPECT_EQ(trouble_with(more.address()), "more than 256 KiB came");
}

TEST(OidcFetch, WaitsForASlowProviderNoLongerThanTheLimit)
{
    const OneAnswer silent("");
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_THAT(trouble_with(silent.address(), 200), HasSubstr("Timeout"));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
    const OneAnswer halfway("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
    EXPECT_THAT(trouble_with(halfway.address(), 200), HasSubstr("Timeout"));
    EXPECT_EQ(answer_limit_ms, 5'000);
}

TEST(OidcFetch, SaysThatNobodyIsThere)
{
    std::string address;
    {
        const OneAnswer gone("");
        address = gone.address();
    }
    EXPECT_THAT(trouble_with(address), HasSubstr("connect"));
}

// Where the name of the provider leads to a machine inside (DNS rebinding): it cannot show the
// provider's certificate, so it hears nothing of what would have been asked.
TEST(OidcFetch, TellsNothingToWhoCannotShowTheCertificate)
{
    OneAnswer plain(answer_with("{}"));
    auto there = plain.address();
    there.replace(0, 4, "https");
    EXPECT_THAT(trouble_with(there + "/keys", 1000), Not(HasSubstr("came")));
    EXPECT_THAT(plain.heard(), Not(HasSubstr("/keys"))) << "a greeting of TLS and no more";
    OneAnswer stranger(answer_with("{}"), OneAnswer::Speaks::tls);
    there = stranger.address();
    EXPECT_THAT(there, HasSubstr("https://"));
    EXPECT_THAT(trouble_with(there + "/keys", 2000), HasSubstr("certificate"));
    EXPECT_EQ(stranger.heard(), "");
}

TEST(OidcFetch, AsksNoAddressThatMayNotBeAsked)
{
    for (const auto* address :
        {"http://id.example/", "file:///etc/passwd", "ftp://127.0.0.1/", "http://169.254.169.254/",
            "http://10.0.0.1/", "http://10.1/", "http://167772161/", "https://a:b@id.example/"}) {
        EXPECT_EQ(trouble_with(address), "not an address that may be asked") << address;
    }
}

TEST(OidcFetch, GoesThroughNoProxyOfTheEnvironment)
{
    OneAnswer proxy(answer_with("of the proxy"));
    OneAnswer provider(answer_with("{}"));
    ::setenv("http_proxy", proxy.address().c_str(), 1);
    ::setenv("ALL_PROXY", proxy.address().c_str(), 1);
    const auto got = fetch_by_curl("")({provider.address(), {}, {}});
    ::unsetenv("http_proxy");
    ::unsetenv("ALL_PROXY");
    EXPECT_EQ(got->body, "{}");
    EXPECT_FALSE(proxy.was_asked());
}

} // namespace
} // namespace xieshang::oidc
