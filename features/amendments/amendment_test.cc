// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment.h"

#include "features/amendments/amendment_workflow.h"

#include <gmock/gmock.h>

namespace xieshang::amendments {
namespace {

using testing::ElementsAre;
using testing::Field;

Topic a_topic(const std::string& id, const std::string& title,
    TopicState state = TopicState::planned, std::int64_t number = 1)
{
    Topic topic;
    topic.id = TopicId{id};
    topic.words.title = title;
    topic.words.number = number;
    topic.words.kind = plan::TopicKind::thematic;
    topic.state = state;
    return topic;
}

const std::vector<Topic> three{a_topic("a", "养老服务"), a_topic("b", "垃圾分类"),
    a_topic("c", "旧城腾迁", TopicState::cancelled)};

TopicChange change(ChangeKind kind, const std::string& id)
{
    TopicChange made{.kind = kind};
    if (!id.empty()) {
        made.topic_id = TopicId{id};
    }
    return made;
}
TopicChange bringing(ChangeKind kind, const std::string& id, const std::string& title)
{
    auto made = change(kind, id);
    made.topic = NewTopic{plan::TopicKind::thematic, title, "9月", {}, {}};
    return made;
}
TopicChange renaming(const std::string& id, const std::string& title)
{
    auto made = change(ChangeKind::retitle, id);
    made.title = title;
    return made;
}

std::string wrong(const std::vector<TopicChange>& changes)
{
    const auto checked = sound(changes, three);
    std::string text;
    if (!checked) {
        for (const auto& field : checked.error().fields) {
            text += (text.empty() ? "" : " ") + field.pointer + " " + field.code;
        }
    }
    return text;
}
std::string wrong(const Decision& decision)
{
    const auto checked = sound(decision, {.issued_on = "2022-03-20", .today = "2022-06-10"});
    std::string text;
    if (!checked) {
        for (const auto& field : checked.error().fields) {
            text += (text.empty() ? "" : " ") + field.pointer + " " + field.code;
        }
    }
    return text;
}

TEST(Amendment, DropsNoTopicThatWasDroppedNorOneOfAnotherPlan)
{
    EXPECT_EQ(
        wrong({change(ChangeKind::drop, "c")}), "/changes/0/topic_id amendment.already_dropped");
    EXPECT_EQ(
        wrong({change(ChangeKind::drop, "x")}), "/changes/0/topic_id amendment.no_such_topic");
    EXPECT_EQ(wrong({change(ChangeKind::drop, "a"), change(ChangeKind::postpone, "a")}),
        "/changes/1/topic_id amendment.topic_twice");
    EXPECT_EQ(wrong(std::vector<TopicChange>{}), "/changes amendment.no_change");
}

TEST(Amendment, ResumesOnlyWhatWasPostponedAndPostponesItOnce)
{
    EXPECT_EQ(
        wrong({change(ChangeKind::resume, "a")}), "/changes/0/topic_id amendment.not_postponed");
    const std::vector<Topic> waiting{a_topic("a", "养老服务", TopicState::postponed)};
    EXPECT_TRUE(sound({change(ChangeKind::resume, "a")}, waiting));
    EXPECT_EQ(sound({change(ChangeKind::postpone, "a")}, waiting).error().fields.front().code,
        "amendment.already_postponed");
    const std::vector<Topic> held{a_topic("a", "养老服务", TopicState::consulted)};
    EXPECT_EQ(sound({change(ChangeKind::drop, "a")}, held).error().fields.front().code,
        "amendment.too_far");
}

TEST(Amendment, BringsNoTitleThatStandsInThePlan)
{
    EXPECT_EQ(wrong({bringing(ChangeKind::add, "", "垃圾分类")}),
        "/changes/0/topic/title topic.title_stands_in_plan");
    EXPECT_EQ(wrong({change(ChangeKind::add, "")}), "/changes/0/topic amendment.no_new_topic");
    EXPECT_EQ(
        wrong({bringing(ChangeKind::add, "", " ")}), "/changes/0/topic amendment.no_new_topic");
    EXPECT_EQ(wrong({bringing(ChangeKind::add, "a", "托育服务")}),
        "/changes/0/topic_id amendment.add_names_topic");
    EXPECT_EQ(wrong({renaming("a", "养老服务")}), "/changes/0/title amendment.same_title");
    EXPECT_EQ(wrong({renaming("a", "")}), "/changes/0/title amendment.no_title");
    EXPECT_EQ(wrong({renaming("a", "　")}), "/changes/0/title amendment.no_title");
    EXPECT_EQ(wrong({renaming("a", "垃圾分类")}), "/changes/0/title topic.title_stands_in_plan");
    EXPECT_EQ(wrong({renaming("b", "分类"), bringing(ChangeKind::add, "", "垃圾分类")}), "");
    EXPECT_EQ(wrong({bringing(ChangeKind::replace, "a", "养老服务")}), "")
        << "the old one has left";
}

TEST(Amendment, IsNotDecidedBeforeItsMeetingNorHoldsBeforeItsDecision)
{
    EXPECT_EQ(wrong(Decision{"主席会议", "2022-06-08", "2022-06-08", "2022-06-10"}), "");
    EXPECT_EQ(wrong(Decision{"主席会议", "2022-06-08", "2022-06-07", "2022-06-10"}),
        "/decision/decided_on amendment.before_meeting");
    EXPECT_EQ(wrong(Decision{"", "2022-06-08", "2022-06-09", "2022-06-08"}),
        "/decision/meeting amendment.no_meeting "
        "/decision/effective_on amendment.before_decision");
    EXPECT_EQ(wrong(Decision{"主席会议", "2022-06-08", "2022-06-11", "2022-06-12"}),
        "/decision/decided_on amendment.decided_to_come");
    EXPECT_EQ(wrong(Decision{"主席会议", "2022-06-08", "2022-06-10", "2022-09-01"}), "")
        << "it waits for its day";
    EXPECT_EQ(wrong(Decision{"主席会议", "", "2022-6-9", "2022-06-09"}),
        "/decision/meeting_day period.not_a_day /decision/decided_on period.not_a_day");
    EXPECT_EQ(wrong(Decision{" ", "2022-06-08", "2022-06-08", "2022-06-10"}),
        "/decision/meeting amendment.no_meeting");
}

TEST(Amendment, IsNotDecidedNorHoldsBeforeThePlanWasIssued)
{
    EXPECT_EQ(wrong(Decision{"主席会议", "2022-03-18", "2022-03-20", "2022-03-20"}), "");
    EXPECT_EQ(wrong(Decision{"主席会议", "2022-03-18", "2022-03-19", "2022-03-20"}),
        "/decision/decided_on amendment.decided_before_issue");
    EXPECT_EQ(wrong(Decision{"主席会议", "2022-03-18", "2022-03-18", "2022-03-19"}),
        "/decision/decided_on amendment.decided_before_issue "
        "/decision/effective_on amendment.effective_before_issue");
}

TEST(Amendment, ChangesAPlanOnlyAfterItsIssueAndBeforeItsEnd)
{
    plan::Plan plan;
    for (const auto state : {plan::PlanState::draft, plan::PlanState::chairpersons_review,
             plan::PlanState::approved, plan::PlanState::closed, plan::PlanState::discarded}) {
        plan.state = state;
        EXPECT_EQ(amendable(plan).error().code, "amendment.plan_not_issued");
    }
    plan.state = plan::PlanState::in_force;
    EXPECT_TRUE(amendable(plan));
}

TEST(Amendment, IsDecidedByTheChairpersonsAlone)
{
    const auto office = members::bit(members::Role::office);
    const auto chair = members::bit(members::Role::chairperson);
    EXPECT_EQ(
        take(AmendmentState::draft, AmendmentAction::decide, office, {true, true}).error().code,
        "workflow.wrong_role");
    EXPECT_EQ(
        take(AmendmentState::draft, AmendmentAction::decide, chair, {true, false}).error().code,
        "amendment.no_decision");
    EXPECT_EQ(take(AmendmentState::draft, AmendmentAction::decide, chair, {false, true})->to,
        AmendmentState::decided);
    EXPECT_EQ(
        take(AmendmentState::decided, AmendmentAction::decide, chair, {true, true}).error().code,
        "workflow.no_such_step");
}

TEST(Amendment, LeavesThePlanReadableAsItStoodBefore)
{
    constexpr std::int64_t day = 86'400'000;
    Amendment amendment;
    amendment.decision = Decision{"主席会议", "1970-01-10", "1970-01-10", "1970-01-12"};
    amendment.updated_at = {20 * day}; // recorded on 1970-01-21
    const std::vector<TopicChange> changes{
        bringing(ChangeKind::replace, "a", "托育服务"), renaming("b", "生活垃圾分类")};
    const std::vector<Topic> before{a_topic("a", "养老服务"), a_topic("b", "垃圾分类")};
    amendment.applied = carried_out(changes, before, {TopicId{"n"}});
    std::vector<TopicPast> now{{a_topic("a", "养老服务", TopicState::replaced), {}},
        {a_topic("b", "生活垃圾分类"), {}}, {a_topic("n", "托育服务"), {}}};
    now[0].steps.push_back({2, {20 * day}, "o", "办公室", topics::TopicAction::replace,
        TopicState::planned, TopicState::replaced, ""});

    const auto titles = [&](const std::string& on) {
        std::string text;
        for (const auto& topic : as_it_stood(now, {amendment}, on)) {
            text += topic.title + (topic.state == TopicState::replaced ? "(替换) " : " ");
        }
        return text;
    };
    EXPECT_EQ(titles("1970-01-11"), "养老服务 垃圾分类 ");
    EXPECT_EQ(titles("1970-01-12"), "养老服务(替换) 生活垃圾分类 托育服务 ");
    EXPECT_EQ(titles("1970-02-01"), "养老服务(替换) 生活垃圾分类 托育服务 ");
}

TEST(Amendment, ThatHoldsEarlierButWasRecordedLaterHidesNothingAndSpeaksLast)
{
    constexpr std::int64_t day = 86'400'000;
    const auto decided = [](const std::string& from, std::int64_t recorded, Applied applied) {
        Amendment amendment;
        amendment.decision = Decision{"主席会议", from, from, from};
        amendment.updated_at = {recorded * day};
        amendment.applied = {std::move(applied)};
        return amendment;
    };
    const auto renamed = [](const std::string& before, const std::string& after) {
        return Applied{ChangeKind::retitle, TopicId{"a"}, before, after, TopicState::planned,
            TopicState::planned};
    };
    const std::vector<Amendment> two{decided("1970-01-10", 11, renamed("养老", "养老服务")),
        decided("1970-01-05", 12, renamed("养老服务", "居家养老服务"))};
    const auto title = [&](const std::string& on) {
        return as_it_stood({{a_topic("a", "居家养老服务"), {}}}, two, on).at(0).title;
    };
    EXPECT_EQ(title("1970-01-04"), "养老");
    EXPECT_EQ(title("1970-01-07"), "居家养老服务");
    EXPECT_EQ(title("1970-01-10"), "居家养老服务");
    EXPECT_EQ(title("1970-01-20"), "居家养老服务");
}

TEST(Amendment, ThatGivesAnotherTitleMovesNoTopicOnADayBefore)
{
    constexpr std::int64_t day = 86'400'000;
    Amendment amendment; // holds from the 5th, was recorded on the 12th, when it was consulted on
    amendment.decision = Decision{"主席会议", "1970-01-05", "1970-01-05", "1970-01-05"};
    amendment.updated_at = {11 * day};
    const std::vector<Topic> then{a_topic("a", "养老", TopicState::consulted)};
    amendment.applied = carried_out({renaming("a", "养老服务")}, then, {});
    TopicPast now{a_topic("a", "养老服务", TopicState::consulted), {}};
    now.steps.push_back({2, {9 * day}, "o", "办公室", topics::TopicAction::consult,
        TopicState::planned, TopicState::consulted, ""});
    const auto stood = as_it_stood({now}, {amendment}, "1970-01-07").at(0);
    EXPECT_EQ(stood.title, "养老服务");
    EXPECT_EQ(stood.state, TopicState::planned);
}

TEST(Amendment, ShowsOfADraftWhatStoodThereOnThatDay)
{
    using topics::TopicAction;
    constexpr std::int64_t day = 86'400'000;
    TopicPast entered{a_topic("a", "养老服务"), {}};
    entered.steps.push_back({1, {10 * day}, "o", "办公室", TopicAction::enter,
        TopicState::shortlisted, TopicState::shortlisted, ""});
    TopicPast dropped{a_topic("b", "垃圾分类", TopicState::screened), {}};
    dropped.steps.push_back({2, {12 * day}, "o", "办公室", TopicAction::unlist,
        TopicState::shortlisted, TopicState::screened, "重复"});
    const auto count = [&](const std::string& on) {
        return as_it_stood({entered, dropped}, {}, on).size();
    };
    EXPECT_EQ(count("1970-01-10"), 1U); // the one was not put in yet
    EXPECT_EQ(count("1970-01-11"), 2U);
    EXPECT_EQ(count("1970-01-13"), 1U); // the other was taken off
}

TEST(Amendment, CountsANewTopicAsThePlanCounts)
{
    const auto number = [](plan::TopicKind kind, const std::vector<Topic>& topics) {
        return words_of({kind, "新议题", "", {}, {}}, topics).number;
    };
    auto fourth = a_topic("b", "二", TopicState::planned, 4);
    const std::vector<Topic> anew{a_topic("a", "一", TopicState::planned, 4), fourth};
    EXPECT_EQ(number(plan::TopicKind::thematic, anew), 5);
    EXPECT_EQ(number(plan::TopicKind::supervision, anew), 1);
    const std::vector<Topic> through{a_topic("a", "一", TopicState::planned, 3), fourth};
    EXPECT_EQ(number(plan::TopicKind::supervision, through), 5);
}

TEST(Amendment, BringsATopicWithItsFieldAndTheMonthOfItsPeriod)
{
    const auto words = words_of(
        {plan::TopicKind::thematic, "新议题", "9月", {}, {}, plan::TopicField::culture, 9}, {});
    EXPECT_EQ(words.field, plan::TopicField::culture);
    EXPECT_EQ(words.period, "9月");
    EXPECT_EQ(words.month, 9);
}

} // namespace
} // namespace xieshang::amendments
