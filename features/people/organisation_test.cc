// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation.h"

#include <gtest/gtest.h>

namespace xieshang::people {
namespace {

Organisation organisation(std::string id, std::optional<OrganisationId> parent = {})
{
    return {.id = {id},
        .words = {.kind = OrganisationKind::department,
            .name = "民政局",
            .short_name = "民政",
            .code = id,
            .parent_id = std::move(parent),
            .valid = {"2021-12-01", {}}}};
}

TEST(Organisation, NamesEachWrongField)
{
    EXPECT_TRUE(acceptable(organisation("d-1").words));
    auto words = organisation("D 1").words;
    words.short_name = "";
    words.valid.until = "2021-01-01";
    const auto refused = acceptable(words);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().fields.size(), 3U);
    EXPECT_EQ(refused.error().fields[0].pointer, "/short_name");
    EXPECT_EQ(refused.error().fields[1].code, "organisation.not_a_code");
    EXPECT_EQ(refused.error().fields[2].pointer, "/valid/until");
}

TEST(Organisation, HangsUnderNothingThatIsBelowItself)
{
    const std::vector<Organisation> all{
        organisation("a"), organisation("b", {{"a"}}), organisation("c", {{"b"}})};
    EXPECT_TRUE(fits_tree(organisation("d", {{"c"}}), all));
    EXPECT_EQ(fits_tree(organisation("a", {{"c"}}), all).error().fields.at(0).code,
        "organisation.below_itself");
    EXPECT_EQ(fits_tree(organisation("a", {{"a"}}), all).error().fields.at(0).code,
        "organisation.below_itself");
    EXPECT_EQ(fits_tree(organisation("d", {{"x"}}), all).error().fields.at(0).code,
        "organisation.no_parent");
}

} // namespace
} // namespace xieshang::people
