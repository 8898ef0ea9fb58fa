// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/balance/balance.h"

#include <gmock/gmock.h>

namespace xieshang::balance {
namespace {

using enum TopicKind;
using enum TopicField;
using testing::ElementsAre;

topics::Topic topic(TopicKind kind, std::optional<TopicField> field,
    topics::TopicState state = topics::TopicState::planned)
{
    return {.words = {.kind = kind, .field = field}, .state = state};
}

TEST(Balance, CountsTopicsByFieldAndKindThoseWithoutAFieldLast)
{
    const auto cells = cells_of({topic(thematic, {}), topic(thematic, society),
        topic(supervision, economy), topic(thematic, society)});
    EXPECT_THAT(cells,
        ElementsAre(
            Cell{economy, supervision, 1}, Cell{society, thematic, 2}, Cell{{}, thematic, 1}));
    EXPECT_EQ(count_of_kind(cells, thematic), 3);
    EXPECT_EQ(count_of_field(cells, society), 2);
    EXPECT_EQ(count_of_field(cells, std::nullopt), 1);
}

TEST(Balance, LeavesOutWhatIsNotConsultedOnInThatYear)
{
    using enum topics::TopicState;
    for (const auto state : {cancelled, replaced, postponed, screened}) {
        EXPECT_FALSE(counts(topic(thematic, society, state)));
    }
    for (const auto state : {shortlisted, approved, planned, closed}) {
        EXPECT_TRUE(counts(topic(thematic, society, state)));
    }
}

TEST(Balance, HintsWhereACountIsOutsideOfWhatIsUsual)
{
    EXPECT_EQ(hint_of(0, {}), Hint::none);
    EXPECT_EQ(hint_of(1, {2, 4}), Hint::below);
    EXPECT_EQ(hint_of(2, {2, 4}), Hint::within);
    EXPECT_EQ(hint_of(4, {2, 4}), Hint::within);
    EXPECT_EQ(hint_of(5, {2, 4}), Hint::above);
    EXPECT_EQ(hint_of(9, {2, {}}), Hint::within);
    EXPECT_EQ(hint_of(0, {{}, 4}), Hint::within);
}

} // namespace
} // namespace xieshang::balance
