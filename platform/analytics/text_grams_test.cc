// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/text_grams.h"

#include "platform/analytics/made_up_texts_test.h"
#include "platform/folding/folding.h"
#include "platform/folding/grams.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::analytics {
namespace {

std::string characters_of(GramKey gram)
{
    std::u32string characters{static_cast<char32_t>(gram >> 32U)};
    if (const auto next = static_cast<char32_t>(gram); next != U'\0') {
        characters += next;
    }
    return folding::encoded(characters);
}

TEST(TextGrams, AreThoseOfTheSearchCounted)
{
    EXPECT_TRUE(rc::check("those of the title three times", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto text = made_up_text(20, lots);
        std::map<std::string, std::uint32_t> expected;
        const auto count = [&](std::u32string_view field, std::uint32_t weight) {
            folding::for_each_gram(field, [&](std::string_view gram) {
                expected[std::string(gram)] += weight;
                return true;
            });
        };
        count(text.title, 3);
        count(text.body, 1);
        std::map<std::string, std::uint32_t> found;
        for (const auto& [gram, times] : counted(text.view()).grams) {
            found[characters_of(gram)] = times;
        }
        for (auto& [gram, times] : expected) {
            times = std::min<std::uint32_t>(times, 255);
        }
        RC_ASSERT(found == expected);
    }));
}

TEST(TextGrams, AreCountedNoMoreThan255Times)
{
    const std::u32string endless(1'000, U'甲');
    const auto text = counted({U"", endless});
    EXPECT_EQ(text.grams,
        (std::vector<CountedGram>{{gram_of(U'甲'), 255}, {gram_of(U'甲', U'甲'), 255}}));
    EXPECT_EQ(text.length, 1'000);
}

TEST(GramNumbers, AreGivenInOrderAndFoundAgain)
{
    GramNumbers numbers;
    EXPECT_EQ(numbers.find(gram_of(U'甲')), GramNumbers::none);
    for (char32_t c = 1; c < 5'000; ++c) {
        EXPECT_EQ(numbers.number_of(gram_of(c, U'乙')), c - 1);
    }
    EXPECT_EQ(numbers.number_of(gram_of(7, U'乙')), 6);
    EXPECT_EQ(numbers.find(gram_of(4'999, U'乙')), 4'998);
    EXPECT_EQ(numbers.find(gram_of(5'000, U'乙')), GramNumbers::none);
    EXPECT_EQ(numbers.size(), 4'999);
}

} // namespace
} // namespace xieshang::analytics
