// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/map_summary.h"

#include "features/opinions/small_conversation_test.h"
#include "features/plan/columns.h"
#include "platform/texts/texts.h"
#include "tests/support/source_file.h"

#include <gmock/gmock.h>
#include <sstream>

namespace xieshang::opinions {
namespace {

using testing::HasSubstr;
using testing::Not;
using texts::Language;

std::string summary(Language language, const analytics::OpinionMap& map, const MapFacts& facts,
    std::size_t columns = 0)
{
    texts::Catalog catalog;
    catalog.add(language,
        tests::source_file(
            "features/opinions/opinions_texts." + std::string(texts::tag_of(language)) + ".json")
            .value());
    const auto wording = [&](std::string_view code, const base::Params& params) {
        EXPECT_TRUE(catalog.has(language, code)) << code;
        return catalog.text(language, code, params);
    };
    return map_summary(map, facts, wording, columns);
}

TEST(MapSummary, SaysInEnglishWhoUnitesAndDivides)
{
    const auto text = summary(Language::en, small_map(), small_facts());
    EXPECT_THAT(text,
        HasSubstr("Participants  13 (12 in groups; 1 with fewer than 7 answers is in none)\n"));
    EXPECT_THAT(text, HasSubstr("Statements    13, of which 1 rejected and left out\n"));
    EXPECT_THAT(text,
        HasSubstr("Answers       145, and 12 to rejected statements (mean 11.2 a person, median "
                  "12; 93% of"));
    EXPECT_THAT(text, HasSubstr("Groups        2 (silhouette 1.00; tried 2: 1.00)\n"));
    EXPECT_THAT(text, HasSubstr("Bad lines left out: 3\n"));
    EXPECT_THAT(
        text, HasSubstr("\nGroup A: 6 people (50% of those in groups); what speaks for it\n"));
    EXPECT_THAT(
        text, HasSubstr("\nGroup B: 6 people (50% of those in groups); what speaks for it\n"));
    EXPECT_THAT(text, HasSubstr("  6 of 6 agree (100%; others 0%)  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("  6 of 6 disagree (100%; others 0%)  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("no group against it\n  12 of 12 agree (100%)     #20 先调研，"));
    EXPECT_THAT(text, HasSubstr("  12 of 12 disagree (100%)  #21\n")); // nobody told its text
    EXPECT_THAT(text, HasSubstr("of every group agree\n  A 100% of 6  B 100% of 6  #20 先调研"));
    EXPECT_THAT(text, HasSubstr("of every group disagree\n  A 100% of 6  B 100% of 6  #21\n"));
    EXPECT_THAT(text, HasSubstr("who answered\n  A   0% of 6  B 100% of 6  #0 增加停车位\n"));
    EXPECT_THAT(
        text, HasSubstr("\nShow next: where further answers would tell most\n  12 answers  #"));
}

TEST(MapSummary, SaysSoInChinese)
{
    const auto text = summary(Language::zh_cn, small_map(), small_facts());
    EXPECT_THAT(text, HasSubstr("参与者    13 人（12 人归入群组；1 人表态不足 7 条，未归入）\n"));
    EXPECT_THAT(text, HasSubstr("一致程度  "));
    EXPECT_THAT(text, HasSubstr("\n群组 A：6 人（占归入群组者的 50%），代表性陈述\n"));
    EXPECT_THAT(text, HasSubstr("  6 人中 6 人赞成（100%，其他群组 0%）  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("且没有群组持相反意见\n  12 人中 12 人赞成（100%）  #20 先调研，"));
    EXPECT_THAT(
        text, HasSubstr("（及表态人数）\n  A   0%（6 人中）  B 100%（6 人中）  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("\n建议接下来请大家表态（"));
    EXPECT_THAT(text, HasSubstr("略过的无法读取的行：3\n"));
}

TEST(MapSummary, LeavesOutWhatWasRejected)
{
    EXPECT_THAT(summary(Language::en, small_map(), small_facts()), Not(HasSubstr("#22")));
}

TEST(MapSummary, FlattensTextsAndCutsThemToTheTerminal)
{
    const auto uncut = summary(Language::en, small_map(), small_facts());
    EXPECT_THAT(uncut, HasSubstr("#20 先调研， 后协商；促进"));
    EXPECT_THAT(uncut, HasSubstr("一件一件地办好老百姓身边的事\n"));
    const auto text = summary(Language::en, small_map(), small_facts(), 80);
    EXPECT_THAT(text, HasSubstr("#20 先调研， 后协商；促进"));
    EXPECT_THAT(text, HasSubstr("…\n"));
    std::istringstream rows(text.substr(text.find("Group A")));
    for (std::string row; std::getline(rows, row);) {
        EXPECT_LE(plan::columns_of(row), 80U) << row;
    }
}

// What all together agree to, but most of a group deny, unites nobody.
TEST(MapSummary, UnitesNobodyByWhatAGroupIsAgainst)
{
    using analytics::Stance;
    analytics::Answers answers;
    for (std::uint32_t person = 0; person < 40; ++person) {
        const bool is_of_few = person % 4 == 0;
        for (std::uint32_t statement = 0; statement < 8; ++statement) {
            answers.given.emplace_back(
                person, statement, is_of_few == (statement < 4) ? Stance::agree : Stance::disagree);
        }
    }
    const auto map = analytics::draw_map(answers, {}, {});
    ASSERT_EQ(map.groups.size(), 2U);
    ASSERT_FALSE(map.consensus.agree.empty()); // 30 of 40 agree to statement 4
    EXPECT_THAT(summary(Language::en, map, {}), HasSubstr("no group against it\n  (none)\n"));
}

TEST(MapSummary, SaysWhenRejectedStatementsAreNotKnownAndGroupsFewerThanAskedFor)
{
    MapFacts facts;
    facts.groups_asked = 5;
    const auto text = summary(Language::en, small_map({.groups = 5}), facts);
    EXPECT_THAT(text, HasSubstr("which were rejected is not known"));
    EXPECT_THAT(text, HasSubstr("(5 were asked for"));
}

TEST(MapSummary, OfNothingAndOfOneGroupIsToldToo)
{
    const auto nothing = summary(Language::en, analytics::draw_map({}, {}, {}), {});
    EXPECT_THAT(nothing, HasSubstr("Participants  0 (0 in groups)\n"));
    EXPECT_THAT(nothing, HasSubstr("of how many who answered\n  (none)\n"));
    EXPECT_THAT(nothing, Not(HasSubstr("Bad lines")));
    const auto one = summary(Language::en, small_map({.groups = 1}), {});
    EXPECT_THAT(one, HasSubstr("\nGroup A: 12 people (100% of those in groups)"));
    EXPECT_THAT(one, Not(HasSubstr("every group")));
}

} // namespace
} // namespace xieshang::opinions
