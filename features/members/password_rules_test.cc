// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/password_rules.h"

#include <gtest/gtest.h>

namespace xieshang::members {
namespace {

constexpr auto asvs = PasswordProfile::asvs;
constexpr auto cn_djbh = PasswordProfile::cn_djbh;

std::string code_of(std::string_view password, PasswordProfile profile)
{
    const auto trouble = trouble_with({password, "wang.1", "张伟明", profile}, "/new_password");
    return trouble ? trouble->code.substr(std::string("members.password_").size()) : "";
}

struct Case {
    const char* password;
    const char* asvs;
    const char* cn_djbh;
};

constexpr Case cases[]{
    {"Ab3-efg", "short", "short"}, {"Ab3-efgh", "", ""}, {"abcdefg3", "", "kinds"},
    {"abc efg3", "", ""}, {"only small letters and blanks", "", "kinds"},
    {"春江潮水连海平上", "", "kinds"}, {"春江潮水连海平Ab", "", ""},
    {"\xF0\x9F\x90\xA7 four Penguins", "", ""},
    {"xxWANG.1xx yy", "contains_login", "contains_login"},
    {"ZhangWeiming 7!", "contains_name", "contains_name"},
    {"我是张伟明本人没错的", "contains_name", "contains_name"}, {"P@ssw0rd", "known", "known"},
    {"ｐａｓｓｗｏｒｄ", "known", "known"}, // full width
    {"1Qaz2Wsx", "known", "known"}, {"Zhengxie2026!", "assembly_words", "assembly_words"},
    {"崇川政协2026", "assembly_words", "assembly_words"},
    {"CPPCC and 2 old oaks", "", ""},                            // long enough without the word
    {"xiexieshangshang1A!", "assembly_words", "assembly_words"}, // one word within another
};

} // namespace

TEST(PasswordRules, HoldForBothProfiles)
{
    for (const auto& row : cases) {
        EXPECT_EQ(code_of(row.password, asvs), row.asvs) << row.password;
        EXPECT_EQ(code_of(row.password, cn_djbh), row.cn_djbh) << row.password;
    }
}

TEST(PasswordRules, LetNobodyWaitForAnEndThatTheHouseDidNotChoose)
{
    constexpr base::Instant set_at{1'000};
    EXPECT_EQ(age_of_password(asvs, set_at, set_at + 100 * password_lasts_ms), PasswordAge::good);
    EXPECT_EQ(password_ends_at(asvs, set_at), std::nullopt);
}

TEST(PasswordRules, EndAPasswordAfterNinetyDaysWithAWarning)
{
    constexpr base::Instant set_at{1'000};
    constexpr auto ends_at = set_at + 90LL * 86'400'000;
    const auto age = [&](base::Instant now) { return age_of_password(cn_djbh, set_at, now); };
    EXPECT_EQ(password_ends_at(cn_djbh, set_at), ends_at);
    EXPECT_EQ(age(ends_at + -(14LL * 86'400'000) + -1), PasswordAge::good);
    EXPECT_EQ(age(ends_at + -(14LL * 86'400'000)), PasswordAge::ends_soon);
    EXPECT_EQ(age(ends_at + -1), PasswordAge::ends_soon);
    EXPECT_EQ(age(ends_at), PasswordAge::ended);
}

} // namespace xieshang::members
