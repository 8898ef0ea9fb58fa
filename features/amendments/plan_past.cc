// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/plan_past.h"

#include "features/people/period.h"
#include "features/plan/plan_replay.h"
#include "features/topics/topic_event.h"
#include "platform/json/sameness.h"

#include <algorithm>
#include <set>

namespace xieshang::amendments {
namespace {

// Which version of the plan an event belongs to, and from which day it holds.
struct Hold {
    std::int64_t version{};
    std::string day;
};

bool amends_plan(const PastEvent& event) { return event.action == "plan.amend"; }

std::string amendment_in(const PastEvent& event)
{
    const auto content = json::Document::parse(event.content);
    const auto* id = content ? json::member_of(content->root(), "amendment_id") : nullptr;
    return id == nullptr ? std::string() : std::string(id->text);
}

// An amendment is carried out in one transaction: one event of each topic that it touches or
// brings, then the plan's (carrying_out_actions.cc).
std::size_t events_before(const Amendment& amendment)
{
    std::size_t count = 0;
    for (const auto& one : amendment.applied) {
        count += (one.topic_id ? 1U : 0U) + (one.new_topic_id ? 1U : 0U);
    }
    return count;
}

std::vector<Hold> holds_of(const PlanPast& past)
{
    std::vector<Hold> holds;
    std::int64_t version = 0;
    for (const auto& event : past.events) {
        if (!event.topic_id) {
            version = event.version;
        } else if (topics::counts_up_its_plan(event.action)) {
            ++version;
        }
        holds.push_back({version, people::day_of(event.at)});
    }
    for (std::size_t at = 0; at < past.events.size(); ++at) {
        if (!amends_plan(past.events[at])) {
            continue;
        }
        const auto id = amendment_in(past.events[at]);
        for (const auto& amendment : past.decided) {
            if (amendment.id.text == id && amendment.decision) {
                const auto first = at - std::min(at, events_before(amendment));
                std::fill(holds.begin() + static_cast<std::ptrdiff_t>(first),
                    holds.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                    Hold{holds[at].version, amendment.decision->effective_on});
            }
        }
    }
    return holds;
}

bool is_within(const Hold& hold, const PastUntil& until)
{
    return (!until.version || hold.version <= *until.version)
        && (!until.day || hold.day <= *until.day);
}

std::string word_in(const json::Node& object, std::string_view member)
{
    const auto* node = json::member_of(object, member);
    return node == nullptr ? std::string() : std::string(node->text);
}

std::vector<std::string> names_in(const json::Node& object, std::string_view member)
{
    std::vector<std::string> names;
    if (const auto* list = json::member_of(object, member)) {
        for (const auto& name : *list) {
            names.emplace_back(name.text);
        }
    }
    return names;
}

void take_words(PastTopic& topic, const json::Node& words)
{
    if (const auto* number = json::member_of(words, "number")) {
        topic.number = number->integer;
    }
    boost::describe::enum_from_string(word_in(words, "kind").c_str(), topic.kind);
    topic.title = word_in(words, "title");
    topic.period = word_in(words, "period");
    topic.responsible = names_in(words, "responsible");
    topic.participating = names_in(words, "participating");
    plan::TopicField field{}; // an older event does not say it
    topic.field = boost::describe::enum_from_string(word_in(words, "field").c_str(), field)
        ? std::optional(field)
        : std::nullopt;
}

TopicPlace place_in(TopicState state)
{
    switch (state) {
    case TopicState::postponed:
        return TopicPlace::postponed;
    case TopicState::cancelled:
        return TopicPlace::cancelled;
    case TopicState::replaced:
        return TopicPlace::replaced;
    default:
        return TopicPlace::listed;
    }
}

// The plan and its topics while their events are told.
class Telling {
public:
    explicit Telling(const std::vector<TopicId>& ids) : ids_(ids) {}

    bool take(const PastEvent& event)
    {
        if (event.topic_id) {
            const auto content = json::Document::parse(event.content);
            return content && take_topic(event, content->root());
        }
        if (amends_plan(event)) { // its topics tell what became of them
            return true;
        }
        const bool is_first = replay_.plan() == nullptr;
        if (!replay_.take({event.action, event.version, event.at, event.actor_id, event.content})) {
            return false;
        }
        return !is_first || take_saved_topics();
    }

    bool has_plan() const { return replay_.plan() != nullptr; }

    PlanText text()
    {
        PlanText text{word_in(*replay_.plan(), "title"), word_in(*replay_.plan(), "committee"), {},
            {}, {}, {}};
        if (const auto* year = json::member_of(*replay_.plan(), "year");
            year != nullptr && year->kind == json::Kind::integer) {
            text.year = year->integer;
        }
        boost::describe::enum_from_string(replay_.state().c_str(), text.state);
        for (const auto& section : *replay_.sections()) {
            text.sections.push_back({word_in(section, "heading"), word_in(section, "text")});
        }
        for (auto& topic : topics_) {
            if (dropped_.count(topic.id.text) == 0) {
                text.topics.push_back(std::move(topic));
            }
        }
        return text;
    }

private:
    bool take_saved_topics()
    {
        std::size_t at = 0;
        for (const auto& words : *replay_.topics()) {
            if (at == ids_.size()) {
                return false;
            }
            topics_.push_back({.id = ids_[at++]});
            take_words(topics_.back(), words);
        }
        return true;
    }

    bool take_topic(const PastEvent& event, const json::Node& content)
    {
        const auto* after = json::member_of(content, "after");
        if (event.action == "topic.add" || event.action == "topic.enter") {
            topics_.push_back({.id = *event.topic_id});
            take_words(topics_.back(), after == nullptr ? content : *after);
            return after != nullptr;
        }
        const auto topic = std::find_if(topics_.begin(), topics_.end(),
            [&](const PastTopic& one) { return one.id == *event.topic_id; });
        if (topic == topics_.end()) { // brought by an amendment that does not hold yet
            return true;
        }
        if (event.action == "topic.edit" && after != nullptr) {
            take_words(*topic, *after);
            return true;
        }
        if (event.action == "topic.retitle" && after != nullptr) {
            topic->title = word_in(*after, "title");
            return true;
        }
        return take_step(*topic, word_in(content, "to"));
    }

    bool take_step(PastTopic& topic, const std::string& to)
    {
        TopicState state{};
        if (!boost::describe::enum_from_string(to.c_str(), state)) {
            return false;
        }
        topic.place = place_in(state);
        if (topics::stands_in_plan(state)) {
            dropped_.erase(topic.id.text);
        } else {
            dropped_.insert(topic.id.text);
        }
        return true;
    }

    const std::vector<TopicId>& ids_;
    plan::PlanReplay replay_;
    std::vector<PastTopic> topics_;
    std::set<std::string> dropped_; // off the short list
};

} // namespace

base::Result<PlanText> text_of(const PlanPast& past, const PastUntil& until)
{
    const auto holds = holds_of(past);
    Telling telling(past.topics);
    for (std::size_t at = 0; at < past.events.size(); ++at) {
        if (is_within(holds[at], until) && !telling.take(past.events[at])) {
            return base::trouble(base::Trouble::conflict, "version.not_told");
        }
    }
    if (!telling.has_plan()) {
        return base::refuse("version.not_there_yet");
    }
    return telling.text();
}

void take_words(std::vector<StoodTopic>& stood, const std::vector<PastTopic>& told)
{
    for (auto& topic : stood) {
        const auto words = std::find_if(
            told.begin(), told.end(), [&](const PastTopic& one) { return one.id == topic.id; });
        if (words != told.end()) {
            topic.number = words->number;
            topic.kind = words->kind;
            topic.title = words->title;
            topic.period = words->period;
            topic.responsible = words->responsible;
        }
    }
}

std::optional<std::int64_t> version_of(
    const std::vector<PastEvent>& events, const AmendmentId& amendment)
{
    for (const auto& event : events) {
        if (amends_plan(event) && amendment_in(event) == amendment.text) {
            return event.version;
        }
    }
    return std::nullopt;
}

} // namespace xieshang::amendments
