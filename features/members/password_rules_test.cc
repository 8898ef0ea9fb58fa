// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/password_rules.h"

#include "features/members/known_passwords.h"
#include "features/members/odd_passwords_test.h"
#include "features/members/person.h"
#include "platform/base/embedded.h"

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

TEST(PasswordRules, CountTheHousesOwnWordsForNothingHoweverTheyAreWritten)
{
    const std::vector<std::string> words{"南通", "濠河"};
    const auto code = [&](std::string_view password, const PasswordRules& rules) {
        const auto trouble = trouble_with({password, "wang.1", "张伟明", rules}, "/password");
        return trouble ? trouble->code : "";
    };
    const std::string own = "members.password_assembly_words";
    for (const auto* password : {"南通南通2026ab", "Nantong2026!", "ＮＡＮＴＯＮＧ2026!",
             "haohe+Haohe 1", "濠河Haohe123!"}) {
        EXPECT_EQ(code(password, {cn_djbh, words}), own) << password;
        EXPECT_EQ(code(password, cn_djbh), "") << password;
    }
    EXPECT_EQ(code("Nantong and 2 old oaks", {asvs, words}), "");
    EXPECT_EQ(code("Zhengxie2026!", {asvs, words}), own) << "beside those of every assembly";
}

TEST(PasswordRules, TakeOddPasswordsAsTheyAreOrRefuseThem)
{
    for (const auto& odd : odd_passwords) {
        EXPECT_EQ(code_of(odd.password, asvs), odd.asvs) << odd.password;
        EXPECT_EQ(code_of(odd.password, cn_djbh), odd.cn_djbh) << odd.password;
    }
}

TEST(KnownPasswords, AreTenThousandAndMoreOfThoseThatAreLongEnough)
{
    const auto common = embedded::passwords().front().bytes;
    std::size_t found = 0;
    std::string before;
    for (std::size_t at = 0; at < common.size();) {
        const auto end = common.find('\n', at);
        const std::string password(common.substr(at, end - at));
        ASSERT_GE(password.size(), password_least) << password;
        ASSERT_LT(before, password);
        ASSERT_EQ(folded_login(password), password);
        ASSERT_TRUE(is_known_password(password)) << password;
        EXPECT_NE(code_of(password, asvs), "") << password;
        before = password;
        at = end + 1;
        ++found;
    }
    EXPECT_GE(found, 10'000U);
    for (const auto* unknown : {"", "a", "zzzzzzzzzzzzzzzzzzzz", "passwor", "春江潮水连海平上"}) {
        EXPECT_FALSE(is_known_password(unknown)) << unknown;
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
