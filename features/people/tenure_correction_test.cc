// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/tenure_correction.h"

#include <gtest/gtest.h>

namespace xieshang::people {
namespace {

const Tenure entered{.id = {"1"},
    .post_id = {"chair"},
    .person_id = {"wang"},
    .period = {"2022-01-01", {}},
    .version = 1};

template <class Value>
std::string code_of(const base::Result<Value>& result)
{
    return result ? std::string() : result.error().code;
}

TEST(TenureCorrection, ChangesTheDaysThatAreSaidWithAReason)
{
    TenureChange change;
    change.from = std::string("2021-12-20");
    EXPECT_EQ(code_of(corrected(entered, change)), "tenure.no_reason");
    change.reason = "录入有误";
    EXPECT_EQ(corrected(entered, change)->period, (Period{"2021-12-20", {}}));
    change.until = std::optional<std::string>("2021-12-19");
    EXPECT_EQ(code_of(corrected(entered, change)), "period.invalid");
    TenureChange same;
    same.reason = "录入有误";
    EXPECT_EQ(code_of(corrected(entered, same)), "tenure.not_changed");
}

TEST(TenureCorrection, TakesATenureBackOnce)
{
    EXPECT_EQ(code_of(withdrawn(entered, {{7}, "office", "张办", " "})), "tenure.no_reason");
    const auto back = withdrawn(entered, {{7}, "office", "张办", "录错了人"});
    ASSERT_TRUE(back);
    EXPECT_EQ(back->withdrawn->reason, "录错了人");
    EXPECT_EQ(back->period, entered.period);
    EXPECT_EQ(code_of(withdrawn(*back, {{8}, "office", "张办", "再来"})), "tenure.withdrawn");
    TenureChange change;
    change.from = std::string("2021-12-20");
    change.reason = "录入有误";
    EXPECT_EQ(code_of(corrected(*back, change)), "tenure.withdrawn");
    EXPECT_TRUE(holders_on({*back}, entered.post_id, "2023-01-01").empty());
}

TEST(TenureCorrection, LeavesTheBoundPostsOfAClosedTermAsTheyAre)
{
    const std::vector<Term> terms{
        {{"1"}, 1, {"2016-12-28", "2021-12-19"}, 2}, {{"2"}, 2, {"2021-12-20", {}}, 1}};
    Post post{.id = {"chair"}, .term_bound = true};
    const Period then{"2017-01-01", "2021-12-19"};
    EXPECT_EQ(code_of(is_open(post, then, terms, "2022-03-14")), "tenure.term_closed");
    EXPECT_TRUE(is_open(post, {"2021-12-20", {}}, terms, "2022-03-14"));
    EXPECT_TRUE(is_open(post, then, terms, "2021-12-19"));
    post.term_bound = false;
    EXPECT_TRUE(is_open(post, then, terms, "2022-03-14"));
}

} // namespace
} // namespace xieshang::people
