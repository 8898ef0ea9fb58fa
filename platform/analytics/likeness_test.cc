// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/likeness.h"

#include "platform/analytics/made_up_texts_test.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::analytics {
namespace {

constexpr AlikeQuestion all{.most = 1'000'000, .least_score = 0};

std::vector<TextNumber> numbers_of(const std::vector<Alike>& found)
{
    std::vector<TextNumber> numbers;
    std::transform(found.begin(), found.end(), std::back_inserter(numbers),
        [](const Alike& alike) { return alike.number; });
    return numbers;
}

LikenessIndex index_of(const std::map<TextNumber, MadeUpText>& texts)
{
    LikenessIndex index;
    for (const auto& [number, text] : texts) {
        index.put(number, text.view());
    }
    return index;
}

NaiveLikeness made_up_pool(std::size_t size, std::size_t alphabet, Lots& lots)
{
    NaiveLikeness naive;
    while (naive.texts.size() < size) {
        naive.texts[lots.below(10 * size)] = made_up_text(alphabet, lots);
    }
    return naive;
}

TEST(Likeness, FindsWhatComparingEachTextFinds)
{
    EXPECT_TRUE(rc::check("the same texts in the same order with the same scores", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto alphabet = *rc::gen::inRange<std::size_t>(1, 60);
        const auto naive = made_up_pool(*rc::gen::inRange<std::size_t>(1, 40), alphabet, lots);
        const auto index = index_of(naive.texts);
        const auto asked = lots.below(3) == 0 ? std::next(naive.texts.begin(),
                               static_cast<std::ptrdiff_t>(lots.below(naive.texts.size())))
                                                    ->second
                                              : made_up_text(alphabet + 5, lots);
        const AlikeQuestion question{.most = 1 + lots.below(12),
            .least_score = lots.below(2) == 0 ? 0 : 0.5 * lots.fraction()};
        RC_ASSERT(index.most_alike(asked.view(), question) == naive.most_alike(asked, question));
    }));
}

// What comparing with each finds by the likeness of pairs, which the test above holds against the
// formula.
std::vector<Alike> compared(const LikenessIndex& index,
    const std::map<TextNumber, MadeUpText>& texts, const MadeUpText& asked, std::size_t most)
{
    std::vector<Alike> found;
    for (const auto& [number, text] : texts) {
        found.push_back({number, index.likeness(asked.view(), text.view())});
    }
    std::stable_sort(found.begin(), found.end(),
        [](const Alike& x, const Alike& y) { return x.likeness.score > y.likeness.score; });
    found.resize(most);
    return found;
}

// Large enough that most grams are left unread.
TEST(Likeness, FindsAmongManyTextsWhatComparingEachFinds)
{
    Lots lots(11);
    std::map<TextNumber, MadeUpText> texts;
    for (TextNumber number = 0; number < 1'500; ++number) {
        texts[number] = {made_up_words(10, 900, lots), made_up_words(100, 900, lots)};
    }
    const auto index = index_of(texts);
    for (int question = 0; question < 8; ++question) {
        const MadeUpText asked{made_up_words(10, 900, lots),
            question % 3 == 0
                ? std::u32string{}
                : texts[lots.below(1'500)].body.substr(0, 40) + made_up_words(60, 900, lots)};
        auto expected = compared(index, texts, asked, 10);
        EXPECT_EQ(index.most_alike(asked.view(), {.most = 10, .least_score = 0}), expected);
        expected.resize(5);
        const AlikeQuestion question_of_five{
            .most = 10, .least_score = expected.back().likeness.score};
        EXPECT_EQ(index.most_alike(asked.view(), question_of_five), expected);
    }
}

// Much that texts share is frequent, so that much is left when it is looked who can still be in the
// answer, and who is given up too early is missed.
TEST(Likeness, FindsTextsThatShareMuchThatIsFrequent)
{
    EXPECT_TRUE(rc::check("the same as comparing with each", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto alphabet = *rc::gen::inRange<std::size_t>(2, 25);
        std::map<TextNumber, MadeUpText> texts;
        for (TextNumber number = 0; number < 60; ++number) {
            texts[number] = {made_up_words(lots.below(9), alphabet, lots),
                made_up_words(5 + lots.below(90), alphabet, lots)
                    + made_up_words(lots.below(60), 20'000, lots)};
        }
        auto asked = texts[lots.below(60)];
        asked.body += made_up_words(lots.below(4) * lots.below(10), alphabet + 60, lots);
        const auto index = index_of(texts);
        const auto most = 1 + lots.below(6);
        const auto expected = compared(index, texts, asked, most);
        const AlikeQuestion question{.most = most, .least_score = expected.back().likeness.score};
        RC_ASSERT(index.most_alike(asked.view(), question) == expected);
    }));
}

TEST(Likeness, IsTheSameBothWaysAndOneForATextAndItself)
{
    EXPECT_TRUE(rc::check("to the last bit", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto naive = made_up_pool(*rc::gen::inRange<std::size_t>(1, 20), 30, lots);
        const auto index = index_of(naive.texts);
        const auto a = made_up_text(30, lots);
        const auto b = made_up_text(30, lots);
        const auto found = index.likeness(a.view(), b.view());
        RC_ASSERT(found == index.likeness(b.view(), a.view()));
        RC_ASSERT(found == naive.of(a, b));
        RC_ASSERT(found.score >= 0 && found.score <= 1);
        const Likeness itself = index.likeness(a.view(), a.view());
        const bool is_empty = NaiveLikeness::counts_of(a).empty();
        RC_ASSERT(itself == (is_empty ? Likeness{} : Likeness{1, 1, 1}));
    }));
}

TEST(Likeness, DoesNotDependOnHowTheTextsCameAndWent)
{
    EXPECT_TRUE(rc::check("adding, replacing and removing equals an index made anew", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        std::map<TextNumber, MadeUpText> texts;
        LikenessIndex index;
        for (auto change = *rc::gen::inRange(0, 120); change > 0; --change) {
            const TextNumber number = lots.below(30);
            if (lots.below(3) == 0) {
                RC_ASSERT(index.remove(number) == (texts.erase(number) == 1));
            } else {
                texts[number] = made_up_text(20, lots);
                index.put(number, texts[number].view());
            }
        }
        RC_ASSERT(index.size() == texts.size());
        const auto asked = made_up_text(20, lots);
        RC_ASSERT(
            index.most_alike(asked.view(), all) == index_of(texts).most_alike(asked.view(), all));
    }));
}

TEST(Likeness, OfNothingIsNothing)
{
    LikenessIndex index;
    EXPECT_TRUE(index.most_alike({U"电梯", U""}, all).empty());
    EXPECT_FALSE(index.remove(1));
    EXPECT_EQ(index.likeness({U"电梯", U""}, {U"电梯", U""}), (Likeness{1, 1, 1}));
    index.put(1, {U"", U" \n "});
    index.put(2, {U"电梯", U"加装"});
    EXPECT_TRUE(index.most_alike({U"", U""}, all).empty());
    EXPECT_TRUE(index.most_alike({U"梯", U""}, {.most = 0, .least_score = 0}).empty());
    EXPECT_EQ(numbers_of(index.most_alike({U"电梯", U""}, all)), (std::vector<TextNumber>{2}));
    EXPECT_EQ(index.likeness({U"", U""}, {U"", U""}), Likeness{});
    EXPECT_TRUE(index.remove(1));
    EXPECT_TRUE(index.remove(2));
    EXPECT_EQ(index.size(), 0);
    EXPECT_TRUE(index.most_alike({U"电梯", U""}, all).empty());
}

TEST(Likeness, IsFoundByOneCharacter)
{
    LikenessIndex index;
    index.put(1, {U"水", U""});
    index.put(2, {U"山", U""});
    index.put(3, {U"山水", U""});
    const auto found = index.most_alike({U"水", U""}, all);
    EXPECT_EQ(numbers_of(found), (std::vector<TextNumber>{1, 3}));
    EXPECT_EQ(found.front().likeness.score, 1);
}

TEST(Likeness, GivesTheSameTextThreeTimesInTheOrderOfTheNumbers)
{
    LikenessIndex index;
    for (const TextNumber number : {77U, 5U, 12U}) {
        index.put(number, {U"完善社区养老服务", U"建设助餐点"});
    }
    index.put(3, {U"推进垃圾分类", U"设立回收站"});
    const auto found =
        index.most_alike({U"完善社区养老服务", U"建设助餐点"}, {.most = 2, .least_score = 0.9});
    EXPECT_EQ(found, (std::vector<Alike>{{5, {1, 1, 1}}, {12, {1, 1, 1}}}));
}

TEST(Likeness, KeepsAVeryLongTextApart)
{
    Lots lots(3);
    LikenessIndex index;
    const auto endless = made_up_words(100'000, 300, lots) + U"老旧小区加装电梯";
    index.put(1, {U"很长", endless});
    index.put(2, {U"加装电梯", U"老旧小区的老人上下楼不便"});
    const auto found = index.most_alike({U"老旧小区加装电梯", U""}, all);
    EXPECT_EQ(numbers_of(found), (std::vector<TextNumber>{2, 1}));
    EXPECT_EQ(numbers_of(index.most_alike({U"", endless}, all)).front(), 1);
    EXPECT_EQ(index.likeness({U"很长", endless}, {U"很长", endless}), (Likeness{1, 1, 1}));
    EXPECT_TRUE(index.remove(1));
    EXPECT_EQ(index.most_alike({U"老旧小区加装电梯", U""}, all),
        index_of({{2, {U"加装电梯", U"老旧小区的老人上下楼不便"}}})
            .most_alike({U"老旧小区加装电梯", U""}, all));
}

// 关于…的建议 stands in every text and must not make them alike.
TEST(Likeness, HardlyComesFromWhatEveryTextHolds)
{
    Lots lots(5);
    LikenessIndex index;
    for (TextNumber number = 0; number < 400; ++number) {
        index.put(number, {U"关于" + made_up_words(6, 5'000, lots) + U"的建议", U""});
    }
    index.put(400, {U"解决停车难问题", U""});
    const FoldedText asked{U"关于解决停车难的建议", U""};
    const auto found = index.most_alike(asked, {.most = 2, .least_score = 0});
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0].number, 400);
    EXPECT_GT(found[0].likeness.score, 0.5);
    EXPECT_LT(found[1].likeness.score, 0.15);
    EXPECT_EQ(index.most_alike(asked, {.most = 10}).size(), 1);
}

} // namespace
} // namespace xieshang::analytics
