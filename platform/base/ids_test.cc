// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/ids.h"

#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>
#include <set>

namespace xieshang::base {

TEST(Ids, SortByTheTimeTheyWereMade)
{
    SeededRandom random(1);
    std::string before;
    for (int ms = 0; ms < 1000; ++ms) {
        const auto id = uuid_v7({1'647'216'000'000 + ms}, random);
        EXPECT_LT(before, id);
        before = id;
    }
}

TEST(Ids, AreWellFormedAndNeverTheSame)
{
    SeededRandom random(2);
    std::set<std::string> seen;
    for (int i = 0; i < 10'000; ++i) {
        const auto seven = uuid_v7({0x0123456789ab}, random);
        EXPECT_TRUE(is_uuid(seven)) << seven;
        EXPECT_EQ(seven.substr(0, 15), "01234567-89ab-7");
        EXPECT_TRUE(seen.insert(seven).second);
        EXPECT_EQ(uuid_v4(random)[14], '4');
    }
}

TEST(Ids, RefuseWhatIsNoId)
{
    EXPECT_FALSE(is_uuid(""));
    EXPECT_FALSE(is_uuid("0123456789ab"));
    EXPECT_FALSE(is_uuid("01234567-89AB-7000-8000-000000000000"));
    EXPECT_FALSE(is_uuid("01234567-89ab-7000-8000-00000000000'"));
    EXPECT_TRUE(is_uuid("01234567-89ab-7000-8000-000000000000"));
}

} // namespace xieshang::base
