// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/time_words.h"

#include "features/plan/script.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

TEST(TimeWords, AreWhatDocumentsSay)
{
    for (const auto* words : {U"5月", U"5月份", U"９月中旬", U"十月底前", U"12月20日", U"2023年3月",
             U"今年5月", U"5-6月", U"5月至6月", U"5、6月", U"第一季度", U"一季度", U"前三季度",
             U"第三、四季度", U"上半年", U"下半年", U"年底前", U"适时", U"2022年底", U"4月中旬前后",
             U"6月前完成", U"5月、9月", U"全会期间"}) {
        EXPECT_TRUE(is_time_phrase(fold(words))) << to_utf8(words);
    }
}

TEST(TimeWords, AreNotEverythingWithANumber)
{
    for (const auto* words : {U"2022年", U"13月", U"五季度", U"月度", U"上半年经济形势",
             U"5月召开会议", U"十四五", U""}) {
        EXPECT_FALSE(is_time_phrase(fold(words))) << to_utf8(words);
    }
}

TEST(TimeWords, NameAMonthOnlyWhenTheyNameOne)
{
    EXPECT_EQ(month_of(U"5月"), 5);
    EXPECT_EQ(month_of(U"9月中旬"), 9);
    EXPECT_EQ(month_of(U"十二月底前"), 12);
    EXPECT_EQ(month_of(U"2023年3月20日"), 3);
    EXPECT_EQ(month_of(U"拟于10月召开"), 10);
    EXPECT_EQ(month_of(U"5-6月"), std::nullopt);
    EXPECT_EQ(month_of(U"5月、9月"), std::nullopt);
    EXPECT_EQ(month_of(U"第一季度"), std::nullopt);
    EXPECT_EQ(month_of(U"上半年"), std::nullopt);
    EXPECT_EQ(month_of(U"适时"), std::nullopt);
}

TEST(TimeWords, ReadYearsInBothScripts)
{
    EXPECT_EQ(year_at(U"2022年度", 0).year, 2022);
    EXPECT_EQ(year_at(U"2022年度", 0).length, 6U);
    EXPECT_EQ(year_at(U"二〇二二年", 0).year, 2022);
    EXPECT_EQ(year_at(fold(U"二○二二年"), 0).year, 2022);
    EXPECT_EQ(year_at(U"二零二五年", 0).year, 2025);
    EXPECT_EQ(year_at(U"2022", 0).length, 0U);
    EXPECT_EQ(year_at(U"1022年", 0).length, 0U);
}

} // namespace
} // namespace xieshang::plan
