// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Every operation × every role, membership and session × every object: what is answered is what
// docs/policies.md says. XIESHANG_LEARN_FIELDS=1 writes seen_fields.txt anew, for review.
#include "tests/policies/policies_fixture_test.h"
#include "tests/support/databases.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace xieshang::policies {
namespace {

bool is_there(const Case& one)
{
    return one.presence != Presence::absent && one.presence != Presence::unknown;
}

TEST_F(Policies, AnswerEverybodyAsTheyPromise)
{
    judge().learning = std::getenv("XIESHANG_LEARN_FIELDS") != nullptr;
    expect_promises(house(), judge());
    if (judge().learning) {
        std::ofstream(SeenFields::file) << judge().found().text();
    }
    EXPECT_EQ(judge().found().text(), SeenFields::kept().text())
        << "seen_fields.txt has lines that nobody sees any more, or fewer question marks";
    std::cout << "policies: " << judge().asked() << " requests by " << house().visitors().size()
              << " visitors\n";
}

// The decisions are the same code on both; what they look up, and what a refused write leaves, is
// not.
TEST_F(Policies, AnswerEverybodyOnPostgreSqlAsTheyPromise)
{
    if (!tests::postgres_server()) {
        GTEST_SKIP() << "PostgreSQL is not here";
    }
    const tests::FreshDatabase database("postgres");
    VisitedHouse house(database.address());
    Judge judge(house);
    expect_promises(house, judge);
    EXPECT_EQ(judge.found().text(), SeenFields::kept().text());
}

TEST_F(Policies, AreAskedAboutWhatIsNotThere)
{
    for (const auto& operation : operations()) {
        const bool has_object = operation.path.find('{') != std::string::npos;
        EXPECT_TRUE(
            !has_object || !std::all_of(operation.cases.begin(), operation.cases.end(), is_there))
            << operation.name << " is never asked for an absent object";
        EXPECT_TRUE(std::any_of(operation.cases.begin(), operation.cases.end(), is_there))
            << operation.name << " is never asked for anything";
    }
}

TEST_F(Policies, HaveNoMakerForWhatIsNoOperation)
{
    auto makers = all_makers();
    for (const auto& endpoint : house().api().endpoints()) {
        makers.erase(endpoint.name);
    }
    for (const auto& [name, maker] : makers) {
        ADD_FAILURE() << name << " is asked, but is no operation";
    }
}

} // namespace
} // namespace xieshang::policies
