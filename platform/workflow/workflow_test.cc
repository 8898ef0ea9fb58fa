// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/workflow/workflow.h"

#include <gtest/gtest.h>

namespace xieshang::workflow {
namespace {

enum class State { open, shut, locked };
enum class Action { shut, open, lock };
struct Facts {
    bool has_key = false;
};
constexpr base::Roles porter = 1;
constexpr base::Roles anyone = 3;
constexpr base::Roles guest = 2;
using R = Row<State, Action, Facts>;

constexpr bool has_key(const Facts& facts) { return facts.has_key; }

constexpr auto door = std::to_array<R>({
    {State::open, Action::shut, State::shut, anyone, always<Facts>, ""},
    {State::shut, Action::open, State::open, anyone, always<Facts>, ""},
    {State::shut, Action::lock, State::locked, porter, has_key, "door.no_key"},
});
static_assert(is_sound(door));

TEST(Workflow, TakesAStepThatItsTableNames)
{
    EXPECT_EQ(take(door, State::shut, Action::lock, porter, {true}),
        (Step<State, Action>{State::shut, State::locked, Action::lock}));
}

TEST(Workflow, SaysWhyAStepIsRefused)
{
    EXPECT_EQ(take(door, State::shut, Action::lock, porter, {}).error().code, "door.no_key");
    EXPECT_EQ(take(door, State::shut, Action::lock, guest, {true}).error().trouble,
        base::Trouble::forbidden);
    EXPECT_EQ(take(door, State::open, Action::lock, porter, {true}).error().trouble,
        base::Trouble::conflict);
}

TEST(Workflow, OffersEveryOpenActionWithItsRefusal)
{
    const auto open = offers(door, State::shut, guest, Facts{});
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[0], (Offer<Action>{Action::open, ""}));
    EXPECT_EQ(open[1], (Offer<Action>{Action::lock, "workflow.wrong_role"}));
}

TEST(Workflow, IsUnsoundWithDuplicateOrUnreachableOrUnusableRows)
{
    constexpr R shut{State::open, Action::shut, State::shut, anyone, always<Facts>, ""};
    constexpr R from_locked{State::locked, Action::open, State::open, anyone, always<Facts>, ""};
    constexpr R by_nobody{State::shut, Action::open, State::open, 0, always<Facts>, ""};
    static_assert(!is_sound(std::to_array({shut, shut})));
    static_assert(!is_sound(std::to_array({shut, from_locked})));
    static_assert(!is_sound(std::to_array({shut, by_nobody})));
    static_assert(is_sound(std::to_array({shut})));
}

} // namespace
} // namespace xieshang::workflow
