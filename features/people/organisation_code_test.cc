// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation_code.h"

#include <gtest/gtest.h>

namespace xieshang::people {
namespace {

std::vector<Organisation> with_codes(std::initializer_list<const char*> codes)
{
    std::vector<Organisation> all;
    for (const auto* code : codes) {
        all.push_back({.words = {.code = code}});
    }
    return all;
}

TEST(OrganisationCode, IsMadeOfInitialsAndTakenByNobody)
{
    using enum OrganisationKind;
    EXPECT_EQ(code_proposed("经济界", sector, {}), "jjj");
    EXPECT_EQ(code_proposed("经济界", sector, with_codes({"jjj", "jjj2"})), "jjj3");
    EXPECT_EQ(code_proposed("·", sector, with_codes({"sector"})), "sector2");
    const std::string name(3000, 'a');
    const auto code = code_proposed(name, sector, {});
    EXPECT_TRUE(acceptable(OrganisationWords{sector, "甲", "甲", code, {}, {"2020-01-01", {}}}));
}

} // namespace
} // namespace xieshang::people
