// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_workflow.h"

#include "features/members/role.h"

#include <gtest/gtest.h>

namespace xieshang::people {
namespace {

using enum RosterState;
using enum RosterImportAction;

constexpr auto office = members::bit(members::Role::office);
constexpr auto reader = members::bit(members::Role::reader);
constexpr RosterFacts everything{.has_reason = true, .is_looked_at = true};

TEST(RosterWorkflow, ImportsOnlyWhatTheOfficeLookedAt)
{
    EXPECT_EQ(take(open, import, office, {.has_reason = true}).error().code, "roster.not_chosen");
    EXPECT_EQ(take(open, import, office, everything), (RosterStep{open, imported, import}));
}

TEST(RosterWorkflow, DiscardsAndRestoresOnlyWithAReason)
{
    EXPECT_EQ(take(open, discard, office, {}).error().code, "roster.no_reason");
    EXPECT_EQ(take(open, discard, office, everything)->to, discarded);
    EXPECT_EQ(take(discarded, restore, office, {}).error().code, "roster.no_reason");
    EXPECT_EQ(take(discarded, restore, office, everything)->to, open);
}

TEST(RosterWorkflow, TakesNothingBackThatIsInTheRegister)
{
    for (const auto action : {import, discard, restore}) {
        EXPECT_EQ(take(imported, action, office, everything).error().code, "workflow.no_such_step");
    }
    EXPECT_EQ(take(discarded, import, office, everything).error().code, "workflow.no_such_step");
    EXPECT_TRUE(offers(imported, office, true).empty());
}

TEST(RosterWorkflow, LetsAReaderTakeNoStep)
{
    for (const auto state : {open, discarded}) {
        for (const auto& offer : offers(state, reader, true)) {
            EXPECT_EQ(offer.refusal, "workflow.wrong_role");
        }
    }
}

} // namespace
} // namespace xieshang::people
