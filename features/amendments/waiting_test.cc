// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/waiting.h"

#include "features/amendments/amendment_workflow.h"

#include <gmock/gmock.h>

namespace xieshang::amendments {
namespace {

using members::bit;
using members::Role;
using testing::ElementsAre;

TopicChange changing(ChangeKind kind, const std::string& id, const std::string& title = {})
{
    TopicChange change{.kind = kind};
    if (!id.empty()) {
        change.topic_id = TopicId{id};
    }
    if (kind == ChangeKind::retitle) {
        change.title = title;
    } else if (!title.empty()) {
        change.topic = NewTopic{plan::TopicKind::thematic, title, "", {}, {}};
    }
    return change;
}

Amendment waits_until(const std::string& day, std::vector<TopicChange> changes)
{
    Amendment one;
    one.state = AmendmentState::waiting;
    one.decision = Decision{"主席会议", "2022-06-08", "2022-06-08", day};
    one.changes = std::move(changes);
    return one;
}

std::string waits_for(const std::vector<TopicChange>& changes)
{
    const std::vector<Amendment> waiting{
        waits_until("2022-09-01", {changing(ChangeKind::replace, "a", "托育服务")}),
        waits_until("2022-10-01", {changing(ChangeKind::retitle, "b", "生活垃圾分类")})};
    const auto checked = leaves_alone(changes, waiting);
    std::string text;
    if (!checked) {
        for (const auto& field : checked.error().fields) {
            text += (text.empty() ? "" : " ") + field.pointer + " " + field.code + " "
                + field.params.at("day");
        }
    }
    return text;
}

std::string refused_while_waiting(AmendmentAction action, Role role, const AmendmentFacts& facts)
{
    const auto taken = take(AmendmentState::waiting, action, bit(role), facts);
    return taken ? "" : taken.error().code;
}

TEST(WaitingAmendment, IsLeftAloneByEveryOther)
{
    EXPECT_EQ(waits_for({changing(ChangeKind::drop, "a")}),
        "/changes/0/topic_id amendment.topic_waits 2022-09-01");
    EXPECT_EQ(waits_for({changing(ChangeKind::drop, "c"),
                  changing(ChangeKind::retitle, "b", "分类投放")}),
        "/changes/1/topic_id amendment.topic_waits 2022-10-01");
    EXPECT_EQ(waits_for({changing(ChangeKind::add, "", "托育服务")}),
        "/changes/0/topic/title amendment.title_waits 2022-09-01");
    EXPECT_EQ(waits_for({changing(ChangeKind::retitle, "c", "生活垃圾分类")}),
        "/changes/0/title amendment.title_waits 2022-10-01");
    EXPECT_EQ(
        waits_for({changing(ChangeKind::postpone, "c"), changing(ChangeKind::add, "", "养老")}),
        "");
}

TEST(WaitingAmendment, IsDueFromTheMorningOfItsDay)
{
    auto one = waits_until("2022-09-01", {});
    EXPECT_FALSE(is_due(one, "2022-08-31"));
    EXPECT_TRUE(is_due(one, "2022-09-01"));
    EXPECT_TRUE(is_due(one, "2022-09-05")); // nobody served in between
    one.state = AmendmentState::withdrawn;
    EXPECT_FALSE(is_due(one, "2022-09-01"));
}

TEST(WaitingAmendment, IsWithdrawnBeforeItsDayByWhoDecidedAndWithTheReason)
{
    const AmendmentFacts said{.has_reason = true};
    EXPECT_EQ(refused_while_waiting(AmendmentAction::withdraw, Role::chairperson, said), "");
    EXPECT_EQ(refused_while_waiting(AmendmentAction::withdraw, Role::chairperson, {}),
        "amendment.no_reason");
    EXPECT_EQ(refused_while_waiting(AmendmentAction::withdraw, Role::office, said),
        "workflow.wrong_role");
    EXPECT_EQ(refused_while_waiting(AmendmentAction::withdraw, Role::chairperson,
                  {.has_reason = true, .is_due = true}),
        "amendment.day_has_come");
    EXPECT_EQ(refused_while_waiting(AmendmentAction::discard, Role::office, said),
        "workflow.no_such_step");
}

TEST(WaitingAmendment, IsCarriedOutNoEarlierThanItsDay)
{
    EXPECT_EQ(
        refused_while_waiting(AmendmentAction::take_effect, Role::office, {}), "amendment.not_due");
    EXPECT_EQ(take(AmendmentState::waiting, AmendmentAction::take_effect, bit(Role::office),
                  {.is_due = true})
                  ->to,
        AmendmentState::decided);
}

TEST(WaitingAmendment, OffersAPersonOnlyToWithdrawIt)
{
    const auto offered = [](AmendmentState state, bool is_due) {
        std::vector<std::string> words;
        for (const auto& offer : offers(state, bit(Role::chairperson), is_due)) {
            words.push_back(boost::describe::enum_to_string(offer.action, "")
                + (offer.refusal.empty() ? "" : " " + offer.refusal));
        }
        return words;
    };
    EXPECT_THAT(offered(AmendmentState::waiting, false), ElementsAre("withdraw"));
    EXPECT_THAT(
        offered(AmendmentState::waiting, true), ElementsAre("withdraw amendment.day_has_come"));
    EXPECT_THAT(offered(AmendmentState::draft, false),
        ElementsAre("decide", "discard workflow.wrong_role"));
}

} // namespace
} // namespace xieshang::amendments
