// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_offers.h"

#include <boost/mp11.hpp>
#include <gmock/gmock.h>

namespace xieshang::topics {
namespace {

using plan::PlanState;
using testing::ElementsAre;

constexpr auto desk = members::bit(members::Role::office);
constexpr auto body = members::bit(members::Role::party_committee);
constexpr auto reader = members::bit(members::Role::reader);

template <class Enum, class Do>
void for_each(Do each)
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
        [&](auto entry) { each(entry.value); });
}

// "unlist: plan.not_a_draft", each.
std::vector<std::string> said(PlanState state, TopicState topic, base::Roles roles)
{
    plan::Plan plan;
    plan.state = state;
    std::vector<std::string> lines;
    for (const auto& offer : topic_offers(plan, topic, roles)) {
        lines.push_back(boost::describe::enum_to_string(offer.action, "") + (": " + offer.refusal));
    }
    return lines;
}

TEST(TopicOffers, LeaveTheShortListByHandOnlyWhileThePlanIsADraft)
{
    for (const auto state : {PlanState::draft, PlanState::collecting}) {
        EXPECT_THAT(said(state, TopicState::shortlisted, desk),
            ElementsAre("unlist: ", "approve: workflow.wrong_role"));
    }
    EXPECT_THAT(said(PlanState::three_office_review, TopicState::shortlisted, desk),
        ElementsAre("unlist: plan.not_a_draft", "approve: workflow.wrong_role"));
    EXPECT_THAT(said(PlanState::draft, TopicState::shortlisted, body),
        ElementsAre("unlist: workflow.wrong_role", "approve: topic.plan_not_approved"));
}

TEST(TopicOffers, SayWhatALaterStepLacks)
{
    const auto in_force = [](TopicState state) { return said(PlanState::in_force, state, desk); };
    EXPECT_THAT(in_force(TopicState::planned),
        ElementsAre("start_research: topic.no_arrangement", "postpone: topic.only_by_amendment",
            "cancel: topic.only_by_amendment", "replace: topic.only_by_amendment"));
    EXPECT_THAT(in_force(TopicState::research),
        testing::Contains("consult: topic.no_research")); // 先调研、后协商
    EXPECT_THAT(in_force(TopicState::consulted), ElementsAre("report: topic.not_consulted"));
    EXPECT_THAT(in_force(TopicState::reported), ElementsAre("track: topic.no_outcome"));
    EXPECT_THAT(in_force(TopicState::adoption_tracking), ElementsAre("close: topic.not_landed"));
    EXPECT_THAT(in_force(TopicState::closed), testing::IsEmpty());
}

TEST(TopicOffers, AreOfATopicThatWasTakenOffTheListOnlyItsWayBack)
{
    EXPECT_THAT(said(PlanState::draft, TopicState::screened, desk), ElementsAre("shortlist: "));
    EXPECT_THAT(said(PlanState::issued, TopicState::screened, desk),
        ElementsAre("shortlist: plan.not_a_draft"));
    EXPECT_THAT(said(PlanState::draft, TopicState::screened, reader),
        ElementsAre("shortlist: workflow.wrong_role"));
}

// What the verb refuses is offered to nobody.
TEST(TopicOffers, AreOpenForNothingThatIsNotTakenByHand)
{
    constexpr auto everyone = ~base::Roles{0};
    for_each<PlanState>([&](PlanState state) {
        for_each<TopicState>([&](TopicState topic) {
            plan::Plan plan;
            plan.state = state;
            for (const auto& offer : topic_offers(plan, topic, everyone)) {
                EXPECT_TRUE(!offer.refusal.empty() || taken_by_hand(plan, offer.action));
            }
        });
    });
}

} // namespace
} // namespace xieshang::topics
