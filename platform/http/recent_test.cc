// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/http/recent.h"

#include <gtest/gtest.h>

namespace xieshang::http {

TEST(Recent, GivesOnlyWhatWasMadeOfTheSame)
{
    Recent<int> recent(2);
    EXPECT_FALSE(recent.find("a", "1"));
    recent.keep("a", "1", std::make_shared<const int>(7));
    EXPECT_EQ(*recent.find("a", "1"), 7);
    EXPECT_FALSE(recent.find("a", "2"));
    EXPECT_FALSE(recent.find("b", "1"));
    recent.keep("a", "2", std::make_shared<const int>(8));
    EXPECT_FALSE(recent.find("a", "1"));
    EXPECT_EQ(*recent.find("a", "2"), 8);
    recent.forget("a");
    EXPECT_FALSE(recent.find("a", "2"));
}

TEST(Recent, LetsGoWhatNobodyAskedForLongest)
{
    Recent<int> recent(2);
    recent.keep("a", "1", std::make_shared<const int>(1));
    recent.keep("b", "1", std::make_shared<const int>(2));
    EXPECT_TRUE(recent.find("a", "1"));
    recent.keep("c", "1", std::make_shared<const int>(3));
    EXPECT_FALSE(recent.find("b", "1"));
    EXPECT_TRUE(recent.find("a", "1"));
    EXPECT_TRUE(recent.find("c", "1"));
}

} // namespace xieshang::http
