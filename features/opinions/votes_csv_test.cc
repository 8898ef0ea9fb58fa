// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/votes_csv.h"

#include "features/opinions/polis_files.h"
#include "platform/analytics/synthetic.h"

#include <gmock/gmock.h>

namespace xieshang::opinions {
namespace {

std::string csv_of(const analytics::Answers& answers, std::size_t& pieces)
{
    std::string bytes;
    write_votes(answers, [&](std::string_view piece) {
        ++pieces;
        bytes += piece;
    });
    return bytes;
}

TEST(VotesCsv, IsReadAsItWasWritten)
{
    const auto answers = analytics::synthesize(
        {.participants = 3000, .statements = 50, .votes = 90'000, .groups = 3, .seed = 4});
    std::size_t pieces = 0;
    const auto bytes = csv_of(answers, pieces);
    const auto read = read_votes({.name = "a", .bytes = bytes});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->answers.given, answers.given);
    EXPECT_THAT(read->answers.times, testing::IsEmpty()); // they only go on
    EXPECT_GT(pieces, 1U);
}

TEST(VotesCsv, KeepsTimes)
{
    using analytics::Stance;
    std::size_t pieces = 0;
    EXPECT_EQ(csv_of({{{4294967295, 7, Stance::disagree}, {0, 8, Stance::pass}}, {5, -3}}, pieces),
        "timestamp,comment-id,voter-id,vote\n5,7,4294967295,-1\n-3,8,0,0\n");
    EXPECT_EQ(csv_of({}, pieces), "timestamp,comment-id,voter-id,vote\n");
}

} // namespace
} // namespace xieshang::opinions
