// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/search/query.h"

#include <gmock/gmock.h>

namespace xieshang::search {
namespace {

using testing::ElementsAre;

TEST(Query, IsWordsBetweenBlanksOfAnyWidth)
{
    EXPECT_THAT(words_of(" 養老　医疗\tWTO\n"), ElementsAre(U"养老", U"医疗", U"wto"));
    EXPECT_THAT(words_of(std::string_view("养\0老", 7)), ElementsAre(U"养", U"老"));
    EXPECT_TRUE(words_of(" \t ").empty());
}

TEST(Query, KeepsBlanksBetweenQuotationMarks)
{
    EXPECT_THAT(words_of("\"long term care\" 养老"), ElementsAre(U"long term care", U"养老"));
    EXPECT_THAT(words_of("“有事 好商量”议事"), ElementsAre(U"有事 好商量", U"议事"));
}

TEST(Query, TakesQuotationMarksThatEncloseNothingAsTheyStand)
{
    EXPECT_THAT(words_of("\"养老"), ElementsAre(U"\"养老"));
    EXPECT_THAT(words_of("\"\""), ElementsAre(U"\"\""));
    EXPECT_THAT(words_of("5\" 管"), ElementsAre(U"5\"", U"管"));
}

TEST(Query, NamesAWordOnce) { EXPECT_THAT(words_of("养老 養老"), ElementsAre(U"养老")); }

TEST(Query, IsHeldByATextWithAllItsWords)
{
    EXPECT_TRUE(holds_all(U"医养结合与养老服务", words_of("养老 医养")));
    EXPECT_FALSE(holds_all(U"医养结合", words_of("养老 医养")));
    EXPECT_FALSE(holds_all(U"养\n老", words_of("养老")));
}

} // namespace
} // namespace xieshang::search
