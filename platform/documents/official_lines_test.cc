// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_lines.h"

#include "platform/documents/line_breaks.h"
#include "platform/documents/official_sample_test.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::documents::press {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

const LineShape whole{.width_mm = format::area_width, .placing = Placing::flush};

std::vector<BrokenLine> broken(const std::string& text, const LineShape& shape = whole)
{
    HalfWide measure;
    return broken_lines({{text, Face::fangsong, format::size_body}}, shape, measure);
}

std::vector<std::string> texts(const std::vector<BrokenLine>& lines)
{
    std::vector<std::string> texts;
    for (const auto& line : lines) {
        texts.push_back(words_of(PlacedLine{line.runs}));
    }
    return texts;
}

std::size_t count(std::string_view text)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        next_character(text, at);
    }
    return characters;
}

std::string first_of(std::string_view text)
{
    std::size_t at = 0;
    return std::string(next_character(text, at));
}

std::string last_of(std::string_view text)
{
    std::string last;
    for (std::size_t at = 0; at < text.size();) {
        last = next_character(text, at);
    }
    return last;
}

// §5.2.3: 28 characters fill a line.
TEST(OfficialLines, HoldTwentyEightCharacters)
{
    const auto lines = broken(repeated("协", 57));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(count(lines[0].runs[0].text), 28U);
    EXPECT_EQ(count(lines[2].runs[0].text), 1U);
    EXPECT_THAT(lines[0].runs[0].pitch_mm, DoubleNear(156.0 / 28, 1e-9));
    EXPECT_THAT(lines[0].runs[0].width_mm, DoubleNear(156, 1e-6));
}

TEST(OfficialLines, LetOneMarkHangAndNoTwo)
{
    EXPECT_THAT(
        texts(broken(repeated("协", 28) + "，商")), ElementsAre(repeated("协", 28) + "，", "商"));
    const auto two = broken(repeated("协", 28) + "。”商");
    EXPECT_THAT(texts(two), ElementsAre(repeated("协", 27), "协。”商"));
    EXPECT_THAT(two[0].width_mm, DoubleNear(156, 0.01)); // 27 characters, spread
}

TEST(OfficialLines, EndWithNoOpeningMark)
{
    EXPECT_THAT(
        texts(broken(repeated("协", 27) + "《商》")), ElementsAre(repeated("协", 27), "《商》"));
}

TEST(OfficialLines, KeepDashesAndWordsWhole)
{
    EXPECT_THAT(
        texts(broken(repeated("协", 27) + "——商")), ElementsAre(repeated("协", 27), "——商"));
    EXPECT_THAT(texts(broken(repeated("协", 25) + "2022年")),
        ElementsAre(repeated("协", 25) + "2022", "年"));
    EXPECT_THAT(
        texts(broken(repeated("协", 27) + "2022年")), ElementsAre(repeated("协", 27), "2022年"));
}

TEST(OfficialLines, BreakAWordThatIsLongerThanALine)
{
    const auto lines = texts(broken(repeated("x", 130)));
    EXPECT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0] + lines[1] + lines[2], repeated("x", 130));
}

TEST(OfficialLines, GiveChineseQuotesTheChineseFaceAndDigitsTheLatinOne)
{
    const auto line = broken("“十四五”2022年").front();
    ASSERT_EQ(line.runs.size(), 3U);
    EXPECT_EQ(line.runs[0].text, "“十四五”");
    EXPECT_EQ(line.runs[0].face, Face::fangsong);
    EXPECT_EQ(line.runs[1].text, "2022");
    EXPECT_EQ(line.runs[1].face, Face::latin);
    EXPECT_EQ(line.runs[1].pitch_mm, 0);
}

TEST(OfficialLines, KeepSelectorsAndRightToLeftWordsTogether)
{
    EXPECT_EQ(broken("葛\U000E0100城").front().runs.front().width_mm, 2 * format::character_pitch);
    const auto line = broken("名称 שלום עולם 完").front();
    const auto whole_words = std::find_if(line.runs.begin(), line.runs.end(),
        [](const PlacedRun& run) { return run.text.find("שלום עולם") != run.text.npos; });
    EXPECT_NE(whole_words, line.runs.end());
}

TEST(OfficialLines, DropWhatCannotBeSeen)
{
    EXPECT_EQ(plain(" a\tb\x01"
                    "c\u202Ed\n"),
        "a b cd");
    EXPECT_EQ(plain("\xFF好"), "\uFFFD好");
}

// 避头尾, for any order of characters; nothing is lost.
TEST(OfficialLines, NeverBreakTheRulesOfMarks)
{
    static const std::vector<std::string> some{
        "协", "商", "民", "主", "，", "。", "“", "”", "（", "）", "《", "》", "2022", "GDP", "、"};
    EXPECT_TRUE(rc::check([] {
        const auto picks = *rc::gen::container<std::vector<std::size_t>>(
            rc::gen::inRange<std::size_t>(0, some.size()));
        std::string text = "协"; // what a paragraph begins with is not the layout's to move
        for (const auto pick : picks) {
            text += some[pick] + "和"; // so that a line can always be broken by the rules
        }
        std::string all;
        const auto lines = texts(broken(text));
        for (const auto& line : lines) {
            all += line;
            RC_ASSERT(line.empty() || !closes(first_of(line)));
            RC_ASSERT(line.empty() || !opens(last_of(line)));
        }
        RC_ASSERT(all == text);
    }));
}

} // namespace
} // namespace xieshang::documents::press
