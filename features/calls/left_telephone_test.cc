// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/left_telephone.h"

#include <gtest/gtest.h>

namespace xieshang::calls {
namespace {

TEST(LeftTelephone, IsNothingOrDigitsAsPeopleWriteThem)
{
    for (const auto* number : {"", "13800138000", "+86 138-0013-8000", "0513-85216789", "12345",
             "01234567890123456789"}) {
        EXPECT_TRUE(acceptable_telephone(number)) << number;
    }
    for (const auto* word : {"abc", "1234", "- - + -", "012345678901234567890", "138a0013800",
             "x@example.test", "一三八"}) {
        const auto refused = acceptable_telephone(word);
        ASSERT_FALSE(refused) << word;
        EXPECT_EQ(refused.error().fields.at(0).pointer, "/contact");
        EXPECT_EQ(refused.error().fields.at(0).code, "suggestion.not_a_telephone");
    }
}

} // namespace
} // namespace xieshang::calls
