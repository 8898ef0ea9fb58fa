// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/session.h"

#include <gtest/gtest.h>

namespace xieshang::members {
namespace {

constexpr base::Instant start{1'647'216'000'000};

Visit visit(Role role)
{
    Visit visit;
    visit.roles = bit(role);
    visit.last_seen_at_ms = start;
    visit.ends_at_ms = start + session_most_ms;
    return visit;
}

} // namespace

TEST(Sessions, OfStaffEndAfterHalfAnHourOfSilence)
{
    for (const auto role : {Role::office, Role::secretary_general, Role::department_handler,
             Role::department_leader, Role::sub_district, Role::auditor, Role::system_administrator,
             Role::security_administrator}) {
        EXPECT_TRUE(is_live(visit(role), start + (staff_idle_ms - 1))) << names_of(bit(role));
        EXPECT_FALSE(is_live(visit(role), start + staff_idle_ms)) << names_of(bit(role));
    }
    for (const auto role : {Role::reader, Role::member, Role::expert, Role::convenor}) {
        EXPECT_TRUE(is_live(visit(role), start + staff_idle_ms)) << names_of(bit(role));
    }
}

TEST(Sessions, EndAfterTwelveHoursHoweverBusy)
{
    for (const auto role : {Role::office, Role::reader}) {
        auto busy = visit(role);
        busy.last_seen_at_ms = start + (session_most_ms - 1);
        EXPECT_TRUE(is_live(busy, start + (session_most_ms - 1)));
        EXPECT_FALSE(is_live(busy, start + session_most_ms));
    }
}

TEST(Sessions, EndAtOnceForOneWhoIsSuspended)
{
    auto suspended = visit(Role::reader);
    suspended.state = PersonState::suspended;
    EXPECT_FALSE(is_live(suspended, start));
}

TEST(Sessions, AskForASecondFactorWhereTheHouseRequiresIt)
{
    const SignInRules required{.second_factor = SecondFactorUse::required};
    for (const auto role : {Role::office, Role::secretary_general, Role::party_group,
             Role::department_handler, Role::department_leader, Role::party_office,
             Role::government_office, Role::inspection_office, Role::party_committee,
             Role::sub_district, Role::publicity_editor, Role::system_administrator,
             Role::security_administrator, Role::auditor}) {
        auto held = visit(role);
        EXPECT_EQ(attention_of(held, required, start), Attention::factor_required);
        EXPECT_FALSE(may_act(held, required, start));
        EXPECT_TRUE(may_act(held, {}, start)) << "it is offered only";
        held.factor_added_at_ms = start;
        EXPECT_TRUE(may_act(held, required, start));
        held.factor_removed_at_ms = start;
        EXPECT_FALSE(may_act(held, required, start));
        EXPECT_EQ(attention_of(held, {}, start), Attention::factor_removed);
        EXPECT_TRUE(may_act(held, {}, start));
    }
    for (const auto role : {Role::member, Role::convenor, Role::chairperson, Role::expert,
             Role::special_committee, Role::reader}) {
        EXPECT_EQ(attention_of(visit(role), required, start), std::nullopt) << names_of(bit(role));
    }
}

TEST(Sessions, TakeAPasskeyThatWasShownInThemForASecondFactor)
{
    const SignInRules required{.second_factor = SecondFactorUse::required};
    auto held = visit(Role::department_handler);
    held.passkey_shown_at_ms = start;
    EXPECT_TRUE(may_act(held, required, start));
    held.factor_removed_at_ms = start; // another one than the passkey
    EXPECT_TRUE(may_act(held, required, start));
}

TEST(Sessions, AreWrittenAtMostOnceAMinute)
{
    EXPECT_FALSE(is_seen_due(visit(Role::office), start + 59'999));
    EXPECT_TRUE(is_seen_due(visit(Role::office), start + 60'000));
}

} // namespace xieshang::members
