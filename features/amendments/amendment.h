// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An amendment 议题调整 of a plan that was issued: types and rules; pure. Source: the plan, 五(一):
// 根据形势任务的需要，有关议题可作适当调整; domain.md §1.2: reason, deciding meeting, effective
// date, the old text stays. Days are calendar days in the committee's zone, ISO 8601.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"

#include <optional>
#include <string>
#include <vector>

namespace xieshang::amendments {

using AmendmentId = base::Id<struct AmendmentTag>;
using topics::Topic;
using topics::TopicId;
using topics::TopicState;
using topics::TopicWords;

enum class AmendmentState : std::uint8_t {
    draft,     // 拟议
    waiting,   // 待生效: decided, for a day to come (waiting.h)
    decided,   // 已决定, and carried out
    withdrawn, // 已撤回, before its day
    discarded, // 已作废
};
BOOST_DESCRIBE_ENUM(AmendmentState, draft, waiting, decided, withdrawn, discarded)

enum class AmendmentAction : std::uint8_t {
    propose, // the first step
    decide,
    decide_ahead, // what decide is where it holds from a day to come
    take_effect,  // on that day, by the program
    withdraw,
    discard,
};
BOOST_DESCRIBE_ENUM(AmendmentAction, propose, decide, decide_ahead, take_effect, withdraw, discard)

enum class ChangeKind : std::uint8_t {
    add,      // 增加
    drop,     // 取消
    postpone, // 延期
    resume,   // 恢复
    replace,  // 替换
    retitle,  // 改题
};
BOOST_DESCRIBE_ENUM(ChangeKind, add, drop, postpone, resume, replace, retitle)

// The topic that comes in: for add and replace.
struct NewTopic {
    plan::TopicKind kind{};
    std::string title;
    std::string period;
    std::vector<std::string> responsible;
    std::vector<std::string> participating;
    std::optional<plan::TopicField> field{};
    std::optional<std::int64_t> month{}; // 1…12, when the period names one

    bool operator==(const NewTopic&) const = default;
};
BOOST_DESCRIBE_STRUCT(NewTopic, (), (kind, title, period, responsible, participating, field, month))

struct TopicChange {
    ChangeKind kind{};
    std::optional<TopicId> topic_id{};   // of all but add
    std::optional<NewTopic> topic{};     // of add and replace
    std::optional<std::string> title{};  // of retitle
    std::optional<std::string> reason{}; // of this change; none: the amendment's

    bool operator==(const TopicChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(TopicChange, (), (kind, topic_id, topic, title, reason))

// Which meeting decided, when, and from when it holds.
struct Decision {
    std::string meeting;
    std::string meeting_day;
    std::string decided_on;
    std::string effective_on;

    bool operator==(const Decision&) const = default;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (meeting, meeting_day, decided_on, effective_on))

// What a change did, so that the plan can be shown as it stood before.
struct Applied {
    ChangeKind kind{};
    std::optional<TopicId> topic_id{}; // that left, moved or was renamed
    std::string title_before{};        // of that topic
    std::string title_after{};         // as it is called now, or as the new one is
    std::optional<TopicState> state_before{};
    std::optional<TopicState> state_after{};
    std::optional<TopicId> new_topic_id{}; // of add and replace

    bool operator==(const Applied&) const = default;
};
BOOST_DESCRIBE_STRUCT(Applied, (),
    (kind, topic_id, title_before, title_after, state_before, state_after, new_topic_id))

struct Amendment {
    AmendmentId id;
    plan::PlanId plan_id;
    std::string reason;
    std::vector<TopicChange> changes;
    std::optional<Decision> decision{};
    std::vector<Applied> applied{}; // once it was carried out
    AmendmentState state{};
    std::int64_t version{};
    base::Instant created_at;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at;

    bool operator==(const Amendment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Amendment, (),
    (id, plan_id, reason, changes, decision, applied, state, version, created_at, created_by,
        created_by_name, updated_at))

// Refuses with amendment.plan_not_issued (409): before that a plan is edited or sent back; after
// its end nothing changes.
base::Result<void> amendable(const plan::Plan& plan);

// Refuses with amendment.unsound (422), naming each: /changes amendment.no_change;
// /changes/i/topic_id amendment.no_such_topic, amendment.topic_twice, amendment.already_dropped,
// amendment.not_postponed, amendment.too_far (its consultation was held), amendment.add_names_topic
// (what is added comes in the place of none); /changes/i/topic amendment.no_new_topic;
// /changes/i/title amendment.no_title, amendment.same_title; and where a title would stand twice
// among the topics of the plan: topic.title_stands_in_plan.
base::Result<void> sound(const std::vector<TopicChange>& changes, const std::vector<Topic>& topics);

// Between which days a decision lies.
struct DecisionDays {
    std::string issued_on; // the plan; before that it was edited or sent back
    std::string today;
};

// Refuses with amendment.decision_unsound (422), naming each: /decision/meeting
// amendment.no_meeting; /decision/meeting_day, /decision/decided_on, /decision/effective_on
// period.not_a_day; /decision/decided_on amendment.before_meeting, amendment.decided_before_issue
// {issued_on}, amendment.decided_to_come; /decision/effective_on amendment.before_decision,
// amendment.effective_before_issue {issued_on}. It may hold from a day to come: until then it
// waits.
base::Result<void> sound(const Decision& decision, const DecisionDays& days);

// What the changes come to when they are carried out, in their order. `new_ids`: one for each add
// and replace, in their order.
std::vector<Applied> carried_out(const std::vector<TopicChange>& changes,
    const std::vector<Topic>& topics, std::vector<TopicId> new_ids);

// The words that a new topic gets; its number is next_number() of the topics that stand.
TopicWords words_of(const NewTopic& topic, const std::vector<Topic>& topics);

// A topic of the plan as it stood at the end of a day.
struct StoodTopic {
    TopicId id;
    std::int64_t number{};
    plan::TopicKind kind{};
    std::string title;
    std::string period;
    std::vector<std::string> responsible;
    TopicState state{};

    bool operator==(const StoodTopic&) const = default;
};
BOOST_DESCRIBE_STRUCT(StoodTopic, (), (id, number, kind, title, period, responsible, state))

struct TopicPast { // a topic as it is now, and the steps that it took, oldest first
    Topic topic;
    std::vector<topics::TopicStep> steps;
};

// `amendments`: those that were carried out, in that order. One that holds from an earlier day than
// another but was carried out later speaks last: it was written over what the other had left.
std::vector<StoodTopic> as_it_stood(const std::vector<TopicPast>& topics,
    const std::vector<Amendment>& amendments, const std::string& day);

} // namespace xieshang::amendments
