// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/oracle.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace xieshang::policies {
namespace {

constexpr std::string_view table = R"(# Policies
| operation | route | roles | membership | relation | state | view | proof |
|---|---|---|---|---|---|---|---|
| see | GET /a | office | – | any | any | all | any |
| see | GET /a | member, reader | active, former | own | issued | public | any |
| door | GET /b | anyone | – | any | any | all | any |
| own | GET /c | any account | – | any | any | all | fresh |
| look | GET /d | office | – | any | secret | all | fresh |
| look | GET /d | office | – | any | open | all | any |
| open | GET /e | office | – | any | open | all | fresh |
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

TEST(PolicyOracle, TellsWhereAProofIsTooOld)
{
    const auto all = promises_in(table);
    const Asking lately{true, "office"};
    const Asking long_ago{true, "office", "none", false};
    const auto judged = [&](const char* name, const Asking& asking, const char* state) {
        return promised(all.at(name), asking, {"other_body", state}).verdict;
    };
    EXPECT_EQ(judged("own", lately, ""), Verdict::seen);
    EXPECT_EQ(judged("own", long_ago, ""), Verdict::stale);
    EXPECT_EQ(judged("door", long_ago, ""), Verdict::seen);
    EXPECT_EQ(judged("see", long_ago, ""), Verdict::seen);
    EXPECT_EQ(judged("look", lately, "secret"), Verdict::seen);
    EXPECT_EQ(judged("look", long_ago, "secret"), Verdict::stale_here);
    EXPECT_EQ(judged("look", long_ago, "open"), Verdict::seen);
    EXPECT_EQ(judged("look", long_ago, "shut"), Verdict::hidden);
    EXPECT_EQ(judged("open", long_ago, "shut"), Verdict::stale) << "known before the object is";
    EXPECT_EQ(judged("open", {true, "auditor", "none", false}, ""), Verdict::forbidden);
}

} // namespace
} // namespace xieshang::policies
