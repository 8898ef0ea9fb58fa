// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/link_code.h"

#include <gtest/gtest.h>

#include <set>

namespace xieshang::members {

TEST(LinkCodes, CanBeTypedFromPaper)
{
    EXPECT_EQ(folded_link_code(" 7kq2m-OIL00 abcde"), "7KQ2M01100ABCDE");
    base::SystemRandom random;
    std::set<std::string> all;
    for (int i = 0; i < 100; ++i) {
        const auto code = new_link_code(random);
        EXPECT_EQ(code.size(), 29U);
        EXPECT_EQ(code.find_first_of("OILU"), std::string::npos) << code;
        EXPECT_EQ(folded_link_code(code).size(), 25U);
        all.insert(code);
    }
    EXPECT_EQ(all.size(), 100U);
}

} // namespace xieshang::members
