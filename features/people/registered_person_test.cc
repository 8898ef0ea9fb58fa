// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/registered_person.h"

#include <gtest/gtest.h>

#include <set>

namespace xieshang::people {
namespace {

constexpr std::string_view today = "2026-11-29";

TEST(RegisteredPerson, NeedsANameAndNothingElse)
{
    EXPECT_TRUE(acceptable(PersonWords{.name = "买买提·艾力"}, today));
    EXPECT_TRUE(acceptable(PersonWords{.name = "𬍛𠮷"}, today));
    EXPECT_EQ(acceptable(PersonWords{.name = " 　"}, today).error().fields.at(0).code,
        "people.text_length");
}

TEST(RegisteredPerson, NamesEachWrongField)
{
    const auto refused = acceptable(PersonWords{.name = "王\n芳",
                                        .former_names = {"王小芳", ""},
                                        .birth_month = "1971-13",
                                        .party = std::string(65, 'x')},
        today);
    ASSERT_FALSE(refused);
    std::vector<std::string> pointers;
    for (const auto& field : refused.error().fields) {
        pointers.push_back(field.pointer);
    }
    EXPECT_EQ(
        pointers, (std::vector<std::string>{"/name", "/former_names/1", "/birth_month", "/party"}));
}

TEST(RegisteredPerson, IsNotBornAfterToday)
{
    const auto born = [](const char* month) {
        const auto fits = acceptable(PersonWords{.name = "王芳", .birth_month = month}, today);
        return fits ? "" : fits.error().fields.at(0).code;
    };
    EXPECT_EQ(born("2026-11"), "");
    EXPECT_EQ(born("2026-12"), "people.month_to_come");
    EXPECT_EQ(born("2050-12"), "people.month_to_come");
    EXPECT_EQ(born("1899-12"), "people.not_a_month");
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
