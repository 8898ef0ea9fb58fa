// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/crew.h"

#include <gtest/gtest.h>

#include <new>
#include <numeric>

namespace xieshang::analytics {
namespace {

TEST(Crew, DoesEachPartOnce)
{
    for (const unsigned threads : {1U, 2U, 5U}) {
        Crew crew(threads);
        std::vector<int> done(100, 0);
        for (int round = 0; round < 50; ++round) {
            crew.share(done.size(), [&](std::size_t part) { ++done[part]; });
        }
        EXPECT_EQ(done, std::vector<int>(100, 50));
    }
}

// Want of memory in one of the threads is the caller's to hear of, not the end of the program.
TEST(Crew, HandsOutWhatAPartThrows)
{
    for (const unsigned threads : {1U, 2U, 5U}) {
        Crew crew(threads);
        for (int round = 0; round < 50; ++round) {
            EXPECT_THROW(crew.share(20,
                             [&](std::size_t part) {
                                 if (part % 7 == 3) {
                                     throw std::bad_alloc();
                                 }
                             }),
                std::bad_alloc);
        }
        std::vector<int> done(20, 0);
        crew.share(done.size(), [&](std::size_t part) { ++done[part]; });
        EXPECT_EQ(std::accumulate(done.begin(), done.end(), 0), 20);
    }
}

} // namespace
} // namespace xieshang::analytics
