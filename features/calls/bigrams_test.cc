// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/bigrams.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xieshang::calls {
namespace {

double likeness(std::u32string_view one, std::u32string_view other)
{
    return Bigrams(one).likeness(Bigrams(other));
}

TEST(Bigrams, FindTheSameTextWhollyAlikeAndAnotherNotAtAll)
{
    EXPECT_DOUBLE_EQ(likeness(U"老旧小区加装电梯", U"老旧小区加装电梯"), 1);
    EXPECT_DOUBLE_EQ(likeness(U"老旧小区加装电梯", U"河道治理"), 0);
    EXPECT_DOUBLE_EQ(likeness(U"", U""), 0);
    EXPECT_DOUBLE_EQ(likeness(U"梯", U"梯"), 0);
}

TEST(Bigrams, FindMoreInCommonMoreAlike)
{
    const auto* text = U"推进老旧小区加装电梯";
    EXPECT_GT(likeness(text, U"老旧小区加装电梯难"), likeness(text, U"老旧小区停车"));
    EXPECT_GT(likeness(text, U"老旧小区停车"), likeness(text, U"小学停车"));
}

TEST(Bigrams, CountEachPairAsOftenAsItStands)
{
    EXPECT_DOUBLE_EQ(likeness(U"aaa", U"aa"), 1);                     // 2 and 1 of one pair
    EXPECT_NEAR(likeness(U"abab", U"ab"), 2 / std::sqrt(5.0), 1e-12); // ab 2, ba 1
}

TEST(Bigrams, MakeNoPairAcrossASign)
{
    EXPECT_DOUBLE_EQ(likeness(U"老旧，小区", U"旧小"), 0);
    EXPECT_DOUBLE_EQ(likeness(U"老旧、小区", U"老旧。小区"), 1);
}

} // namespace
} // namespace xieshang::calls
