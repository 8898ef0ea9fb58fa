// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/registered_person.h"

#include <gtest/gtest.h>

#include <set>

namespace xieshang::people {
namespace {

TEST(RegisteredPerson, NeedsANameAndNothingElse)
{
    EXPECT_TRUE(acceptable(PersonWords{.name = "买买提·艾力"}));
    EXPECT_TRUE(acceptable(PersonWords{.name = "𬍛𠮷"}));
    EXPECT_EQ(
        acceptable(PersonWords{.name = " 　"}).error().fields.at(0).code, "people.text_length");
}

TEST(RegisteredPerson, NamesEachWrongField)
{
    const auto refused = acceptable(PersonWords{.name = "王\n芳",
        .former_names = {"王小芳", ""},
        .birth_month = "1971-13",
        .party = std::string(65, 'x')});
    ASSERT_FALSE(refused);
    std::vector<std::string> pointers;
    for (const auto& field : refused.error().fields) {
        pointers.push_back(field.pointer);
    }
    EXPECT_EQ(
        pointers, (std::vector<std::string>{"/name", "/former_names/1", "/birth_month", "/party"}));
}

TEST(RegisteredPerson, KeepsTheNameThatWasChanged)
{
    const auto once = renamed({.name = "张伟"}, "张维");
    EXPECT_EQ(once.name, "张维");
    EXPECT_EQ(once.former_names, std::vector<std::string>{"张伟"});
    EXPECT_EQ(renamed(once, "张维"), once);
    const auto back = renamed(once, "张伟");
    EXPECT_EQ(back.former_names, (std::vector<std::string>{"张伟", "张维"}));
}

TEST(RegisteredPerson, TellsWhichFieldsChanged)
{
    const PersonWords before{.name = "张伟", .sex = Sex::male};
    auto after = before;
    after.party = "民建";
    after.sex = Sex::unsaid;
    EXPECT_EQ(changed_fields(before, after), (std::vector<std::string>{"sex", "party"}));
}

TEST(RegisteredPerson, KeepsNoFieldWithoutAPurpose) // PRI-01
{
    std::set<std::string_view> with_purpose;
    for (const auto& [field, purpose] : field_purposes) {
        with_purpose.insert(field);
    }
    const auto all = changed_fields({}, {"a", {"b"}, Sex::male, "c", "d", "e", "f", "g", "h"});
    EXPECT_EQ(with_purpose, (std::set<std::string_view>(all.begin(), all.end())));
}

} // namespace
} // namespace xieshang::people
