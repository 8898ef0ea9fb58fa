// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/person.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace xieshang::members {
namespace {

const Entry good{"wang.xie-shang_1", "王小协", "correct horse"};

// The codes that an entry meets, "/login members.login_length" …
std::vector<std::string> troubles(const Entry& entry)
{
    std::vector<std::string> found;
    const auto result = acceptable(entry);
    if (!result) {
        EXPECT_EQ(result.error().trouble, base::Trouble::refused);
        EXPECT_EQ(result.error().code, "members.invalid");
        for (const auto& field : result.error().fields) {
            found.push_back(field.pointer + " " + field.code);
        }
    }
    return found;
}

std::vector<std::string> with_login(std::string_view login)
{
    return troubles({login, good.name, good.password});
}
std::vector<std::string> with_name(std::string_view name)
{
    return troubles({good.login, name, good.password});
}
std::vector<std::string> with_password(std::string_view word)
{
    return troubles({good.login, good.name, word});
}

using Found = std::vector<std::string>;

} // namespace

TEST(Logins, AreOnePersonInAnySpelling)
{
    EXPECT_EQ(folded_login("Wang"), "wang");
    EXPECT_EQ(folded_login("ＷＡＮＧ１"), "wang1");
    EXPECT_EQ(folded_login("  王协商 "), "王协商");
    EXPECT_EQ(folded_login("a\u200bb"), "ab") << "what cannot be seen makes no other person";
    EXPECT_EQ(folded_login("STRASSE"), folded_login("straße"));
    EXPECT_TRUE(rc::check([](const std::string& login) {
        RC_ASSERT(folded_login(folded_login(login)) == folded_login(login));
    }));
}

TEST(Logins, AreLettersDigitsHanAndThreeSigns)
{
    for (const auto* login : {"wang.xie-shang_1", "王协商", "WANG", "ab", "㐂老", "13800000000"}) {
        EXPECT_EQ(with_login(login), Found{}) << login;
    }
    for (const auto* login :
        {"wang xie", "a@b", "a/b", "имя", "王·协", "a\nb", "ab\xff", "<b>", "，。"}) {
        EXPECT_EQ(with_login(login), Found{"/login members.login_characters"}) << login;
    }
    EXPECT_EQ(with_login("王"), Found{"/login members.login_length"});
    EXPECT_EQ(with_login(""), Found{"/login members.login_length"});
    EXPECT_EQ(with_login(std::string(64, 'a')), Found{});
    EXPECT_EQ(with_login(std::string(65, 'a')), Found{"/login members.login_length"});
}

TEST(Names, AreOfAnyScript)
{
    for (const auto* name : {"王小协", "买买提·艾力", "Анна", "O'Neil, J.", "𠮷田"}) {
        EXPECT_EQ(with_name(name), Found{}) << name;
    }
    EXPECT_EQ(with_name(""), Found{"/name members.name_length"});
    EXPECT_EQ(with_name(" \t　"), Found{"/name members.name_length"});
    EXPECT_EQ(with_name(std::string(65, 'x')), Found{"/name members.name_length"});
    EXPECT_EQ(with_name("王\n协"), Found{"/name members.name_characters"});
    EXPECT_EQ(with_name("王\u202e协"), Found{"/name members.name_characters"})
        << "turns the line around";
    EXPECT_EQ(with_name("\xc3\x28"), Found{"/name members.name_characters"});
}

TEST(PasswordRule, AsksForEightCharactersThatDoNotRepeatTheLogin)
{
    EXPECT_EQ(with_password("1234567"), Found{"/password members.password_short"});
    EXPECT_EQ(with_password("lamp qz4"), Found{});
    EXPECT_EQ(with_password("春江潮水连海"), Found{"/password members.password_short"})
        << "characters, not bytes";
    EXPECT_EQ(with_password("春江潮水连海平海"), Found{});
    EXPECT_EQ(with_password(std::string(256, 'x')), Found{});
    EXPECT_EQ(with_password(std::string(257, 'x')), Found{"/password members.password_long"});
    EXPECT_EQ(
        with_password("xxWANG.XIE-SHANG_1xx"), Found{"/password members.password_contains_login"});
}

TEST(Entries, NameEveryWrongFieldAtOnce)
{
    EXPECT_EQ(troubles({"", "", ""}),
        (Found{"/login members.login_length", "/name members.name_length",
            "/password members.password_short"}));
}

TEST(Entries, NeverCrashWhateverIsTyped)
{
    EXPECT_TRUE(rc::check(
        [](const std::string& login, const std::string& name, const std::string& password) {
            static_cast<void>(acceptable({login, name, password}));
        }));
}

TEST(Roles, HaveNamesAndBitsThatStay)
{
    EXPECT_EQ(bit(Role::office), 1U);
    EXPECT_EQ(bit(Role::reader), 2U);
    EXPECT_EQ(role_names(3), (std::vector<std::string>{"office", "reader"}));
    EXPECT_EQ(role_names(0), std::vector<std::string>{});
}

} // namespace xieshang::members
