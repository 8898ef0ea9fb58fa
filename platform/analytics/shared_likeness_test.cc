// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/shared_likeness.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace xieshang::analytics {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> alike(const SharedLikeness& shared, std::u32string_view title)
{
    std::vector<std::string> ids;
    for (const auto& one : shared.most_alike({title, U""}, {})) {
        ids.push_back(one.id);
    }
    return ids;
}

TEST(SharedLikeness, FindsWhatItWasTold)
{
    SharedLikeness shared;
    EXPECT_EQ(shared.known(), 0);
    EXPECT_THAT(alike(shared, U"加装电梯"), IsEmpty());
    ASSERT_TRUE(shared.take(0, 7, {{"lift", U"老旧小区加装电梯", U""}, {"park", U"停车难", U""}}));
    EXPECT_EQ(shared.known(), 7);
    EXPECT_THAT(alike(shared, U"加装电梯"), ElementsAre("lift"));
}

TEST(SharedLikeness, TakesOnlyWhatFollowsWhatItKnows)
{
    SharedLikeness shared;
    ASSERT_TRUE(shared.take(0, 3, {{"lift", U"老旧小区加装电梯", U""}}));
    EXPECT_FALSE(shared.take(0, 2, {{"lift", U"停车难", U""}})) << "read before another's change";
    EXPECT_THAT(alike(shared, U"加装电梯"), ElementsAre("lift"));
    ASSERT_TRUE(shared.take(3, 4, {{"lift", U"停车难", U""}}));
    EXPECT_THAT(alike(shared, U"加装电梯"), IsEmpty());
    EXPECT_THAT(alike(shared, U"停车难"), ElementsAre("lift"));
    ASSERT_TRUE(shared.take(4, 5, {{"lift", std::nullopt, U""}, {"never", std::nullopt, U""}}));
    EXPECT_THAT(alike(shared, U"停车难"), IsEmpty());
}

TEST(SharedLikeness, IsAskedWhileItChanges)
{
    SharedLikeness shared;
    std::atomic<bool> over = false;
    std::vector<std::thread> askers;
    askers.reserve(2);
    for (int i = 0; i < 2; ++i) {
        askers.emplace_back([&] {
            while (!over) {
                for (const auto& id : alike(shared, U"加装电梯")) {
                    EXPECT_TRUE(id.starts_with("text-"));
                }
            }
        });
    }
    for (std::int64_t event = 0; event < 200; ++event) {
        ASSERT_TRUE(shared.take(
            event, event + 1, {{"text-" + std::to_string(event), U"老旧小区加装电梯", U""}}));
    }
    over = true;
    for (auto& asker : askers) {
        asker.join();
    }
    EXPECT_EQ(alike(shared, U"加装电梯").size(), 10U);
}

} // namespace
} // namespace xieshang::analytics
