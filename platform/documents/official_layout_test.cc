// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_layout.h"

#include "platform/documents/official_sample_test.h"

#include <gmock/gmock.h>

#include <cmath>

namespace xieshang::documents {
namespace {

using testing::Contains;
using testing::DoubleNear;
using testing::HasSubstr;

constexpr double bottom = format::top + format::area_height;
constexpr double right = format::left + format::area_width;

OfficialLayout laid(const OfficialDocument& document)
{
    HalfWide measure;
    auto layout = lay_out(document, measure);
    EXPECT_TRUE(layout) << layout.error().code;
    return layout ? *layout : OfficialLayout{};
}

std::string refusal_of(const OfficialDocument& document, const GoesOn& goes_on = {})
{
    HalfWide measure;
    const auto layout = lay_out(document, measure, goes_on);
    return layout ? "" : layout.error().code;
}

// The line that says just this.
PlacedLine line_of(const OfficialPage& page, const std::string& words)
{
    const auto line = std::find_if(page.lines.begin(), page.lines.end(),
        [&](const PlacedLine& one) { return words_of(one) == words; });
    return line == page.lines.end() ? PlacedLine{{{}}} : *line;
}

double right_of(const PlacedRun& run) { return run.x_mm + run.width_mm; }

// §5.2.3
TEST(OfficialLayout, HoldsTwentyTwoLinesAPage)
{
    OfficialDocument document;
    document.body = {said(repeated("协", 28 * 50))};
    const auto layout = laid(document);
    ASSERT_EQ(layout.pages.size(), 3U);
    EXPECT_EQ(layout.pages[0].lines.size(), 22U);
    EXPECT_EQ(layout.pages[1].lines.size(), 22U);
    const auto& lines = layout.pages[1].lines;
    EXPECT_THAT(lines[21].runs[0].baseline_mm - lines[0].runs[0].baseline_mm,
        DoubleNear(21 * 225.0 / 22, 1e-6));
}

// §7.5: odd pages on the right, even ones on the left, one character from the side.
TEST(OfficialLayout, NumbersPagesOnTheirOuterSide)
{
    OfficialDocument document;
    document.body = {said(repeated("协", 28 * 30))};
    const auto layout = laid(document);
    const auto& odd = layout.pages.at(0).number;
    const auto& even = layout.pages.at(1).number;
    EXPECT_EQ(words_of(odd), "—1—");
    EXPECT_THAT(right_of(odd.runs.back()), DoubleNear(right - format::character_pitch, 0.01));
    EXPECT_THAT(even.runs.front().x_mm, DoubleNear(format::left + format::character_pitch, 0.01));
    EXPECT_EQ(odd.runs.front().face, Face::songti);
}

// §7.2.7, §7.3.1
TEST(OfficialLayout, PutsRuleAndTitleBelowTheNumber)
{
    const auto page = laid(notice(OfficialKind::document)).pages.at(0);
    const auto number = run_with(page, "崇政协");
    const auto& rule = page.rules.at(0);
    const auto under = number.baseline_mm + 0.12 * 16 * 25.4 / 72;
    EXPECT_THAT(rule.y_mm - under, DoubleNear(4, 0.01));
    EXPECT_EQ(rule.x_mm, format::left);
    EXPECT_EQ(rule.width_mm, format::area_width);
    EXPECT_EQ(rule.ink, Ink::red);
    const auto title = run_with(page, "关于印发");
    const auto line_top = title.baseline_mm - format::line_pitch / 2 - 0.38 * 22 * 25.4 / 72;
    EXPECT_THAT(line_top - rule.y_mm - rule.height_mm, DoubleNear(2 * 225.0 / 22, 0.01));
}

TEST(OfficialLayout, ShrinksAMarkToTheArea)
{
    auto document = notice(OfficialKind::document);
    for (const auto* mark : {"政协", "中国人民政治协商会议江苏省南通市崇川区委员会文件"}) {
        document.head.mark = mark;
        const auto run = run_with(laid(document).pages.at(0), mark);
        EXPECT_LE(run.width_mm, format::area_width + 0.01);
        EXPECT_THAT(run.x_mm + run.width_mm / 2, DoubleNear(format::left + 78, 0.01));
        EXPECT_EQ(run.ink, Ink::red);
    }
    document.head.mark = repeated("崇川区", 12);
    EXPECT_THAT(words_of(laid(document)), HasSubstr(document.head.mark)); // on two lines
}

// §7.2.6
TEST(OfficialLayout, PutsTheNumberBesideTheLastSigner)
{
    auto document = notice(OfficialKind::document);
    document.head.signers = {"王小明", "李大海", "张三丰"};
    const auto page = laid(document).pages.at(0);
    const auto last = run_with(page, "张三丰");
    EXPECT_THAT(run_with(page, "崇政协").baseline_mm, DoubleNear(last.baseline_mm, 0.01));
    EXPECT_EQ(last.face, Face::kaiti);
    EXPECT_EQ(last.x_mm, run_with(page, "王小明").x_mm);
    EXPECT_THAT(
        right_of(run_with(page, "李大海")), DoubleNear(right - format::character_pitch, 0.01));
}

// §7.3.5.1 with a seal: the date four characters from the right, the body in the middle above it.
TEST(OfficialLayout, PutsTheBodyAboveTheDateUnderASeal)
{
    const auto layout = laid(notice(OfficialKind::document));
    const auto& page = layout.pages.back();
    const auto body = run_with(page, "政协南通市崇川区委员会");
    const auto date = line_of(page, "2022年3月5日").runs;
    EXPECT_THAT(right_of(date.back()), DoubleNear(right - 4 * format::character_pitch, 0.01));
    EXPECT_THAT(body.x_mm + body.width_mm / 2,
        DoubleNear((date.front().x_mm + right_of(date.back())) / 2, 0.01));
}

// §7.3.5.2 without: the body two from the right, the date two behind the body's first; or the date
// two from the right, when it is longer.
TEST(OfficialLayout, PutsTheDateTwoCharactersBehindTheBody)
{
    auto document = notice(OfficialKind::document);
    document.signature.sealed = false;
    const auto page = laid(document).pages.back();
    const auto body = run_with(page, "政协南通市崇川区委员会");
    EXPECT_THAT(right_of(body), DoubleNear(right - 2 * format::character_pitch, 0.01));
    EXPECT_THAT(line_of(page, "2022年3月5日").runs.front().x_mm - body.x_mm,
        DoubleNear(2 * format::character_pitch, 0.01));
    document.signature.bodies = {"区政协"};
    const auto shorter = laid(document).pages.back();
    EXPECT_THAT(right_of(line_of(shorter, "2022年3月5日").runs.back()),
        DoubleNear(right - 2 * format::character_pitch, 0.01));
}

TEST(OfficialLayout, LeavesNoSignatureAlone)
{
    auto document = notice(OfficialKind::document);
    document.imprint = {};
    document.note = {};
    for (std::size_t lines = 30; lines < 55; ++lines) {
        document.body = {said(repeated("协", 28 * lines))};
        const auto layout = laid(document);
        EXPECT_THAT(words_of(layout.pages.back()), Contains(HasSubstr("协协"))) << lines;
    }
}

// §7.4: the last rule on the lower edge of the last page's area; 0.35 mm outside, 0.25 within.
TEST(OfficialLayout, PutsTheImprintAtTheFootOfTheLastPage)
{
    auto document = notice(OfficialKind::document);
    const auto page = laid(document).pages.back();
    ASSERT_EQ(page.rules.size(), 3U);
    const auto& last = page.rules.back();
    EXPECT_THAT(last.y_mm + last.height_mm / 2, DoubleNear(bottom, 0.01));
    EXPECT_EQ(last.height_mm, 0.35);
    EXPECT_EQ(std::count_if(page.rules.begin(), page.rules.end(),
                  [](const PlacedRule& rule) { return rule.height_mm == 0.25; }),
        1);
    EXPECT_EQ(run_with(page, "抄送").size_pt, 14);
    EXPECT_THAT(words_of(page), Contains(HasSubstr("区人大常委会。")));
    EXPECT_THAT(words_of(page), Contains(HasSubstr("6日印发")));
}

TEST(OfficialLayout, NumbersNoPageThatHasOnlyTheImprint)
{
    OfficialDocument document{.kind = OfficialKind::document};
    std::size_t alone = 0;
    for (std::size_t lines = 10; lines < 40; ++lines) {
        document.body = {said(repeated("协", 28 * lines))};
        document.imprint = {"区委", "办公室", "2022年3月6日"};
        const auto layout = laid(document);
        const auto& last = layout.pages.back();
        const bool only = words_of(last).front().starts_with("抄送");
        alone += only ? 1 : 0;
        EXPECT_EQ(last.number.runs.empty(), only) << lines;
    }
    EXPECT_GT(alone, 0U);
}

// §10.1
TEST(OfficialLayout, DrawsALetter)
{
    auto document = notice(OfficialKind::letter);
    document.body.push_back(said(repeated("协", 28 * 20)));
    const auto layout = laid(document);
    const auto& page = layout.pages.at(0);
    ASSERT_EQ(page.rules.size(), 4U);
    for (const auto& rule : page.rules) {
        EXPECT_EQ(rule.width_mm, 170);
        EXPECT_EQ(rule.x_mm, 20);
    }
    EXPECT_GT(page.rules[0].height_mm, page.rules[1].height_mm);
    EXPECT_LT(page.rules[2].height_mm, page.rules[3].height_mm);
    EXPECT_THAT(page.rules[3].y_mm + page.rules[3].height_mm, DoubleNear(297 - 20, 0.01));
    EXPECT_TRUE(page.number.runs.empty());
    EXPECT_FALSE(layout.pages.at(1).number.runs.empty());
    EXPECT_THAT(right_of(run_with(page, "号")), DoubleNear(right, 0.01));
    EXPECT_TRUE(layout.pages.back().rules.empty()); // its imprint has none
}

// §10.3: who was there, the label in 黑体, further names behind the colon; no signature.
TEST(OfficialLayout, DrawsMinutes)
{
    auto document = notice(OfficialKind::minutes);
    document.presence = {{"出席", repeated("王小明、", 12)}};
    const auto layout = laid(document);
    const auto& page = layout.pages.back();
    const auto label = run_with(page, "出席：");
    EXPECT_EQ(label.face, Face::heiti);
    EXPECT_THAT(label.x_mm, DoubleNear(format::left + 2 * format::character_pitch, 0.01));
    EXPECT_EQ(words_of(layout).find("3月5日"), std::string::npos);
    for (const auto& line : page.lines) {
        if (line.runs.front().text.starts_with("王小明")) {
            EXPECT_THAT(line.runs.front().x_mm, DoubleNear(right_of(label), 0.01));
        }
    }
}

// §7.3.7: each on a new page, its mark in the first line, its title in the third.
TEST(OfficialLayout, BeginsEachAnnexOnAPage)
{
    auto document = notice(OfficialKind::document);
    document.annexes = {{"第一份", {said("甲")}}, {"第二份", {said("乙")}}};
    const auto layout = laid(document);
    const auto& page = layout.pages.at(layout.pages.size() - 2);
    EXPECT_EQ(words_of(page).at(0), "附件1");
    EXPECT_EQ(page.lines[0].runs[0].face, Face::heiti);
    const auto place_of = [](const PlacedRun& run, double size) {
        const auto middle = run.baseline_mm - 0.38 * size * 25.4 / 72;
        return std::floor((middle - format::top) / format::line_pitch) + 1;
    };
    EXPECT_EQ(place_of(page.lines[0].runs[0], 16), 1);
    EXPECT_EQ(place_of(run_with(page, "第一份"), 22), 3);
    EXPECT_EQ(words_of(layout.pages.back()).at(0), "附件2");
    EXPECT_THAT(words_of(layout), HasSubstr("附件：1.第一份2.第二份"));
}

TEST(OfficialLayout, GivesAnEmptyDocumentAPage)
{
    const auto layout = laid({});
    ASSERT_EQ(layout.pages.size(), 1U);
    EXPECT_TRUE(layout.pages[0].lines.empty());
}

TEST(OfficialLayout, StopsWhenAsked)
{
    OfficialDocument document;
    document.body = {said(repeated("协", 28 * 22 * 10))};
    std::size_t most = 0;
    const auto goes_on = [&](std::size_t pages) {
        most = std::max(most, pages);
        return pages < 3;
    };
    EXPECT_EQ(refusal_of(document, goes_on), "documents.official_stopped");
    EXPECT_EQ(most, 3U);
}

TEST(OfficialLayout, RefusesMoreThanItsMostPages)
{
    OfficialDocument document;
    document.body = Blocks(22 * most_official_pages, said("协"));
    EXPECT_EQ(refusal_of(document), "");
    document.body.push_back(said("协"));
    EXPECT_EQ(refusal_of(document), "documents.official_too_long");
}

} // namespace
} // namespace xieshang::documents
