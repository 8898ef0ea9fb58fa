// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/chinese_number.h"

#include <gtest/gtest.h>

namespace xieshang::base {
namespace {

TEST(ChineseNumber, IsWrittenAsItIsSaid)
{
    EXPECT_EQ(chinese_number(6), "六");
    EXPECT_EQ(chinese_number(10), "十");
    EXPECT_EQ(chinese_number(15), "十五");
    EXPECT_EQ(chinese_number(20), "二十");
    EXPECT_EQ(chinese_number(21), "二十一");
    EXPECT_EQ(chinese_number(105), "一百零五");
    EXPECT_EQ(legal_number(21), "贰拾壹");
}

TEST(ChineseNumber, IsReadAsItIsWritten)
{
    for (int value = 1; value < 100; ++value) {
        EXPECT_EQ(chinese_number_in(chinese_number(value)), value);
    }
    EXPECT_EQ(chinese_number_in("一十五"), 15);
    for (const auto* text : {"", "零", "七八", "十十", "七届", "7"}) {
        EXPECT_EQ(chinese_number_in(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace xieshang::base
