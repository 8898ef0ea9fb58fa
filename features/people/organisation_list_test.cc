// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation_list.h"

#include <gmock/gmock.h>

namespace xieshang::people {
namespace {

using testing::ElementsAre;

OrganisationLine line(const std::string& code, OrganisationKind kind, const std::string& name,
    const std::string& short_name, bool stands = true)
{
    OrganisationLine made;
    made.id = {code};
    made.code = code;
    made.kind = kind;
    made.name = name;
    made.short_name = short_name;
    made.stands = stands;
    return made;
}

std::vector<std::string> found(const OrganisationFilter& filter)
{
    std::vector<std::string> codes;
    for (const auto& one :
        narrowed({line("wjw", OrganisationKind::department, "云栖区卫生健康委员会", "区卫健委"),
                     line("jyj", OrganisationKind::department, "云栖区教育局", "区教育局"),
                     line("old", OrganisationKind::department, "云栖区卫生局", "卫生局", false),
                     line("gh", OrganisationKind::sector, "工会", "工会"),
                     line("zx", OrganisationKind::committee, "云栖区政协", "区政协")},
            filter)) {
        codes.push_back(one.code);
    }
    return codes;
}

TEST(OrganisationList, ComesByCodeByKindAndByPinyin)
{
    EXPECT_THAT(found({}), ElementsAre("gh", "jyj", "old", "wjw", "zx"));
    EXPECT_THAT(
        found({.sort = OrganisationOrder::kind}), ElementsAre("zx", "gh", "jyj", "old", "wjw"));
    // gōng; yún qī qū jiào, wèi shēng jiàn, wèi shēng jú, zhèng
    EXPECT_THAT(
        found({.sort = OrganisationOrder::name}), ElementsAre("gh", "jyj", "wjw", "old", "zx"));
}

TEST(OrganisationList, FindsByWordsPinyinInitialsAndTheBeginningOfACode)
{
    EXPECT_THAT(found({.q = "教育"}), ElementsAre("jyj"));
    EXPECT_THAT(found({.q = "jiaoyu"}), ElementsAre("jyj"));
    EXPECT_THAT(found({.q = "qwjw"}), ElementsAre("wjw"));
    EXPECT_THAT(found({.q = "WJ"}), ElementsAre("wjw"));
    EXPECT_THAT(found({.q = "卫生", .standing = true}), ElementsAre("wjw"));
    EXPECT_THAT(found({.kind = OrganisationKind::sector}), ElementsAre("gh"));
    EXPECT_THAT(found({.q = "林业"}), ElementsAre());
}

} // namespace
} // namespace xieshang::people
