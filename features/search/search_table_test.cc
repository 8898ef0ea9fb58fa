// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/search/search_table.h"

#include <gmock/gmock.h>

namespace xieshang::search {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

std::string as_code(std::string_view code) { return std::string(code); }

TEST(SearchTable, SaysWhereEachWordStands)
{
    const HitView hit{.kind = Kind::document,
        .title = {{"计划.txt", false}},
        .snippet = {{"多元", false}, {"养老", true}},
        .line = 12,
        .context = "2022年计划",
        .year = 2022,
        .at = {1'647'216'000'000}};
    EXPECT_THAT(search_table({hit}, false, as_code),
        EndsWith("\"search.kind.document\",\"计划.txt\",\"2022年计划\",\"2022\",\"多元养老\","
                 "\"12\",\"2022-03-14 08:00:00\"\r\n"));
}

TEST(SearchTable, SaysWhenThereIsMore)
{
    EXPECT_THAT(search_table({HitView{}}, true, as_code), EndsWith("\"search.export.more\"\r\n"));
    EXPECT_THAT(search_table({HitView{}}, false, as_code), Not(HasSubstr("search.export.more")));
}

} // namespace
} // namespace xieshang::search
