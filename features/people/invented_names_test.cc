// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/invented_names.h"

#include <gmock/gmock.h>

#include <map>

namespace xieshang::people {
namespace {

std::map<std::string, int> names()
{
    std::map<std::string, int> seen;
    for (std::uint64_t number = 0; number < 400; ++number) {
        ++seen[invented_person(number).name];
    }
    return seen;
}

} // namespace

TEST(InventedNames, AreTheSameForTheSameNumber)
{
    EXPECT_EQ(invented_person(5), invented_person(5));
    EXPECT_NE(invented_person(5), invented_person(6));
}

TEST(InventedNames, AreWhatTheRegisterTakes)
{
    for (std::uint64_t number = 0; number < 1000; ++number) {
        ASSERT_TRUE(acceptable(invented_person(number), "2026-11-29")) << number;
    }
}

TEST(InventedNames, ComeTwiceAndWithRareCharacters)
{
    auto seen = names();
    EXPECT_GE(seen["王志强"], 3);
    EXPECT_GE(seen["李静"], 2);
    EXPECT_GT(seen.size(), 330U) << "most are of one person only";
    for (const auto* character : {"堃", "翀", "玥", "镕", "昇", "犇", "㛃", "喆", "䶮", "欧阳"}) {
        EXPECT_TRUE(std::any_of(seen.begin(), seen.end(), [&](const auto& one) {
            return one.first.find(character) != std::string::npos;
        })) << character;
    }
}

TEST(InventedNames, CarryContactsOfNobody)
{
    EXPECT_EQ(invented_telephone(7), "15400000007");
    EXPECT_EQ(invented_address(377), "member0377@example.org");
}

} // namespace xieshang::people
