// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey.h"

#include <gtest/gtest.h>

namespace xieshang::members {
namespace {

std::string place(std::string_view host, bool secure)
{
    const auto found = passkey_place(host, secure);
    return found ? found->origin + " " + found->site : found.error().code;
}

TEST(PasskeyPlace, IsANameByHttpsOrThisMachine)
{
    EXPECT_EQ(place("zx.example", true), "https://zx.example zx.example");
    EXPECT_EQ(place("ZX.Example:8443", true), "https://zx.example:8443 zx.example");
    EXPECT_EQ(place("localhost:8080", false), "http://localhost:8080 localhost");
    EXPECT_EQ(place("xieshang", true), "https://xieshang xieshang");
    for (const auto* host : {"192.0.2.1", "192.0.2.1:8443", "[::1]:8443", "", "zx.example.",
             "zx.example:x", "zx.example/x", "a@zx.example", "zx\r\n.example", "0x7f.1"}) {
        EXPECT_EQ(place(host, true), "passkeys.no_place") << host;
    }
    EXPECT_EQ(place("zx.example", false), "passkeys.no_place");
    EXPECT_EQ(place("127.0.0.1:8080", false), "passkeys.no_place");
}

} // namespace
} // namespace xieshang::members
