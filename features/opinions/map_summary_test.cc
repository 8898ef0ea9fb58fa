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

std::string summary(Language language, const analytics::OpinionMap& map, const MapFacts& facts)
{
    texts::Catalog catalog;
    catalog.add(language,
        tests::source_file(
            "features/opinions/opinions_texts." + std::string(texts::tag_of(language)) + ".json")
            .value());
    return map_summary(map, facts, [&](std::string_view code, const base::Params& params) {
        EXPECT_TRUE(catalog.has(language, code)) << code;
        return catalog.text(language, code, params);
    });
}

TEST(MapSummary, SaysInEnglishWhoUnitesAndDivides)
{
    const auto text = summary(Language::en, small_map(), small_facts());
    EXPECT_THAT(text, HasSubstr("Participants  13 (12 in groups)\n"));
    EXPECT_THAT(text, HasSubstr("Statements    13 (1 rejected)\n"));
    EXPECT_THAT(text, HasSubstr("Answers       157 (mean 12.1 a person, median 13; 93% of"));
    EXPECT_THAT(text, HasSubstr("Groups        2 (silhouette "));
    EXPECT_THAT(text, HasSubstr("Bad lines left out: 3\n"));
    EXPECT_THAT(text, HasSubstr("\nGroup A: 6 people (50%); what speaks for it\n"));
    EXPECT_THAT(text, HasSubstr("\nGroup B: 6 people (50%); what speaks for it\n"));
    EXPECT_THAT(text, HasSubstr("  6 of 6 agree  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("  6 of 6 disagree  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("What unites: all together\n  12 of 12 agree     #20 先调研，"));
    EXPECT_THAT(text, HasSubstr("  12 of 12 disagree  #21\n")); // nobody told its text
    EXPECT_THAT(text, HasSubstr("of every group agree\n  A 100%  B 100%  #20 先调研"));
    EXPECT_THAT(text, HasSubstr("of every group disagree\n  A 100%  B 100%  #21\n"));
    EXPECT_THAT(text, HasSubstr("by group\n  A   0%  B 100%  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("\nShow next\n  "));
}

TEST(MapSummary, SaysSoInChinese)
{
    const auto text = summary(Language::zh_cn, small_map(), small_facts());
    EXPECT_THAT(text, HasSubstr("参与者    13 人（12 人归入群组）\n"));
    EXPECT_THAT(text, HasSubstr("一致程度  "));
    EXPECT_THAT(text, HasSubstr("\n群组 A：6 人（50%），代表性陈述\n"));
    EXPECT_THAT(text, HasSubstr("  6 人中 6 人赞成  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("共识：全体参与者\n  12 人中 12 人赞成  #20 先调研，"));
    EXPECT_THAT(text, HasSubstr("分歧：各群组的赞成比例\n  A   0%  B 100%  #0 增加停车位\n"));
    EXPECT_THAT(text, HasSubstr("\n建议接下来请大家表态\n"));
    EXPECT_THAT(text, HasSubstr("略过的无法读取的行：3\n"));
}

TEST(MapSummary, LeavesOutWhatWasRejected)
{
    EXPECT_THAT(summary(Language::en, small_map(), small_facts()), Not(HasSubstr("#22")));
}

TEST(MapSummary, FlattensAndCutsTexts)
{
    const auto text = summary(Language::en, small_map(), small_facts());
    EXPECT_THAT(text, HasSubstr("#20 先调研， 后协商；促进"));
    EXPECT_THAT(text, HasSubstr("…\n"));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(plan::columns_of(line), 90U) << line;
    }
}

TEST(MapSummary, OfNothingAndOfOneGroupIsToldToo)
{
    const auto nothing = summary(Language::en, analytics::draw_map({}, {}, {}), {});
    EXPECT_THAT(nothing, HasSubstr("Participants  0 (0 in groups)\n"));
    EXPECT_THAT(nothing, HasSubstr("What divides: share that agrees, by group\n  (none)\n"));
    EXPECT_THAT(nothing, Not(HasSubstr("Bad lines")));
    const auto one = summary(Language::en, small_map({.groups = 1}), {});
    EXPECT_THAT(one, HasSubstr("\nGroup A: 12 people (100%)"));
    EXPECT_THAT(one, Not(HasSubstr("every group")));
}

} // namespace
} // namespace xieshang::opinions
