// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/office_pages_test.h"
#include "platform/documents/official_docx.h"
#include "platform/documents/official_samples_test.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace xieshang::documents {
namespace {

using tests::OfficePages;
using tests::ShownPage;
using tests::ShownWord;

constexpr double near_mm = 2;

// The table of GB/T 9704-2012 as LibreOffice shows it.
class OfficialPages : public testing::Test {
protected:
    void SetUp() override
    {
        if (const auto missing = OfficePages::missing(); !missing.empty()) {
            GTEST_SKIP() << missing;
        }
    }

    static std::vector<ShownPage> shown(const OfficialDocument& document)
    {
        return OfficePages(official_docx(document).value()).pages();
    }
};

const ShownWord& word_with(const ShownPage& page, std::string_view part)
{
    const auto found = std::find_if(page.words.begin(), page.words.end(),
        [&](const auto& word) { return word.text.find(part) != word.text.npos; });
    if (found == page.words.end()) {
        throw std::runtime_error("no " + std::string(part) + " on the page");
    }
    return *found;
}

double ink_top(const ShownWord& word, double size_pt)
{
    return word.middle - 0.46 * size_pt * tests::mm_a_point;
}

std::vector<tests::ShownRule> rules_of(const ShownPage& page, bool red)
{
    std::vector<tests::ShownRule> rules;
    std::copy_if(page.rules.begin(), page.rules.end(), std::back_inserter(rules),
        [&](const auto& rule) { return rule.red == red; });
    return rules;
}

// §5.2.3, §7.5
TEST_F(OfficialPages, HoldTwentyTwoLinesOfTwentyEightCharacters)
{
    std::string text;
    for (int i = 0; i < 28 * 23; ++i) {
        text += "国";
    }
    OfficialDocument document;
    document.body.push_back(Paragraph{{{text, false}}, Placing::flush});
    const auto pages = shown(document);
    ASSERT_EQ(pages.size(), 2U);
    std::vector<const ShownWord*> lines;
    for (const auto& word : pages[0].words) {
        if (word.text.starts_with("国")) {
            lines.push_back(&word);
        }
    }
    ASSERT_EQ(lines.size(), 22U);
    for (const auto* line : lines) {
        EXPECT_EQ(line->text.size(), 28U * 3);
        EXPECT_NEAR(line->left, 28, near_mm);
        EXPECT_NEAR(line->right, 28 + 156, near_mm);
    }
    EXPECT_NEAR(lines.front()->middle, 37 + 225.0 / 22 / 2, near_mm);
    EXPECT_NEAR(lines.back()->middle, 37 + 225 - 225.0 / 22 / 2, near_mm);
    const auto& odd = pages[0].words.back();
    EXPECT_NEAR(odd.middle, 297 - 35 + 7, near_mm);
    EXPECT_NEAR(odd.right, 210 - 26 - 156.0 / 28, near_mm);
    const auto& even = word_with(pages[1], "—");
    EXPECT_NEAR(even.left, 28 + 156.0 / 28, near_mm);
}

// §7.2, §7.3.1, §7.4
TEST_F(OfficialPages, HaveHeadAndImprintWhereADocumentHasThem)
{
    const auto pages = shown(sample_of(OfficialKind::document));
    ASSERT_EQ(pages.size(), 2U); // 版记 below what the first page cannot hold
    const auto& mark = word_with(pages[0], "政协崇川区委员会文件");
    EXPECT_NEAR(ink_top(mark, 42), 37 + 35, near_mm);
    EXPECT_NEAR((mark.left + mark.right) / 2, 28 + 78, near_mm);
    EXPECT_LE(mark.right - mark.left, 156);
    EXPECT_NEAR(word_with(pages[0], "000012").left, 28, near_mm);
    const auto& number = word_with(pages[0], "崇政协");
    const auto rules = rules_of(pages[0], true);
    ASSERT_FALSE(rules.empty());
    EXPECT_NEAR(rules.front().above - (ink_top(number, 16) + 16 * tests::mm_a_point), 4, near_mm);
    EXPECT_NEAR(rules.front().left, 28, near_mm);
    EXPECT_NEAR(rules.front().width, 156, near_mm);
    const auto& title = word_with(pages[0], "关于印发");
    EXPECT_NEAR(title.height / word_with(pages[0], "各镇").height, 22.0 / 16, 0.05);
    EXPECT_NEAR(ink_top(title, 22) - rules.back().above, 2 * 225.0 / 22, 3 + near_mm);
    const auto ends = rules_of(pages.back(), false);
    ASSERT_FALSE(ends.empty());
    EXPECT_NEAR(ends.back().above, 37 + 225, near_mm);
    EXPECT_NEAR(ends.back().width, 156, near_mm);
}

// §10.1
TEST_F(OfficialPages, HaveDoubleRulesAndNoNumberOnALettersFirst)
{
    const auto pages = shown(sample_of(OfficialKind::letter));
    EXPECT_NEAR(ink_top(word_with(pages[0], "政协崇川区委员会文件"), 42), 30, near_mm);
    const auto rules = rules_of(pages[0], true);
    ASSERT_GE(rules.size(), 2U);
    EXPECT_NEAR(rules.front().above, 30 + 42 * 0.92 * tests::mm_a_point + 4, near_mm);
    EXPECT_NEAR(rules.back().above, 297 - 20, near_mm);
    for (const auto& rule : rules) {
        EXPECT_NEAR(rule.left, 20, near_mm);
        EXPECT_NEAR(rule.width, 170, near_mm);
    }
    EXPECT_NEAR(word_with(pages[0], "号").right, 28 + 156, near_mm);
    for (const auto& word : pages[0].words) {
        EXPECT_EQ(word.text.find("—"), word.text.npos);
    }
}

} // namespace
} // namespace xieshang::documents
