// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/folding/grams.h"

#include "platform/folding/folding.h"

#include <gmock/gmock.h>
#include <vector>

namespace xieshang::folding {
namespace {

using testing::ElementsAre;

std::vector<std::string> grams(std::string_view text)
{
    std::vector<std::string> all;
    for_each_gram(folded(decoded(text)), [&](std::string_view gram) {
        all.emplace_back(gram);
        return true;
    });
    return all;
}

TEST(Grams, AreCharactersAndNeighbours)
{
    EXPECT_THAT(grams("養老院"), ElementsAre("养", "养老", "老", "老院", "院"));
    EXPECT_THAT(grams("A1"), ElementsAre("a", "a1", "1"));
}

TEST(Grams, EndAtBlanksAndLines)
{
    EXPECT_THAT(grams("养 老\n院"), ElementsAre("养", "老", "院"));
    EXPECT_TRUE(grams(" \n ").empty());
}

TEST(Grams, StopWhenTheyAreToldTo)
{
    int count = 0;
    for_each_gram(U"养老院", [&](std::string_view) { return ++count < 2; });
    EXPECT_EQ(count, 2);
}

TEST(Grams, OfAWordAreItsPairsOrItsOnlyCharacter)
{
    EXPECT_THAT(grams_of_word(U"养"), ElementsAre("养"));
    EXPECT_THAT(grams_of_word(U"养老"), ElementsAre("养老"));
    EXPECT_THAT(grams_of_word(U"养老院"), testing::UnorderedElementsAre("养老", "老院"));
    EXPECT_THAT(grams_of_word(U"养 老院"), testing::UnorderedElementsAre("养", "老院"));
}

} // namespace
} // namespace xieshang::folding
