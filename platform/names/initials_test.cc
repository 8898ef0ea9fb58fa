// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/names/initials.h"

#include <gtest/gtest.h>

namespace xieshang::names {
namespace {

TEST(Initials, AreTheFirstLettersOfWhatIsRead)
{
    EXPECT_EQ(initials("经济界"), "jjj");
    EXPECT_EQ(initials("九三学社"), "jsxs");
    EXPECT_EQ(initials("經濟界"), "jjj");
    EXPECT_EQ(initials("单位"), "dw") << "no surname";
    EXPECT_EQ(initials("12345 热线 A"), "12345rxa");
    EXPECT_EQ(initials("民建、民进"), "mjmj");
    EXPECT_EQ(initials("（·）"), "");
    EXPECT_EQ(initials(""), "");
}

} // namespace
} // namespace xieshang::names
