// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/json/sameness.h"

#include <gtest/gtest.h>

namespace xieshang::json {
namespace {

bool are_same(std::string_view a, std::string_view b)
{
    const auto one = Document::parse(a);
    const auto other = Document::parse(b);
    return same(one->root(), other->root());
}

TEST(Sameness, LooksAtMeaningAndNotAtOrder)
{
    EXPECT_TRUE(
        are_same(R"({"a":[1,{"b":null}],"c":"协"})", R"({ "c":"\u534f","a":[1.0,{"b":null}]})"));
    for (const auto* other : {R"({"a":[1,2]})", R"({"a":[2,1],"b":1})", R"({"a":[1]})", R"([])",
             R"({"a":["1",2],"b":1})", R"({"a":[1,2],"b":true})", R"({"a":[1,2],"c":1})"}) {
        EXPECT_FALSE(are_same(R"({"a":[1,2],"b":1})", other)) << other;
    }
}

TEST(Sameness, NamesWhatDiffers)
{
    const auto expected = Document::parse(R"({"a":1,"b":2,"more":3})");
    const auto actual = Document::parse(R"({"a":1,"b":3,"c":4})");
    EXPECT_EQ(
        differing_members(expected->root(), actual->root()), (std::vector<std::string>{"b", "c"}));
    EXPECT_EQ(member_of(actual->root(), "c")->integer, 4);
    EXPECT_EQ(member_of(actual->root(), "d"), nullptr);
}

} // namespace
} // namespace xieshang::json
