// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_pdf.h"

#include "platform/documents/official_sample_test.h"
#include "platform/documents/pdf_reading_test.h"

#include <gmock/gmock.h>

namespace xieshang::documents {
namespace {

using testing::DoubleNear;
using testing::EndsWith;
using testing::HasSubstr;

// domain.md §5 holds within a millimetre.
constexpr double within = 1;

ReadPdf read(const OfficialDocument& document)
{
    OfficialPress press;
    const auto layout = press.layout(document);
    const auto pdf = layout ? press.pdf(*layout) : tl::unexpected(layout.error());
    EXPECT_TRUE(pdf) << pdf.error().code;
    return ReadPdf(pdf ? *pdf : "");
}

std::vector<Inked::Row> wider_than(const std::vector<Inked::Row>& rows, double width)
{
    std::vector<Inked::Row> wide;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(wide),
        [&](const Inked::Row& row) { return row.inked > width; });
    return wide;
}

class OfficialNotice : public testing::Test {
protected:
    static const ReadPdf& pdf()
    {
        static const ReadPdf pdf = read(notice(OfficialKind::document));
        return pdf;
    }
    static const Inked& first()
    {
        static const Inked first = pdf().inked(1);
        return first;
    }
};

TEST_F(OfficialNotice, IsOnSheetsOfA4)
{
    EXPECT_EQ(pdf().pages(), 3);
    EXPECT_THAT(pdf().told("pdfinfo"), HasSubstr("595.276 x 841.89 pts (A4)"));
}

TEST_F(OfficialNotice, HasItsMarkAndRuleInRedWhereTheyBelong)
{
    const auto red = first().rows(true);
    ASSERT_FALSE(red.empty());
    EXPECT_THAT(red.front().y, DoubleNear(37 + 35, within));
    const auto rule = wider_than(red, 150);
    ASSERT_FALSE(rule.empty());
    EXPECT_THAT(rule.front().left, DoubleNear(28, within));
    EXPECT_THAT(rule.front().right, DoubleNear(28 + 156, within));
    const auto number = first().rows(false, red.front().y, rule.front().y);
    ASSERT_FALSE(number.empty());
    EXPECT_THAT(rule.front().y - number.back().y, DoubleNear(4, within));
    EXPECT_EQ(pdf().with("政协南通市").colour, "#e50000");
    EXPECT_THAT(pdf().with("政协南通市").width, testing::Le(156 + within));
}

TEST_F(OfficialNotice, FillsLinesOfTheGrid)
{
    const auto& all = pdf().words();
    const auto full = *std::find_if(all.begin(), all.end(),
        [](const ReadWords& words) { return words.text.size() >= 3 * 28; }); // bytes of UTF-8
    EXPECT_THAT(full.left, DoubleNear(28, within));
    EXPECT_GT(full.left + full.width, 28 + 156 - within);
    EXPECT_LT(full.left + full.width, 28 + 156 + 6); // a mark may hang
    std::vector<double> tops;
    for (const auto& words : pdf().words()) {
        if (words.page == 2 && words.size == 16 && words.text.find("协商") != std::string::npos) {
            tops.push_back(words.top);
        }
    }
    ASSERT_GT(tops.size(), 10U);
    EXPECT_THAT((tops.back() - tops.front()) / static_cast<double>(tops.size() - 1),
        DoubleNear(225.0 / 22, 0.1));
}

TEST_F(OfficialNotice, TakesTheFacesAndSizesOfTheTable)
{
    const auto expect = [&](const char* text, int size, const char* font) {
        const auto words = pdf().with(text);
        EXPECT_EQ(words.size, size) << text;
        EXPECT_THAT(words.font, EndsWith(font)) << text;
    };
    expect("关于印发", 22, "NotoSerifCJKsc-SemiBold");  // 小标宋
    expect("协商于民", 16, "NotoSerifCJKsc-Light");     // 仿宋
    expect("一、总体要求", 16, "NotoSansCJKsc-Medium"); // 黑体
    expect("特急", 16, "NotoSansCJKsc-Medium");
    expect("先调研、后协商", 16, "LXGWWenKai"); // 楷体
    expect("000001", 16, "LiberationSerif");
    expect("抄送", 14, "NotoSerifCJKsc-Light");
    expect("—", 14, "NotoSerifCJKsc");
}

TEST_F(OfficialNotice, HasItsPageNumbersOutside)
{
    const auto odd = first().rows(false, 263, 290);
    ASSERT_FALSE(odd.empty());
    const auto dash = wider_than(odd, 7); // two dashes of one character each
    ASSERT_FALSE(dash.empty());
    EXPECT_THAT(dash.front().y, DoubleNear(262 + 7, within));
    EXPECT_THAT(dash.front().right, DoubleNear(184 - 5.57, within));
    const auto even = wider_than(pdf().inked(2).rows(false, 263, 290), 7);
    ASSERT_FALSE(even.empty());
    EXPECT_THAT(even.front().left, DoubleNear(28 + 5.57, within));
}

TEST_F(OfficialNotice, EndsWithTheImprintOnTheAreasEdge)
{
    const auto rules = wider_than(pdf().inked(pdf().pages()).rows(false), 150);
    ASSERT_FALSE(rules.empty());
    EXPECT_THAT(rules.back().y, DoubleNear(37 + 225, within));
    EXPECT_THAT(rules.back().left, DoubleNear(28, within));
    EXPECT_THAT(rules.back().right, DoubleNear(184, within));
}

TEST(OfficialPdf, DrawsTheRulesOfALetter)
{
    const auto pdf = read(notice(OfficialKind::letter));
    const auto red = pdf.inked(1).rows(true);
    const auto rules = wider_than(red, 165);
    ASSERT_FALSE(rules.empty());
    EXPECT_THAT(red.front().y, DoubleNear(30, within));
    EXPECT_THAT(rules.front().left, DoubleNear(20, within));
    EXPECT_THAT(rules.front().right, DoubleNear(190, within));
    EXPECT_THAT(rules.back().y, DoubleNear(297 - 20, within));
}

TEST(OfficialPdf, TurnsThePageOfAWideTable)
{
    OfficialDocument document;
    auto table = table_of(3, 8);
    table.landscape = true;
    document.body = {said("前文"), table};
    const auto pdf = read(document);
    EXPECT_THAT(pdf.told("pdfinfo -f 1 -l 2"), HasSubstr("Page    2 size:  841.89 x 595.276"));
    const auto rows = pdf.inked(2).rows(false);
    const auto number = std::find_if(rows.begin(), rows.end(), // an even one: above on the left
        [](const Inked::Row& row) { return row.left < 33; });
    ASSERT_NE(number, rows.end());
    EXPECT_THAT(number->y, DoubleNear(28 + 5.57, within));
}

// The names of people (§5 of the list): none becomes a box in any face.
TEST(OfficialPdf, DrawsRareCharactersInEachFace)
{
    const std::string rare = "堃翀玥镕昇犇㛃喆䶮";
    auto document = notice(OfficialKind::document);
    document.title = rare;
    document.head.signers = {rare};
    document.body = {Heading{1, rare}, Heading{2, rare}, said(rare)};
    const auto pdf = read(document);
    EXPECT_EQ(times_in(pdf.told("pdftotext"), rare), 5U);
}

} // namespace
} // namespace xieshang::documents
