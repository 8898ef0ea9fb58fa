// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/number_format.h"

#include <gtest/gtest.h>

namespace xieshang::documents {
namespace {

TEST(NumberFormat, ShowsNumbersAndDates)
{
    const auto as = [](double value, std::string_view code) {
        return shown(value, code, DateSystem::from_1900);
    };
    EXPECT_EQ(as(1, "yyyy-mm-dd"), "1900-01-01");
    EXPECT_EQ(as(61, "yyyy-mm-dd"), "1900-03-01");
    EXPECT_EQ(as(46154.5, "m\"月\"d\"日\" h:mm"), "5月12日 12:00");
    EXPECT_EQ(as(46154.75, "上午/下午h\"时\"mm\"分\""), "下午6时00分");
    EXPECT_EQ(as(46154, "mmm-yy"), "May-26");
    EXPECT_EQ(as(46154, "yyyy.m.d aaaa"), "2026.5.12 星期二");
    EXPECT_EQ(as(1234567.891, "#,##0.00"), "1,234,567.89");
    EXPECT_EQ(as(0.125, "0.0%"), "12.5%");
    EXPECT_EQ(as(7, "000"), "007");
    EXPECT_EQ(as(-5, "0;\"负\"0"), "负5");
    EXPECT_EQ(as(5, "General\"月\""), "5月");
    EXPECT_EQ(as(13912345678.0, "General"), "13912345678");
    EXPECT_EQ(as(1e300, "yyyy"), "1e+300");
    EXPECT_EQ(as(0.5, "# ?/?"), "0.5");
    EXPECT_EQ(as(2958465, "yyyy-m-d"), "9999-12-31");
}

TEST(NumberFormat, IsThatOfChineseOffices)
{
    const auto as = [](double value, std::string_view code) {
        return shown(value, code, DateSystem::from_1900);
    };
    EXPECT_EQ(as(45992, "e\"年\"m\"月\""), "2025年12月");
    EXPECT_EQ(as(45992, "[$-804]yyyy\"年\"m\"月\"d\"日\";@"), "2025年12月1日");
    EXPECT_EQ(as(45992, "[$-804]aaaa;@"), "星期一");
    EXPECT_EQ(as(45992, "[$-804]ddd"), "周一");
    EXPECT_EQ(as(45992, "dddd"), "Monday");
    EXPECT_EQ(as(45992, "[$-804]mmmm"), "十二月");
    EXPECT_EQ(as(45992, "mmmmm"), "D");
    EXPECT_EQ(as(45992, "m/d;@"), "12/1");
    EXPECT_EQ(as(45992, "bbbb"), "2568");
    EXPECT_EQ(as(1.0625, "[h]:mm"), "25:30");
    EXPECT_EQ(as(1.0625, "[mm]:ss"), "1530:00");
    EXPECT_EQ(as(1.0625, "h:mm"), "1:30");
    EXPECT_EQ(as(1234567890, "#,##0.00,,"), "1,234.57");
    EXPECT_EQ(as(12345678, "0.0,\"千\""), "12345.7千");
    EXPECT_EQ(as(12345678, "#,##0,"), "12,346");
    EXPECT_EQ(as(12, "[<10]0\"月\";0\"月份\""), "12月份");
    EXPECT_EQ(as(3, "[<10]0\"月\";0\"月份\""), "3月");
    EXPECT_EQ(as(12345, "0.00E+00"), "12345");
    EXPECT_EQ(as(-5, "0;@"), "-5");
    EXPECT_EQ(as(5, "GENERAL\"月\""), "5月");
}

TEST(NumberFormat, KnowsADateWhateverItShowsOfIt)
{
    using namespace std::chrono;
    const auto date = [](double value, std::string_view code) {
        return date_in(value, code, DateSystem::from_1900);
    };
    const auto first = year(2025) / December / 1;
    for (const std::string_view code : {"m/d", "m/d;@", "d-mmm", "mmm-yy", "yyyy/m/d h:mm",
             "m-d-yy", "dd", "[$-804]aaaa", "yyyy-mm-dd", "e\"年\"m\"月\""}) {
        EXPECT_EQ(date(45992, code), first) << code;
    }
    EXPECT_EQ(date(45992.99, "m/d"), first);
    EXPECT_EQ(date(44530, "m/d"), year(2021) / November / 30);
    for (const std::string_view code : {"0", "General", "h:mm", "[h]:mm", "mm:ss", "yyyy\"年\"", "",
             "0\"月\"", "上午/下午h\"时\"mm\"分\""}) {
        EXPECT_FALSE(date(45992, code)) << code;
    }
    EXPECT_FALSE(date(0.5, "m/d h:mm"));
    EXPECT_FALSE(date(-1, "m/d"));
    EXPECT_FALSE(date(1e300, "m/d"));
    EXPECT_EQ(date_in(44530, "m/d", DateSystem::from_1904), first);
    for (const auto system : {DateSystem::from_1900, DateSystem::from_1904}) {
        EXPECT_EQ(date_in(number_of(first, system), "m/d", system), first);
    }
}

} // namespace
} // namespace xieshang::documents
