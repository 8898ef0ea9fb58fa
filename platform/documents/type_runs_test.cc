// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/type_runs.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::documents {
namespace {

using testing::ElementsAre;

TypeRun in_han(std::string text) { return {Script::han, std::move(text)}; }
TypeRun in_latin(std::string text) { return {Script::latin, std::move(text)}; }

// GB/T 9704-2012 §5.2.2 names no Latin font; offices set digits and letters in Times New Roman.
TEST(TypeRuns, DigitsAndLettersAreLatinAndChineseMarksAreHan)
{
    EXPECT_THAT(type_runs("“2022”年——A区·甲…"),
        ElementsAre(
            in_han("“"), in_latin("2022"), in_han("”年——"), in_latin("A"), in_han("区·甲…")));
    EXPECT_THAT(type_runs("崇政协〔2022〕5号"),
        ElementsAre(
            in_han("崇政协〔"), in_latin("2022"), in_han("〕"), in_latin("5"), in_han("号")));
}

TEST(TypeRuns, AsciiMarksGoWithTheLettersThatTheyTouch)
{
    EXPECT_THAT(type_runs("1.建设(甲)，3.5%"),
        ElementsAre(in_latin("1."), in_han("建设(甲)，"), in_latin("3.5%")));
    EXPECT_THAT(type_runs("甲(a)"), ElementsAre(in_han("甲"), in_latin("(a)")));
    EXPECT_THAT(type_runs("..."), ElementsAre(in_han("...")));
}

TEST(TypeRuns, BlanksAndWhatCombinesGoWithWhatStandsBefore)
{
    EXPECT_THAT(type_runs("GB/T 9704 号"), ElementsAre(in_latin("GB/T 9704 "), in_han("号")));
    EXPECT_THAT(type_runs(" a"), ElementsAre(in_latin(" a")));
    EXPECT_THAT(type_runs("葛\U000E0100e\u0301"), // a variant of 葛, é
        ElementsAre(in_han("葛\U000E0100"), in_latin("e\u0301")));
    EXPECT_THAT(type_runs(""), ElementsAre());
}

TEST(TypeRuns, RareCharactersAndSignsAreHan)
{
    EXPECT_THAT(
        type_runs("堃翀玥镕昇犇㛃喆䶮𠮷±×℃😀"), ElementsAre(in_han("堃翀玥镕昇犇㛃喆䶮𠮷±×℃😀")));
}

TEST(TypeRuns, LoseNothingWhateverTheBytesAre)
{
    EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& picks) {
        static const std::vector<std::string> pieces{
            "协", "A", "7", "“", "(", ".", " ", "\xFF", "\u0301", "，", "\xE5"};
        std::string text;
        for (const auto pick : picks) {
            text += pieces[pick % pieces.size()];
        }
        std::string joined;
        const auto runs = type_runs(text);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            RC_ASSERT(!runs[i].text.empty());
            RC_ASSERT(i == 0 || runs[i].script != runs[i - 1].script);
            joined += runs[i].text;
        }
        RC_ASSERT(joined == text);
    }));
}

} // namespace
} // namespace xieshang::documents
