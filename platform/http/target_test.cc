// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/target.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::http {
namespace {

std::string path_of(std::string_view text)
{
    const auto target = target_of(text);
    return target ? target->path : "(none)";
}

TEST(Target, DecodesThePathOnceAndLeavesTheQueryRaw)
{
    EXPECT_EQ(path_of("/api/%E6%B8%85%E5%8D%95"), "/api/清单");
    EXPECT_EQ(path_of("/a%2525"), "/a%25");
    EXPECT_EQ(path_of("/a+b"), "/a+b");
    const auto target = target_of("/a?x=%20&y=?#part");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/a");
    EXPECT_EQ(target->query, "x=%20&y=?");
}

TEST(Target, KnowsTheFormsOfATarget)
{
    EXPECT_EQ(path_of("http://host:1/a"), "/a");
    EXPECT_EQ(path_of("HTTPS://host"), "/");
    EXPECT_EQ(path_of("http://host?q"), "/");
    EXPECT_EQ(path_of("*"), "*");
    EXPECT_FALSE(target_of(""));
    EXPECT_FALSE(target_of("a/b"));
    EXPECT_FALSE(target_of("ftp://host/a"));
}

TEST(Target, RefusesBrokenEscapesAndWhatIsNotText)
{
    for (const auto* text :
        {"/%", "/%4", "/%zz", "/%G0", "/a%00b", "/%ff", "/%c0%af", "/%ed%a0%80", "/%f4%90%80%80"}) {
        EXPECT_FALSE(target_of(text)) << text;
    }
}

TEST(Target, EveryPathThatIsGivenIsUtf8WithoutNul)
{
    EXPECT_TRUE(rc::check([](const std::string& text) {
        const auto target = target_of("/" + text);
        if (target) {
            RC_ASSERT(is_utf8(target->path));
            RC_ASSERT(target->path.find('\0') == std::string::npos);
        }
    }));
}

TEST(Target, AnEscapedTextComesBack)
{
    EXPECT_TRUE(rc::check([](const std::string& text) {
        std::string escaped;
        for (const char c : text) {
            constexpr std::string_view digits = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(c);
            escaped += {'%', digits[byte / 16], digits[byte % 16]};
        }
        RC_ASSERT(percent_decoded(escaped, false) == text);
    }));
}

} // namespace
} // namespace xieshang::http
