// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/contact.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::people {
namespace {

std::string kept(Contact contact, std::string_view typed) // or the code of the field
{
    const auto form = kept_form(contact, typed);
    return form ? *form : form.error().fields.at(0).code;
}

TEST(Contact, TakesTelephonesInTheFormsThatPeopleWrite)
{
    const auto telephone = [](std::string_view typed) { return kept(Contact::telephone, typed); };
    for (const auto* typed : {"13800138000", "138 0013 8000", "138-0013-8000", "+86 13800138000",
             "0086-13800138000", "１３８００１３８０００", "138　0013　8000"}) {
        EXPECT_EQ(telephone(typed), "13800138000") << typed;
    }
    EXPECT_EQ(telephone("010-8888 6666"), "01088886666");
    EXPECT_EQ(telephone("(0755) 2345678"), "07552345678");
    EXPECT_EQ(telephone("+86 10 88886666"), "01088886666");
    EXPECT_EQ(telephone("0571-87654321转802"), "057187654321#802");
    EXPECT_EQ(telephone("0571-87654321＃802"), "057187654321#802");
    for (const auto* typed : {"12800138000", "1380013800", "138001380001", "88886666",
             "0571-8765432a", "0571-87654321#", "13800138000#12", "+1 2025550100", "电话", "-"}) {
        EXPECT_EQ(telephone(typed), "contact.not_a_telephone") << typed;
    }
}

TEST(Contact, TakesEmailAddressesAndFoldsTheirDomain)
{
    const auto email = [](std::string_view typed) { return kept(Contact::email, typed); };
    EXPECT_EQ(email(" Wang.Fang+zx@Example.CN "), "Wang.Fang+zx@example.cn");
    EXPECT_EQ(email("ｗａｎｇ＠example.cn"), "wang@example.cn");
    for (const auto* typed : {"wang", "@example.cn", "wang@", "wang@cn", "wa..ng@example.cn",
             ".wang@example.cn", "wang@-example.cn", "wang@example..cn", "王@example.cn",
             "a@b@example.cn", "wang@1.2"}) {
        EXPECT_EQ(email(typed), "contact.not_an_email") << typed;
    }
    EXPECT_EQ(email(std::string(65, 'a') + "@example.cn"), "contact.not_an_email");
}

// 11010519491231002X is the example of GB 11643-1999.
TEST(Contact, ChecksIdentityNumbersDigitByDigit)
{
    const auto number = [](std::string_view typed) {
        return kept(Contact::identity_number, typed);
    };
    EXPECT_EQ(number("11010519491231002X"), "11010519491231002X");
    EXPECT_EQ(number("110105 19491231 002x"), "11010519491231002X");
    EXPECT_EQ(number("440524188001010014"), "contact.no_birthday"); // before 1900
    EXPECT_EQ(number("110105194912310021"), "contact.wrong_check_digit");
    EXPECT_EQ(number("11010519490231002X"), "contact.no_birthday");
    for (const auto* typed : {"", "1101051949123100", "11010519491231002Y", "1101051949123100X2",
             "01010519491231002X", "110105194912310021X"}) {
        EXPECT_EQ(number(typed), "contact.not_an_identity_number") << typed;
    }
}

TEST(Contact, NeverTakesAnIdentityNumberWithOneDigitMistyped)
{
    EXPECT_TRUE(rc::check([] {
        std::string number = "11010519491231002X";
        const auto at = *rc::gen::inRange<std::size_t>(0, 17);
        const auto other = static_cast<char>('0' + *rc::gen::inRange(0, 10));
        RC_PRE(number[at] != other);
        number[at] = other;
        RC_ASSERT(!kept_form(Contact::identity_number, number));
    }));
}

TEST(Contact, IsKeptInAFormThatIsItsOwnForm)
{
    EXPECT_TRUE(rc::check([](const std::string& typed) {
        for (const auto contact : all_contacts) {
            if (const auto form = kept_form(contact, typed)) {
                RC_ASSERT(kept_form(contact, *form).value() == *form);
            }
        }
    }));
}

} // namespace
} // namespace xieshang::people
