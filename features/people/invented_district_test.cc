// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/invented_district.h"

#include <gtest/gtest.h>

#include <set>

namespace xieshang::people {

TEST(InventedDistrict, HasTheScaleOfALargeDistrict)
{
    using enum OrganisationKind;
    EXPECT_EQ(count_of(committee), 1U);
    EXPECT_EQ(count_of(sector), 24U);
    EXPECT_EQ(count_of(department), 60U);
    EXPECT_EQ(count_of(sub_district), 14U);
    EXPECT_GE(count_of(special_committee), 8U);
    EXPECT_GE(count_of(party_or_group), 16U);
}

TEST(InventedDistrict, NamesEachBodyOnceWithinItsKind)
{
    std::set<std::pair<OrganisationKind, std::string_view>> names;
    for (const auto& one : invented_bodies()) {
        EXPECT_TRUE(names.emplace(one.kind, one.name).second) << one.name;
        EXPECT_TRUE(acceptable(
            OrganisationWords{one.kind, std::string(one.name), std::string(one.short_name),
                invented_code(one.kind, 1), {}, {std::string(invented_district_begins), {}}}));
    }
}

} // namespace xieshang::people
