// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/numbering.h"

#include "features/plan/lines.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

// "type value length" of the marker that a line begins with; "?" behind it when it is weak; "-"
// when there is none.
std::string marker_of(std::u32string text)
{
    const auto line = make_line(1, std::move(text));
    const auto marker =
        marker_at(line.folded, 0, [&](std::size_t i) { return line.gap(i) != Gap::none; });
    if (!marker) {
        return "-";
    }
    constexpr const char* names[] = {"chapter", "roman", "han_comma", "han_paren", "bare",
        "arabic_dot", "named", "ordinal", "dotted", "arabic_paren", "circled", "bullet", "row"};
    return std::string(names[static_cast<int>(marker->type)]) + " " + std::to_string(marker->value)
        + " " + std::to_string(marker->length) + (marker->is_weak ? "?" : "");
}

TEST(Numbering, KnowsTheUsualForms)
{
    EXPECT_EQ(marker_of(U"一、指导思想"), "han_comma 1 2");
    EXPECT_EQ(marker_of(U"十二、工作要求"), "han_comma 12 3");
    EXPECT_EQ(marker_of(U"（一）常委会"), "han_paren 1 3");
    EXPECT_EQ(marker_of(U"(十一)常委会"), "han_paren 11 4");
    EXPECT_EQ(marker_of(U"㈢议题"), "han_paren 3 1");
    EXPECT_EQ(marker_of(U"1. 盘活"), "arabic_dot 1 2");
    EXPECT_EQ(marker_of(U"１．盘活"), "arabic_dot 1 2");
    EXPECT_EQ(marker_of(U"1、盘活"), "arabic_dot 1 2");
    EXPECT_EQ(marker_of(U"⒊盘活"), "arabic_dot 3 1");
    EXPECT_EQ(marker_of(U"（1）盘活"), "arabic_paren 1 3");
    EXPECT_EQ(marker_of(U"2）盘活"), "arabic_paren 2 2");
    EXPECT_EQ(marker_of(U"②盘活"), "circled 2 1");
    EXPECT_EQ(marker_of(U"第二部分 议题"), "chapter 2 4");
    EXPECT_EQ(marker_of(U"议题三：盘活"), "named 3 4");
    EXPECT_EQ(marker_of(U"1.2 盘活"), "dotted 2 3");
}

TEST(Numbering, SeesThroughBlanks)
{
    EXPECT_EQ(marker_of(U"　　一 、指导思想"), "han_comma 1 2");
    EXPECT_EQ(marker_of(U"（ 一 ） 常委会"), "han_paren 1 3");
    EXPECT_EQ(marker_of(U"3. 5G网络"), "arabic_dot 3 2");
    EXPECT_EQ(marker_of(U"3. 11月：燃气安全"), "arabic_dot 3 2");
}

TEST(Numbering, TakesNoQuantityForANumber)
{
    EXPECT_EQ(marker_of(U"1.5万亩农田"), "arabic_dot 1 2?");
    EXPECT_EQ(marker_of(U"3、4号线建设"), "-");
    EXPECT_EQ(marker_of(U"一、二、三产业融合"), "-");
    EXPECT_EQ(marker_of(U"2022年协商计划"), "-");
    EXPECT_EQ(marker_of(U"12月召开"), "-");
    EXPECT_EQ(marker_of(U"一是坚持"), "-");
    EXPECT_EQ(marker_of(U"第三产业发展"), "-");
    EXPECT_EQ(marker_of(U"三、一季度工作"), "han_comma 3 2");
    EXPECT_EQ(marker_of(U"一、二十大精神学习"), "han_comma 1 2");
}

TEST(Numbering, DoubtsWhatMayBeText)
{
    EXPECT_EQ(marker_of(U"1 盘活"), "arabic_dot 1 1?");
    EXPECT_EQ(marker_of(U"1：盘活"), "arabic_dot 1 2?");
    EXPECT_EQ(marker_of(U"第一，盘活"), "ordinal 1 3?");
    EXPECT_EQ(marker_of(U"• 盘活"), "bullet 0 1?");
    EXPECT_EQ(marker_of(U"——盘活"), "-");
}

TEST(Numbering, CountsInBothScripts)
{
    const auto value = [](std::u32string_view text) { return number_at(text, 0).value; };
    EXPECT_EQ(value(U"十"), 10);
    EXPECT_EQ(value(U"二十三"), 23);
    EXPECT_EQ(value(U"一百零二"), 102);
    EXPECT_EQ(value(U"一〇二"), 1);
    EXPECT_EQ(value(U"47"), 47);
    EXPECT_EQ(number_at(U"20221", 0).length, 0U);
}

} // namespace
} // namespace xieshang::plan
