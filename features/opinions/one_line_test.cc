// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/one_line.h"

#include <gtest/gtest.h>

namespace xieshang::opinions {
namespace {

TEST(OneLine, FlattensLineBreaksAndBlanks)
{
    EXPECT_EQ(one_line("\n 扩大\r\n\t共识　促进  交流 \n", 40), "扩大 共识 促进 交流");
    EXPECT_EQ(one_line("", 40), "");
}

TEST(OneLine, CutsByTheWidthOnATerminal)
{
    EXPECT_EQ(one_line("abcdefghij", 10), "abcdefghij");
    EXPECT_EQ(one_line("abcdefghijk", 10), "abcdefgh…"); // which has the width of two
    EXPECT_EQ(one_line("一二三四五", 10), "一二三四五");
    EXPECT_EQ(one_line("一二三四五六", 10), "一二三四…");
    EXPECT_EQ(one_line("abcdefghij k", 10), "abcdefgh…");
    EXPECT_EQ(one_line("abcdefghij   ", 10), "abcdefghij");
}

TEST(OneLine, LetsNoTextDriveTheTerminal)
{
    EXPECT_EQ(one_line("red\x1B[31m\x07!", 40), "red [31m !");
    EXPECT_EQ(one_line("a\u202Eb\u0085c", 40), "a b c");
    EXPECT_EQ(one_line("a\xFF\xC3", 40), "a\uFFFD\uFFFD");
}

TEST(OneLine, KnowsUtf8)
{
    EXPECT_TRUE(is_utf8("意见 €"));
    EXPECT_FALSE(is_utf8("\xD2\xE2\xBC\xFB")); // 意见 in GB18030
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));     // a surrogate
}

TEST(OneLine, EndsWhereMarksWithoutWidthDoNot)
{
    std::string text = "a";
    for (int i = 0; i < 10'000; ++i) {
        text += "\u0301";
    }
    EXPECT_LE(one_line(text, 20).size(), 200U);
}

} // namespace
} // namespace xieshang::opinions
