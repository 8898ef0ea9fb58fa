// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/trusted_proxies.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::http {
namespace {

Request named(const TrustedProxies& proxies, std::string_view peer, std::vector<Header> headers)
{
    Request request;
    request.headers = std::move(headers);
    proxies.name_client(request, peer, false);
    return request;
}

TEST(TrustedProxies, ReadsNetworksOfBothKinds)
{
    const TrustedProxies proxies(
        {"10.0.0.0/8", "192.0.2.7", "fd00::/8", "::1", "203.0.113.128/25"});
    for (const auto* inside :
        {"10.255.0.1", "192.0.2.7", "fd12::1", "::1", "::ffff:10.1.1.1", "203.0.113.200"}) {
        EXPECT_TRUE(proxies.contains(inside)) << inside;
    }
    for (const auto* outside :
        {"11.0.0.1", "192.0.2.8", "fe80::1", "::2", "203.0.113.127", "", "x", "10.0.0.1 "}) {
        EXPECT_FALSE(proxies.contains(outside)) << outside;
    }
    EXPECT_TRUE(TrustedProxies({"0.0.0.0/0"}).contains("8.8.8.8"));
    EXPECT_FALSE(TrustedProxies({"0.0.0.0/0"}).contains("2001:db8::1"));
}

TEST(TrustedProxies, SaysWhichNetworkIsNone)
{
    for (const auto* text :
        {"", "x", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "10.0.0.0/8/8", "/8"}) {
        EXPECT_THROW(TrustedProxies({text}), std::runtime_error) << text;
    }
}

TEST(TrustedProxies, TakesTheRightmostAddressThatIsNoProxy)
{
    const TrustedProxies proxies({"10.0.0.0/8"});
    const auto client = [&](std::vector<Header> headers) {
        return named(proxies, "10.0.0.1", headers).remote_address;
    };
    EXPECT_EQ(client({}), "10.0.0.1");
    EXPECT_EQ(client({{"X-Forwarded-For", "1.1.1.1, 2.2.2.2"}}), "2.2.2.2");
    EXPECT_EQ(client({{"X-Forwarded-For", "1.1.1.1, 2.2.2.2, 10.9.9.9"}}), "2.2.2.2");
    EXPECT_EQ(client({{"X-Forwarded-For", "1.1.1.1"}, {"x-forwarded-for", "2.2.2.2"}}), "2.2.2.2");
    EXPECT_EQ(client({{"X-Forwarded-For", "1.1.1.1"}, {"X-Forwarded-For", "10.2.2.2"}}), "1.1.1.1");
    EXPECT_EQ(client({{"X-Forwarded-For", "10.3.3.3, 10.2.2.2"}}), "10.3.3.3");
    EXPECT_EQ(client({{"X-Forwarded-For", "1.1.1.1:4711"}}), "1.1.1.1");
    EXPECT_EQ(client({{"X-Forwarded-For", "[2001:db8::1]:4711"}}), "2001:db8::1");
    for (const auto* odd : {"", ",", ", ,", "unknown", "_hidden", "[", "[]", ":", "1.1.1.1, x"}) {
        EXPECT_EQ(client({{"X-Forwarded-For", odd}}), "10.0.0.1") << odd;
    }
}

TEST(TrustedProxies, BelievesThatTheClientsSideWasEncrypted)
{
    const TrustedProxies proxies({"10.0.0.0/8"});
    const auto secure = [&](std::vector<Header> headers) {
        return named(proxies, "10.0.0.1", headers).secure;
    };
    EXPECT_TRUE(secure({{"X-Forwarded-Proto", "https"}}));
    EXPECT_TRUE(secure({{"X-Forwarded-Proto", "http, HTTPS "}}));
    EXPECT_FALSE(secure({{"X-Forwarded-Proto", "https, http"}}));
    EXPECT_FALSE(secure({{"X-Forwarded-Proto", "https"}, {"X-Forwarded-Proto", "http"}}));
    EXPECT_FALSE(secure({{"X-Forwarded-Proto", ""}}));
    EXPECT_FALSE(secure({}));
}

TEST(TrustedProxies, NeverBelievesAPeerThatIsNotTrusted)
{
    const TrustedProxies proxies({"10.0.0.0/8", "fd00::/8"});
    EXPECT_TRUE(rc::check(
        [&](std::uint8_t first, const std::string& said, const std::string& protocol, bool secure) {
            RC_PRE(first != 10);
            const std::string peer = std::to_string(first) + ".1.2.3";
            Request request;
            request.headers = {{"X-Forwarded-For", said}, {"X-Forwarded-For", "1.1.1.1"},
                {"X-Forwarded-Proto", protocol}, {"X-Forwarded-Proto", "https"}};
            proxies.name_client(request, peer, secure);
            RC_ASSERT(request.remote_address == peer);
            RC_ASSERT(request.secure == secure);
        }));
}

TEST(TrustedProxies, NeverNamesAClientThatNoProxySaw)
{
    const TrustedProxies proxies({"10.0.0.0/8"});
    EXPECT_TRUE(rc::check([&](const std::string& said) {
        // What stands left of an address that a trusted proxy added is the client's own word.
        const auto request = named(proxies, "10.0.0.1", {{"X-Forwarded-For", said + ", 2.2.2.2"}});
        RC_ASSERT(request.remote_address == "2.2.2.2");
    }));
}

} // namespace
} // namespace xieshang::http
