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
    const auto open_steps = offers(imported, office, everything);
    ASSERT_EQ(open_steps.size(), 1U);
    EXPECT_EQ(open_steps[0].action, erase);
}

TEST(RosterWorkflow, ErasesAFileOnlyWhenTheWorkWithItIsOver)
{
    EXPECT_EQ(take(open, erase, office, everything).error().code, "workflow.no_such_step");
    EXPECT_EQ(take(imported, erase, office, {}).error().code, "roster.no_reason");
    EXPECT_EQ(take(imported, erase, office, everything), (RosterStep{imported, imported, erase}));
    EXPECT_EQ(take(discarded, erase, office, everything)->to, discarded);
}

TEST(RosterWorkflow, NeitherErasesNorRestoresWhatIsErased)
{
    auto gone = everything;
    gone.is_file_kept = false;
    EXPECT_EQ(take(imported, erase, office, gone).error().code, "roster.file_erased");
    EXPECT_EQ(take(discarded, restore, office, gone).error().code, "roster.file_erased");
    EXPECT_TRUE(offers(imported, office, gone).empty());
    const auto open_steps = offers(discarded, office, gone);
    ASSERT_EQ(open_steps.size(), 1U);
    EXPECT_EQ(open_steps[0].refusal, "roster.file_erased");
}

TEST(RosterWorkflow, LetsAReaderTakeNoStep)
{
    for (const auto state : {open, discarded}) {
        for (const auto& offer : offers(state, reader, everything)) {
            EXPECT_EQ(offer.refusal, "workflow.wrong_role");
        }
    }
}

} // namespace
} // namespace xieshang::people
