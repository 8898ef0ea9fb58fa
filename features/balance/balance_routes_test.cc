// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/balance/balance_routes.h"

#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::balance {
namespace {

using enum http::Method;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class BalanceRoutes : public plan::PlanDesk {
protected:
    void add_more_routes(http::Api& api) override { add_balance_routes(api); }
    Answer plan_of_year(int year, const std::string& topics = "")
    {
        return send(post, "/api/plans", "office",
            R"({"title":"计划)" + std::to_string(year) + R"(","committee":"政协","year":)"
                + std::to_string(year) + R"(,"topics":[)" + topics + "]}");
    }
    static std::string topic(
        const std::string& title, const std::string& kind, const std::string& field)
    {
        return R"({"number":1,"kind":")" + kind + R"(","title":")" + title
            + R"(","period":"","responsible":[],"participating":[],"line":0,"field":)" + field
            + "}";
    }
};
ON_EVERY_DATABASE(BalanceRoutes);

TEST_P(BalanceRoutes, ShowTheLastThreeYearsWithHintsFromTheSettings)
{
    for (const int year : {2019, 2020, 2021}) {
        ASSERT_EQ(plan_of_year(year).status, 201);
    }
    ASSERT_EQ(plan_of_year(2022,
                  topic("甲", "thematic", R"("society")") + "," + topic("乙", "thematic", "null"))
                  .status,
        201);
    EXPECT_EQ(send(get, "/api/plans/balance", "").status, 401);
    const auto seen = send(get, "/api/plans/balance", "reader");
    ASSERT_EQ(seen.status, 200) << seen.text;
    const auto& plans = seen.body.at("plans").as_array();
    ASSERT_THAT(plans, SizeIs(3));
    EXPECT_EQ(plans.at(0).at("year"), 2022);
    EXPECT_EQ(plans.at(2).at("year"), 2020);
    EXPECT_EQ(plans.at(0).at("total"), 2);
    EXPECT_EQ(plans.at(0).at("fields").at(3).at("count"), 1); // society
    EXPECT_EQ(plans.at(0).at("fields").at(5).at("count"), 1); // not said
    EXPECT_EQ(plans.at(0).at("kinds").at(3).at("hint"), "within");
    EXPECT_EQ(plans.at(1).at("kinds").at(3).at("hint"), "below");
    EXPECT_EQ(seen.body.at("kinds").at(3).at("name"), "Thematic consultation");
}

TEST_P(BalanceRoutes, NarrowToTheYearsAskedAndLeaveOutWhatWasDiscarded)
{
    for (const int year : {2019, 2020, 2021}) {
        ASSERT_EQ(plan_of_year(year).status, 201);
    }
    const auto gone = plan_of_year(2022);
    send(post, "/api/plans/" + gone.id() + "/steps", "office",
        R"({"action":"discard","reason":"重复"})", 1);
    const auto some = send(get, "/api/plans/balance?from=2019&to=2020", "reader");
    ASSERT_THAT(some.body.at("plans").as_array(), SizeIs(2));
    EXPECT_EQ(
        send(get, "/api/plans/balance?from=2022", "reader").body.at("plans").as_array().size(), 0U);
    const auto reversed = send(get, "/api/plans/balance?from=2021&to=2020", "reader");
    EXPECT_EQ(reversed.code(), "balance.years_reversed");
}

TEST_P(BalanceRoutes, ExportTheSameCounts)
{
    ASSERT_EQ(plan_of_year(2022, topic("甲", "thematic", R"("society")")).status, 201);
    const auto file = send(get, "/api/plans/balance/export", "reader");
    ASSERT_EQ(file.status, 200);
    EXPECT_THAT(file.text, HasSubstr("\"Society\",\"Thematic consultation\",\"\",\"1\""));
    EXPECT_THAT(file.text, HasSubstr("\"All fields\",\"Thematic consultation\",\"2–4\",\"1\""));
}

} // namespace
} // namespace xieshang::balance
