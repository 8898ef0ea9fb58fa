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

TEST(Folding, MakesVariantsOne)
{
    EXPECT_EQ(fold("衞 峯 羣 裏 着 為 説 鈎 線 綫 綉 污 汚 烟 菸"),
        "卫 峰 群 里 着 为 说 钩 线 线 绣 污 污 烟 烟");
    EXPECT_EQ(fold("台 臺 麪 麵 啓 啟 床 牀 秘 祕 粽 糭"), "台 台 面 面 启 启 床 床 秘 秘 粽 粽");
    EXPECT_EQ(fold("嘆歎 蹟跡 眾衆 脣唇 閒間 敎教 眞真 內内 戶户"),
        "叹叹 迹迹 众众 唇唇 闲间 教教 真真 内内 户户");
    EXPECT_EQ(fold("強强 產産 綠緑 黃黄 稅税 銳鋭 毀譭 讚贊 鬥闘"),
        "强强 产产 绿绿 黄黄 税税 锐锐 毁毁 赞赞 斗斗");
}

TEST(Folding, LeavesCharactersThatSimplifiedChineseWritesThemselves)
{
    EXPECT_EQ(fold("芸豆 拖欠 瓦缶 甯"), "芸豆 拖欠 瓦缶 甯"); // not 藝, 缺, 罐 as in Japan
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
