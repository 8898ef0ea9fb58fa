// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/result.h"

#include <gtest/gtest.h>

// Whoever nests them is not told that one name hides another: else this does not compile.
#pragma GCC diagnostic error "-Wshadow"

namespace xieshang::base {
namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) {
        return refuse("odd");
    }
    return number / 2;
}

Result<int> eighth(int number)
{
    CHECK([&]() -> Result<void> {
        const auto quarter = TRY(half(TRY(half(number))));
        CHECK(half(quarter));
        return {};
    }());
    return TRY(half(TRY(half(TRY(half(number))))));
}

TEST(Result, IsTakenApartWithinTheArgumentOfAnother)
{
    EXPECT_EQ(eighth(24).value(), 3);
    EXPECT_EQ(eighth(12).error().code, "odd");
    EXPECT_EQ(eighth(2).error().code, "odd");
}

} // namespace
} // namespace xieshang::base
