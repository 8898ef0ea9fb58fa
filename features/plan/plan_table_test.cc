// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_table.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

TEST(PlanTable, NeverWritesAFormula)
{
    for (const auto* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
        EXPECT_EQ(csv_cell(text), std::string("\"'") + text + "\"");
    }
}

TEST(PlanTable, DoublesQuotesAndKeepsLineBreaks)
{
    EXPECT_EQ(csv_cell("聚力\"双减\"\n促进"), "\"聚力\"\"双减\"\"\n促进\"");
}

TEST(PlanTable, HasAHeadAndARowForEachPlan)
{
    PlanLine plan;
    plan.title = "计划";
    plan.year = 2022;
    plan.draft = true;
    plan.topic_count = 12;
    plan.updated_at = {1'647'216'000'000}; // 2022-03-14T00:00:00Z
    const auto as_code = [](std::string_view code) {
        return std::string(code.substr(code.rfind('.') + 1));
    };
    EXPECT_EQ(plan_table({plan}, as_code),
        "\xEF\xBB\xBF\"title\",\"committee\",\"year\",\"state\",\"draft\",\"topics\","
        "\"updated\"\r\n"
        "\"计划\",\"\",\"2022\",\"draft\",\"yes\",\"12\",\"2022-03-14 08:00:00\"\r\n");
}

} // namespace
} // namespace xieshang::plan
