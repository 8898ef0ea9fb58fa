// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/first_three_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

// "pointer code" of each field that is wrong.
std::vector<std::string> troubles(
    const FirstThree& three, PasswordProfile profile = PasswordProfile::asvs)
{
    std::vector<std::string> said;
    if (const auto fits = acceptable(three, profile); !fits) {
        for (const auto& field : fits.error().fields) {
            said.push_back(field.pointer + " " + field.code);
        }
    }
    return said;
}

} // namespace

TEST(FirstThree, AreThreePeople)
{
    EXPECT_THAT(troubles(good_three()), ElementsAre());
    auto three = good_three();
    three.auditor.login = "ＡＮＱＵＡＮ"; // full width: the security administrator's, folded
    EXPECT_THAT(troubles(three), ElementsAre("/auditor/login members.same_login"));
    three = good_three();
    three.auditor.name = " " + three.system_administrator.name;
    three.security_administrator.password = three.system_administrator.password;
    EXPECT_THAT(troubles(three),
        UnorderedElementsAre("/auditor/name members.same_name",
            "/security_administrator/password members.same_password"));
}

TEST(FirstThree, AreToldWhichOfThemAndWhichField)
{
    auto three = good_three();
    three.auditor = {};
    EXPECT_THAT(troubles(three),
        UnorderedElementsAre("/auditor/login members.login_length",
            "/auditor/name members.name_length", "/auditor/password members.password_short"));
    three = good_three();
    three.system_administrator.login = "x y";
    three.security_administrator.password = "password123";
    EXPECT_THAT(troubles(three),
        UnorderedElementsAre("/system_administrator/login members.login_characters",
            "/security_administrator/password members.password_known"));
    EXPECT_THAT(troubles({}), testing::SizeIs(9)) << "blank fields are not the same as each other";
    EXPECT_THAT(troubles(good_three(), PasswordProfile::cn_djbh), testing::SizeIs(3));
}

} // namespace xieshang::members
