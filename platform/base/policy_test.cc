// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/policy.h"

#include <gtest/gtest.h>

namespace xieshang::base {
namespace {

constexpr Roles clerk_bit = 1;
constexpr Roles member_bit = 2;
constexpr Who clerks{.free = clerk_bit, .names = {"clerk"}, .count = 1};
constexpr Who members{.of_members = member_bit, .names = {"member"}, .count = 1};

const Actor clerk{.id = "c", .name = "文员", .roles = clerk_bit};
const Actor member{
    .id = "m", .name = "委员", .roles = member_bit, .membership = Membership::active};

Actor member_who_is(Membership membership)
{
    return {.id = "m", .name = "委员", .roles = 0, .membership = membership, .dormant = member_bit};
}

constexpr Policy draft_or_own({
    {.who = clerks},
    {.who = members, .relations = {Relation::own}, .view = "own"},
    {.who = members, .states = {"issued", "in_force"}, .view = "public"},
});

TEST(Policy, LetsInWhomARowNames)
{
    EXPECT_TRUE(Policy(clerks).allows(clerk));
    EXPECT_FALSE(Policy(clerks).allows(member));
    EXPECT_FALSE(Policy(clerks).allows(Actor{}));
    EXPECT_TRUE(Policy::open().allows(Actor{}));
    EXPECT_TRUE(Policy::signed_in().allows(Actor{}));
}

TEST(Policy, ShowsTheFieldsOfTheFirstRowThatFits)
{
    EXPECT_EQ(draft_or_own.view(clerk, Relation::other_term, "draft"), "all");
    EXPECT_EQ(draft_or_own.view(member, Relation::own, "draft"), "own");
    EXPECT_EQ(draft_or_own.view(member, Relation::other_body, "issued"), "public");
    EXPECT_EQ(draft_or_own.view(member, Relation::other_body, "draft"), std::nullopt);
    EXPECT_EQ(draft_or_own.view(member, Relation::same_body, ""), std::nullopt);
    EXPECT_EQ(draft_or_own.view(Actor{}, Relation::own, "issued"), std::nullopt);
}

// T-31: who is not yet, or no longer, a member does not act as one.
TEST(Policy, LetsMembersActOnlyWhileTheirMembershipIsAsTheRowSays)
{
    for (const auto membership :
        {Membership::none, Membership::invited, Membership::suspended, Membership::former}) {
        EXPECT_FALSE(draft_or_own.allows(member_who_is(membership)));
        EXPECT_EQ(draft_or_own.view(member_who_is(membership), Relation::own), std::nullopt);
    }
    constexpr Policy own_past({{.who = members,
        .relations = {Relation::own},
        .memberships = {Membership::active, Membership::former}}});
    EXPECT_EQ(own_past.view(member_who_is(Membership::former), Relation::own), "all");
    EXPECT_EQ(own_past.view(member_who_is(Membership::suspended), Relation::own), std::nullopt);
}

TEST(Policy, TheRolesOfTheHouseHoldWhateverTheMembership)
{
    auto former_member = clerk;
    former_member.membership = Membership::former;
    EXPECT_TRUE(Policy(clerks).allows(former_member));
}

// SES-03
TEST(Policy, AsksForAFreshProofWhereTheRowThatFitsDoes)
{
    constexpr Policy secret_or_open({
        {.who = clerks, .states = {"secret"}, .proof = Proof::fresh},
        {.who = clerks},
        {.who = members, .states = {"secret"}, .proof = Proof::fresh},
    });
    auto lately = clerk;
    lately.proved_lately = true;
    EXPECT_EQ(secret_or_open.view(lately, Relation::own, "secret"), "all");
    EXPECT_EQ(secret_or_open.view(clerk, Relation::own, "open"), "all");
    EXPECT_EQ(secret_or_open.view(clerk, Relation::own, "secret"), std::nullopt)
        << "not by the row after it";
    EXPECT_TRUE(secret_or_open.allows(clerk));
    EXPECT_FALSE(secret_or_open.is_stale(clerk)) << "some of it goes without";
    EXPECT_TRUE(secret_or_open.is_stale(member)) << "nothing of it goes without";
    const auto all_fresh = secret_or_open.with_fresh_proof();
    EXPECT_TRUE(all_fresh.is_stale(clerk));
    EXPECT_FALSE(all_fresh.is_stale(lately));
    EXPECT_FALSE(Policy::signed_in().is_stale(clerk));
    EXPECT_TRUE(Policy::signed_in().with_fresh_proof().is_stale(clerk));
}

TEST(Policy, SaysThatAViewIsKeptForTheAgeOfTheProofAndNotForAnythingElse)
{
    constexpr Policy secret({{.who = clerks, .states = {"secret"}, .proof = Proof::fresh},
        {.who = members, .relations = {Relation::own}}});
    bool stale = false;
    const auto seen = [&](const Actor& actor, std::string_view state) {
        stale = false;
        return Asker{actor, secret, nullptr, &stale}.view(Relation::other_body, state).has_value();
    };
    EXPECT_FALSE(seen(clerk, "secret"));
    EXPECT_TRUE(stale);
    EXPECT_FALSE(seen(clerk, "open"));
    EXPECT_FALSE(stale);
    EXPECT_FALSE(seen(member, "secret"));
    EXPECT_FALSE(stale);
}

} // namespace
} // namespace xieshang::base
