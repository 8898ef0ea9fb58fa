// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/search/marking.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::search {
namespace {

using testing::ElementsAre;

std::string joined(const Pieces& pieces)
{
    std::string text;
    for (const auto& piece : pieces) {
        text += piece.text;
    }
    return text;
}

TEST(Marking, MarksTheWordsAsTheTextWritesThem)
{
    EXPECT_THAT(marked("推進養老服務", words_of("养老 服务")),
        ElementsAre(Piece{"推進", false}, Piece{"養老服務", true}));
    EXPECT_THAT(marked("ＷＴＯ規則", words_of("wto")),
        ElementsAre(Piece{"ＷＴＯ", true}, Piece{"規則", false}));
}

TEST(Marking, LosesNoCharacterOfATitle)
{
    EXPECT_EQ(joined(marked("<b>&\"养老\"😀", words_of("老"))), "<b>&\"养老\"😀");
    EXPECT_TRUE(marked("", words_of("养老")).empty());
}

TEST(Marking, ShowsTheLineOfTheFirstWord)
{
    const auto found = snippet("第一行\n\n第三行说养老\n养老", words_of("养老"));
    EXPECT_EQ(found.line, 3);
    EXPECT_THAT(found.pieces, ElementsAre(Piece{"第三行说", false}, Piece{"养老", true}));
    EXPECT_EQ(snippet("养老", words_of("养老")).line, 1);
}

TEST(Marking, CountsABreakWithinALineAsNoLine)
{
    const auto found = snippet("一\n甲\u2028乙\t5月\n三说养老", words_of("养老"));
    EXPECT_EQ(found.line, 3);
    EXPECT_EQ(joined(found.pieces), "三说养老");
    EXPECT_EQ(snippet("一\n甲\u2028养老\n三", words_of("养老")).line, 2);
}

TEST(Marking, CutsALongLineAroundTheWord)
{
    std::string before;
    std::string after;
    for (int i = 0; i < 200; ++i) {
        before += "前";
        after += "后";
    }
    const auto text = joined(snippet(before + "养老" + after, words_of("养老")).pieces);
    EXPECT_TRUE(text.starts_with("…前")) << text;
    EXPECT_TRUE(text.ends_with("后…")) << text;
    EXPECT_NE(text.find("前养老后"), text.npos);
    EXPECT_LT(text.size(), 400U);
}

TEST(Marking, ShowsTheBeginningWhenNoWordStandsInTheBody)
{
    const auto found = snippet("\n\n开头\n后面", words_of("养老"));
    EXPECT_EQ(found.line, 0);
    EXPECT_EQ(joined(found.pieces), "开头");
    EXPECT_TRUE(snippet("", words_of("养老")).pieces.empty());
    EXPECT_TRUE(snippet("\n \n", words_of("养老")).pieces.empty());
}

} // namespace
} // namespace xieshang::search
