// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/folding/folding.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::folding {
namespace {

std::string fold(std::string_view text) { return encoded(folded(decoded(text))); }

TEST(Folding, MakesTraditionalSimplified)
{
    EXPECT_EQ(fold("養老服務與醫養結合"), "养老服务与医养结合");
    EXPECT_EQ(fold("協商議題、憲法、藝術、臺灣、裡面、龜"), "协商议题、宪法、艺术、台湾、里面、龟");
}

TEST(Folding, MakesFullWidthHalfWidthAndCapitalsSmall)
{
    EXPECT_EQ(fold("ＡＢＣ１２３（ＷＴＯ）"), "abc123(wto)");
    EXPECT_EQ(fold("ÀÉ Ω"), "àé ω");
    EXPECT_EQ(fold("⼯作"), "工作"); // a radical, as copies from PDF bring it
}

TEST(Folding, MakesBlanksOneAndEndsOfLinesOne)
{
    EXPECT_EQ(fold("a\tb\u3000c\u00A0d"), "a b c d");
    EXPECT_EQ(fold(std::string_view("a\0b", 3)), "a b");
    EXPECT_EQ(fold("a\r\nb\u2028c\fd"), "a\n\nb\nc\nd");
}

TEST(Folding, LeavesCharactersThatWouldBecomeSeveral)
{
    EXPECT_EQ(fold("㎡ ½"), "㎡ ½");
    EXPECT_EQ(fold("😀"), "😀");
}

TEST(Folding, GivesOneCharacterForOneAndFoldsOnlyOnce)
{
    EXPECT_TRUE(rc::check([](std::u32string text) {
        const auto once = folded(text);
        RC_ASSERT(once.size() == text.size());
        RC_ASSERT(folded(once) == once);
    }));
    for (char32_t c = 0; c < 0x40000; ++c) {
        ASSERT_EQ(folded(folded(c)), folded(c)) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(Folding, ReadsAnyBytes)
{
    EXPECT_EQ(decoded("养\xFF老"), U"养\uFFFD老");
    EXPECT_TRUE(rc::check([](const std::string& bytes) {
        const auto text = decoded(bytes);
        RC_ASSERT(decoded(encoded(text)) == text);
    }));
}

} // namespace
} // namespace xieshang::folding
