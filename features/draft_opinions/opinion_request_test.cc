// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_request.h"

#include <gtest/gtest.h>

namespace xieshang::draft_opinions {
namespace {

TEST(OpinionRequest, SaysOfEachStateWhyNoOpinionsAreAskedForInIt)
{
    using enum plan::PlanState;
    const auto why = [](plan::PlanState state) {
        const auto taken = takes_opinions(state);
        return taken ? std::string() : taken.error().code;
    };
    EXPECT_EQ(why(draft), "");
    EXPECT_EQ(why(collecting), "opinion_request.still_collecting");
    for (const auto state :
        {three_office_review, chairpersons_review, party_committee_review, approved}) {
        EXPECT_EQ(why(state), "opinion_request.not_a_draft");
    }
    for (const auto state : {issued, in_force, closed}) { // which nobody sends back
        EXPECT_EQ(why(state), "opinion_request.is_issued");
    }
    EXPECT_EQ(why(discarded), "opinion_request.is_discarded");
}

} // namespace
} // namespace xieshang::draft_opinions
