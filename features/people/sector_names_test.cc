// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/sector_names.h"

#include <gtest/gtest.h>

#include <set>

namespace xieshang::people {
namespace {

TEST(SectorNames, KnowTheNationalOnesByTheirShortNames)
{
    EXPECT_EQ(national_sector("中国共产党"), national_sector("中共界"));
    EXPECT_EQ(national_sector("文艺界"), national_sector("文化艺术界别"));
    EXPECT_EQ(national_sector("特邀"), national_sector("特别邀请人士"));
    EXPECT_NE(national_sector("科协"), national_sector("科技界"));
    EXPECT_FALSE(national_sector("渔业"));
    EXPECT_FALSE(national_sector(""));
}

TEST(SectorNames, AreProposedWhereWordsAreLikeOne)
{
    for (const auto* words : {"经济", "经济界", "商贸界", "民建、民进、九三学社", "新联会人士"}) {
        EXPECT_TRUE(is_like_a_sector(words)) << words;
    }
    for (const auto* words : {"渔业", "民建、渔业", "、", "第一小组", "男", ""}) {
        EXPECT_FALSE(is_like_a_sector(words)) << words;
    }
}

} // namespace
} // namespace xieshang::people
