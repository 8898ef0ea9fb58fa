// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/oracle.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace xieshang::policies {
namespace {

constexpr std::string_view table = R"(# Policies
| operation | route | roles | membership | relation | state | view |
|---|---|---|---|---|---|---|
| see | GET /a | office | – | any | any | all |
| see | GET /a | member, reader | active, former | own | issued | public |
| door | GET /b | anyone | – | any | any | all |
)";

Verdict verdict(const Asking& asking, const Thing& thing = {})
{
    return promised(promises_in(table).at("see"), asking, thing).verdict;
}

TEST(PolicyOracle, ReadsRows)
{
    const auto all = promises_in(table);
    ASSERT_EQ(all.at("see").size(), 2);
    EXPECT_EQ(all.at("see")[1].memberships, (Names{"active", "former"}));
    EXPECT_TRUE(all.at("see")[0].relations.empty());
    EXPECT_EQ(promised(all.at("door"), {}, {}).verdict, Verdict::seen);
    EXPECT_THROW(promises_in("| a | b |\n"), std::runtime_error);
}

TEST(PolicyOracle, JudgesByTheFirstRowThatFits)
{
    const Thing own{"own", "issued"};
    EXPECT_EQ(verdict({}), Verdict::signed_out);
    EXPECT_EQ(verdict({true, "office"}), Verdict::seen);
    EXPECT_EQ(verdict({true, "auditor"}), Verdict::forbidden);
    EXPECT_EQ(verdict({true, "member", "former"}, own), Verdict::seen);
    EXPECT_EQ(verdict({true, "member", "suspended"}, own), Verdict::dormant);
    EXPECT_EQ(verdict({true, "convenor", "suspended"}, own), Verdict::forbidden);
    EXPECT_EQ(verdict({true, "auditor", "suspended"}, own), Verdict::forbidden);
    EXPECT_EQ(verdict({true, "reader", "suspended"}, own), Verdict::seen);
    EXPECT_EQ(verdict({true, "member", "active"}, {"own", "draft"}), Verdict::hidden);
    EXPECT_EQ(verdict({true, "member", "active"}, {"other_term", "issued"}), Verdict::hidden);
    EXPECT_EQ(
        promised(promises_in(table).at("see"), {true, "member", "active"}, own).view, "public");
}

} // namespace
} // namespace xieshang::policies
