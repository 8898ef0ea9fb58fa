// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment.h"

#include "features/people/period.h"
#include "features/people/short_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace xieshang::amendments {
namespace {

bool is_gone(TopicState state)
{
    return state == TopicState::cancelled || state == TopicState::replaced;
}

bool brings_topic(ChangeKind kind)
{
    return kind == ChangeKind::add || kind == ChangeKind::replace;
}

topics::TopicAction action_of(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::drop:
        return topics::TopicAction::cancel;
    case ChangeKind::postpone:
        return topics::TopicAction::postpone;
    case ChangeKind::resume:
        return topics::TopicAction::resume;
    default:
        return topics::TopicAction::replace;
    }
}

TopicState state_after(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::drop:
        return TopicState::cancelled;
    case ChangeKind::postpone:
        return TopicState::postponed;
    case ChangeKind::resume:
        return TopicState::planned;
    default:
        return TopicState::replaced;
    }
}

const Topic* found(const std::vector<Topic>& topics, const std::optional<TopicId>& id)
{
    const auto at = std::find_if(
        topics.begin(), topics.end(), [&](const Topic& topic) { return id && topic.id == *id; });
    return at == topics.end() ? nullptr : &*at;
}

// Why this topic cannot be changed so; empty: it can.
std::string trouble_with(ChangeKind kind, const Topic* topic, bool is_twice)
{
    if (topic == nullptr) {
        return "amendment.no_such_topic";
    }
    if (is_twice) {
        return "amendment.topic_twice";
    }
    if (is_gone(topic->state)) {
        return "amendment.already_dropped";
    }
    if (kind == ChangeKind::retitle) {
        return {};
    }
    if (kind == ChangeKind::resume && topic->state != TopicState::postponed) {
        return "amendment.not_postponed";
    }
    if (kind == ChangeKind::postpone && topic->state == TopicState::postponed) {
        return "amendment.already_postponed";
    }
    const auto taken = topics::take(
        topic->state, action_of(kind), members::bit(members::Role::office), {.by_amendment = true});
    return taken ? "" : "amendment.too_far";
}

// Gathers what is wrong with the changes, in their order.
class Checker {
public:
    explicit Checker(const std::vector<Topic>& topics) : topics_(topics)
    {
        for (const auto& topic : topics) {
            if (!is_gone(topic.state)) {
                titles_[topic.words.title] += 1;
            }
        }
    }

    void check(const TopicChange& change, std::size_t index)
    {
        at_ = "/changes/" + std::to_string(index);
        const auto* topic = found(topics_, change.topic_id);
        if (auto code = trouble_with_topic(change, topic); !code.empty()) {
            wrong("/topic_id", std::move(code));
            return;
        }
        if (brings_topic(change.kind) && (!change.topic || !people::is_said(change.topic->title))) {
            wrong("/topic", "amendment.no_new_topic");
        } else if (change.kind == ChangeKind::retitle) {
            check_title(change, *topic);
        }
        if (change.kind == ChangeKind::drop || change.kind == ChangeKind::replace) {
            titles_[topic->words.title] -= 1;
        }
        if (brings_topic(change.kind) && change.topic) {
            come(change.topic->title, "/topic/title");
        }
    }

    base::Error error{base::Trouble::refused, "amendment.unsound", {}, {}};

private:
    std::string trouble_with_topic(const TopicChange& change, const Topic* topic)
    {
        if (change.kind == ChangeKind::add) {
            return change.topic_id ? "amendment.add_names_topic" : "";
        }
        const bool is_twice = topic != nullptr && !seen_.insert(topic->id.text).second;
        return trouble_with(change.kind, topic, is_twice);
    }
    void wrong(const std::string& field, std::string code)
    {
        error.fields.push_back({at_ + field, std::move(code), {}});
    }
    void check_title(const TopicChange& change, const Topic& topic)
    {
        if (!change.title || !people::is_said(*change.title)) {
            wrong("/title", "amendment.no_title");
        } else if (*change.title == topic.words.title) {
            wrong("/title", "amendment.same_title");
        } else {
            titles_[topic.words.title] -= 1;
            come(*change.title, "/title");
        }
    }
    void come(const std::string& title, const std::string& field)
    {
        if (++titles_[title] > 1) {
            wrong(field, "topic.title_stands_in_plan");
        }
    }

    const std::vector<Topic>& topics_;
    std::map<std::string, int> titles_;
    std::set<std::string> seen_;
    std::string at_;
};

} // namespace

base::Result<void> amendable(const plan::Plan& plan)
{
    if (plan.state != plan::PlanState::issued && plan.state != plan::PlanState::in_force) {
        return base::trouble(base::Trouble::conflict, "amendment.plan_not_issued");
    }
    return {};
}

base::Result<void> sound(const std::vector<TopicChange>& changes, const std::vector<Topic>& topics)
{
    Checker checker(topics);
    if (changes.empty()) {
        checker.error.fields.push_back({"/changes", "amendment.no_change", {}});
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        checker.check(changes[i], i);
    }
    if (!checker.error.fields.empty()) {
        return tl::unexpected(std::move(checker.error));
    }
    return {};
}

base::Result<void> sound(const Decision& decision, const DecisionDays& days)
{
    base::Error unsound{base::Trouble::refused, "amendment.decision_unsound", {}, {}};
    const auto wrong = [&](const char* field, const char* code, base::Params params = {}) {
        unsound.fields.push_back({std::string("/decision/") + field, code, std::move(params)});
    };
    const base::Params issue{{"issued_on", days.issued_on}};
    if (!people::is_said(decision.meeting)) {
        wrong("meeting", "amendment.no_meeting");
    }
    const bool met = people::is_day(decision.meeting_day);
    const bool dated = people::is_day(decision.decided_on);
    if (!met) {
        wrong("meeting_day", "period.not_a_day");
    }
    if (!dated) {
        wrong("decided_on", "period.not_a_day");
    } else if (decision.decided_on > days.today) {
        wrong("decided_on", "amendment.decided_to_come");
    } else if (met && decision.decided_on < decision.meeting_day) {
        wrong("decided_on", "amendment.before_meeting");
    } else if (decision.decided_on < days.issued_on) {
        wrong("decided_on", "amendment.decided_before_issue", issue);
    }
    if (!people::is_day(decision.effective_on)) {
        wrong("effective_on", "period.not_a_day");
    } else if (dated && decision.effective_on < decision.decided_on) {
        wrong("effective_on", "amendment.before_decision");
    } else if (decision.effective_on < days.issued_on) {
        wrong("effective_on", "amendment.effective_before_issue", issue);
    }
    if (!unsound.fields.empty()) {
        return tl::unexpected(std::move(unsound));
    }
    return {};
}

std::vector<Applied> carried_out(const std::vector<TopicChange>& changes,
    const std::vector<Topic>& topics, std::vector<TopicId> new_ids)
{
    std::vector<Applied> all;
    auto next = new_ids.begin();
    for (const auto& change : changes) {
        Applied one{.kind = change.kind, .topic_id = change.topic_id};
        if (const auto* topic = found(topics, change.topic_id)) {
            one.title_before = topic->words.title;
            one.title_after = change.kind == ChangeKind::retitle ? *change.title : one.title_before;
            one.state_before = topic->state;
            one.state_after = change.kind == ChangeKind::retitle
                ? topic->state
                : amendments::state_after(change.kind);
        }
        if (brings_topic(change.kind)) {
            one.title_after = change.topic->title;
            one.new_topic_id = std::move(*next++);
        }
        all.push_back(std::move(one));
    }
    return all;
}

TopicWords words_of(const NewTopic& topic, const std::vector<Topic>& topics)
{
    return {.number = topics::next_number(topics, topic.kind),
        .kind = topic.kind,
        .title = topic.title,
        .period = topic.period,
        .month = topic.month,
        .responsible = topic.responsible,
        .participating = topic.participating,
        .field = topic.field};
}

} // namespace xieshang::amendments
