// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment.h"

#include "features/people/period.h"

namespace xieshang::amendments {
namespace {

std::string day_of_step(const topics::TopicStep& step) { return people::day_of(step.at_ms); }

TopicState state_on(const TopicPast& past, const std::string& day)
{
    auto state = past.topic.state;
    for (auto step = past.steps.rbegin(); step != past.steps.rend(); ++step) {
        if (day_of_step(*step) <= day) {
            return step->to_state;
        }
        state = step->from_state;
    }
    return state;
}

// What was put into the draft by hand was not there before; an amendment says it by itself.
bool was_there(const TopicPast& past, const std::string& day)
{
    return past.steps.empty() || past.steps.front().action != topics::TopicAction::enter
        || day_of_step(past.steps.front()) <= day;
}

} // namespace

std::vector<StoodTopic> as_it_stood(const std::vector<TopicPast>& topics,
    const std::vector<Amendment>& amendments, const std::string& day)
{
    std::vector<StoodTopic> stood;
    for (const auto& past : topics) {
        const auto state = state_on(past, day);
        if (topics::stands_in_plan(state) && was_there(past, day)) {
            const auto& words = past.topic.words;
            stood.push_back({past.topic.id, words.number, words.kind, words.title, words.period,
                words.responsible, state});
        }
    }
    const auto with = [&](const std::optional<TopicId>& id, const auto& work) {
        for (auto& topic : stood) {
            if (id && topic.id == *id) {
                work(topic);
            }
        }
    };
    const auto holds = [&](const Amendment& amendment) {
        return amendment.decision && amendment.decision->effective_on <= day;
    };
    for (auto amendment = amendments.rbegin(); amendment != amendments.rend(); ++amendment) {
        for (const auto& one : amendment->applied) { // back to before the first of them
            with(one.topic_id, [&](StoodTopic& topic) { topic.title = one.title_before; });
            std::erase_if(stood, [&](const StoodTopic& topic) {
                return !holds(*amendment) && one.new_topic_id && topic.id == *one.new_topic_id;
            });
        }
    }
    for (const auto& amendment : amendments) {
        if (!holds(amendment)) {
            continue;
        }
        const bool recorded_later = people::day_of(amendment.updated_at) > day;
        for (const auto& one : amendment.applied) {
            with(one.topic_id, [&](StoodTopic& topic) {
                if (one.kind == ChangeKind::retitle) { // moves it nowhere
                    topic.title = one.title_after;
                } else if (recorded_later) {
                    topic.state = one.state_after.value_or(topic.state);
                }
            });
        }
    }
    return stood;
}

} // namespace xieshang::amendments
