// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation_days.h"

#include <gmock/gmock.h>

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> troubles(const Period& valid, const std::vector<OrganisationUse>& uses)
{
    std::vector<std::string> found;
    const auto fits = covers(valid, uses);
    if (!fits) {
        EXPECT_EQ(fits.error().code, "organisation.in_use");
        for (const auto& field : fits.error().fields) {
            found.push_back(field.pointer + " " + field.code + " " + field.params.at("by"));
        }
    }
    return found;
}

TEST(OrganisationDays, CoverAllThatUsesIt)
{
    const Period valid{"2020-01-01", "2024-12-31"};
    EXPECT_THAT(troubles(valid, {}), IsEmpty());
    EXPECT_THAT(troubles(valid, {{"王芳", {"2020-01-01", "2024-12-31"}}}), IsEmpty());
    EXPECT_THAT(troubles(valid, {{"王芳", {"2019-12-31", "2024-12-31"}}}),
        ElementsAre("/valid/from organisation.used_from 王芳"));
    EXPECT_THAT(troubles(valid, {{"王芳", {"2024-06-01", {}}}}),
        ElementsAre("/valid/until organisation.used_on 王芳"));
    EXPECT_THAT(troubles(valid, {{"王芳", {"2025-01-01", "2025-01-31"}}}),
        ElementsAre("/valid/until organisation.used_until 王芳"));
    EXPECT_THAT(troubles({"2020-01-01", {}}, {{"王芳", {"2024-06-01", {}}}}), IsEmpty());
}

TEST(OrganisationDays, NameTheEarliestAndTheLatestUse)
{
    const std::vector<OrganisationUse> uses{{"甲", {"2018-01-01", "2019-01-01"}},
        {"乙", {"2017-01-01", "2026-01-01"}}, {"丙", {"2021-01-01", "2027-01-01"}}};
    EXPECT_THAT(troubles({"2020-01-01", "2024-12-31"}, uses),
        ElementsAre(
            "/valid/from organisation.used_from 乙", "/valid/until organisation.used_until 丙"));
}

// A member who moved on the very day on which he came was nowhere else.
TEST(OrganisationDays, AreNotHeldByWhatLastedNoDay)
{
    EXPECT_THAT(troubles({"2020-01-01", {}}, {{"王芳", {"2019-06-01", "2019-05-31"}}}), IsEmpty());
}

} // namespace
} // namespace xieshang::people
