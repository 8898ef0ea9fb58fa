// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/unmet_claims.h"

#include "platform/analytics/drawn_marks_test.h"

#include <gtest/gtest.h>

#include <bit>

namespace xieshang::analytics {
namespace {

using Projects = std::vector<std::size_t>;

Marks drawn(std::size_t most_ballots, std::size_t most_projects)
{
    return made_up({.ballots = 1 + up_to(most_ballots - 1),
                       .projects = 1 + up_to(most_projects - 1),
                       .slots = 1 + up_to(most_projects),
                       .marks_each = *rc::gen::element(1.0, 2.0, 4.0)},
        up_to(1'000'000));
}

std::vector<UnmetClaim> claims_of(const Marks& marks, const Projects& listed)
{
    const Supporters supporters(marks.ballots, marks.projects.size());
    return unmet_claims(marks.ballots, supporters, {listed, marks.slots[0]});
}

// As the definition says it: over all groups of people.
bool has_claim(const Marks& marks, const Projects& listed, std::uint32_t project)
{
    const auto people = marks.ballots.size();
    for (std::uint32_t group = 1; group < 1U << people; ++group) {
        bool agrees = true;
        std::size_t most = 0; // that one of them has
        for (std::size_t i = 0; i < people; ++i) {
            if ((group >> i & 1U) != 0) {
                const auto marked = marks.ballots.marks(i);
                const auto has = [&](std::size_t one) {
                    return std::find(marked.begin(), marked.end(), one) != marked.end();
                };
                agrees = agrees && has(project);
                most =
                    std::max<std::size_t>(most, std::count_if(listed.begin(), listed.end(), has));
            }
        }
        // Fewer than n each, n = most + 1 being the least n for which that is so.
        const auto size = static_cast<std::size_t>(std::popcount(group));
        if (agrees && size * marks.slots[0] >= (most + 1) * people) {
            return true;
        }
    }
    return false;
}

TEST(UnmetClaims, AreThoseOfTheDefinition)
{
    EXPECT_TRUE(rc::check([] {
        for (int instance = 0; instance < 20; ++instance) {
            const auto marks = drawn(7, 6);
            Projects listed;
            for (std::size_t i = 0; i < marks.projects.size(); ++i) {
                if (listed.size() < marks.slots[0] && up_to(1) == 1) {
                    listed.push_back(i);
                }
            }
            Projects with_claims;
            for (const auto& claim : claims_of(marks, listed)) {
                with_claims.push_back(claim.project);
            }
            Projects expected;
            for (std::uint32_t i = 0; i < marks.projects.size(); ++i) {
                if (std::find(listed.begin(), listed.end(), i) == listed.end()
                    && has_claim(marks, listed, i)) {
                    expected.push_back(i);
                }
            }
            RC_ASSERT(with_claims == expected);
        }
    }));
}

TEST(UnmetClaims, AreNoneAfterEqualSharesWithOneForm)
{
    EXPECT_TRUE(rc::check([] {
        for (int instance = 0; instance < 10; ++instance) {
            const auto marks = drawn(60, 25);
            RC_ASSERT(claims_of(marks, marks.run().winners()).empty());
        }
    }));
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        const auto marks =
            made_up({.ballots = 3'000, .projects = 60, .slots = 20, .marks_each = 8}, seed);
        EXPECT_TRUE(claims_of(marks, marks.run().winners()).empty());
    }
}

// 60 people, 3 slots: 20 are worth one. Those who marked 2 are 25 and have nothing.
TEST(UnmetClaims, NameTheProjectThePeopleAndWhatTheyAreWorth)
{
    Marks marks{{}, std::vector<Project>(3), {3}};
    const std::vector<std::uint32_t> first{0, 1};
    const std::vector<std::uint32_t> third{2};
    marks.ballots.add(first, 35);
    marks.ballots.add(third, 25);
    EXPECT_EQ(claims_of(marks, {0, 1}), (std::vector<UnmetClaim>{{2, 25, 1}}));
    EXPECT_EQ(claims_of(marks, {0, 2}), (std::vector<UnmetClaim>{}));
    EXPECT_EQ(claims_of(marks, {2}), (std::vector<UnmetClaim>{{0, 35, 1}, {1, 35, 1}}));
    EXPECT_THROW(claims_of(marks, {3}), std::out_of_range);
}

} // namespace
} // namespace xieshang::analytics
