// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/title_lines.h"

#include "platform/documents/mark_size.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::documents {
namespace {

using testing::ElementsAre;

TEST(TitleLines, OfAShortTitleThereIsOne)
{
    EXPECT_THAT(title_lines("关于商请支持调研的函", 20), ElementsAre("关于商请支持调研的函"));
    EXPECT_THAT(title_lines("", 20), ElementsAre(""));
}

// §7.3.1: 词意完整，排列对称
TEST(TitleLines, BreakBetweenWordsAndBeforeWhatTheTitleIsAbout)
{
    EXPECT_THAT(title_lines("中国人民政治协商会议崇川区委员会关于印发年度协商计划的通知", 20),
        ElementsAre("中国人民政治协商会议崇川区委员会", "关于印发年度协商计划的通知"));
}

bool is_trapezoid_or_diamond(const std::vector<std::string>& lines)
{
    bool narrows = false;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const int step = half_widths(lines[i]) - half_widths(lines[i - 1]);
        if (step == 0 || (narrows && step > 0)) {
            return false;
        }
        narrows = narrows || step < 0;
    }
    return true;
}

TEST(TitleLines, StandAsATrapezoidOrADiamond)
{
    const std::string parts[] = {"关于", "推进", "城市", "更新", "工作", "情况", "的", "调研",
        "报告", "年度", "协商", "计划", "实施", "方案", "区委员会"};
    EXPECT_TRUE(rc::check([&](const std::vector<std::uint8_t>& picks) {
        std::string title;
        for (std::size_t i = 0; i < std::min<std::size_t>(picks.size(), 40); ++i) {
            title += parts[picks[i] % std::size(parts)];
        }
        const auto lines = title_lines(title, 20);
        RC_ASSERT(is_trapezoid_or_diamond(lines));
        for (const auto& line : lines) {
            RC_ASSERT(half_widths(line) <= 40);
        }
    }));
}

TEST(TitleLines, NeverBeginWithClosingMarksNorEndWithOpeningOnes)
{
    const std::vector<std::string> pieces{
        "协商", "《", "》", "“", "”", "，", "2022", " ", "年", "（", "）", "A", "、", "\u0301"};
    EXPECT_TRUE(rc::check([&](const std::vector<std::uint8_t>& picks) {
        std::string title;
        for (std::size_t i = 0; i < std::min<std::size_t>(picks.size(), 40); ++i) {
            title += pieces[picks[i] % pieces.size()] + "政";
        }
        std::string joined;
        const auto lines = title_lines(title, 9);
        for (const auto& line : lines) {
            RC_ASSERT(half_widths(line) <= 18);
            for (const auto* const closing : {"》", "”", "，", "）", "、", "\u0301", " "}) {
                RC_ASSERT(&line == &lines.front() || !line.starts_with(closing));
            }
            for (const auto* const opening : {"《", "“", "（"}) {
                RC_ASSERT(&line == &lines.back() || !line.ends_with(opening));
            }
            joined += line;
        }
        RC_ASSERT(joined == title);
    }));
}

TEST(TitleLines, BreakAnywhereWhereNothingElseIsLeft)
{
    const auto lines = title_lines(std::string(100, 'a'), 20);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0] + lines[1] + lines[2], std::string(100, 'a'));
}

// §7.2.4 with 156 mm, which are 442.2 points.
TEST(MarkSize, ShrinksUntilTheMarkFitsTheTypeArea)
{
    EXPECT_EQ(mark_size_pt("政协文件"), mark_largest_pt);
    EXPECT_EQ(mark_size_pt("中国人民政治协商会议崇川区委员会文件"), 24); // 18 characters
    EXPECT_EQ(mark_size_pt(std::string(200, 'A')), mark_smallest_pt);
}

} // namespace
} // namespace xieshang::documents
