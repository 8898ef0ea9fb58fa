// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/topic_news_actions.h"

#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"

namespace xieshang::calls {
namespace {

std::optional<topics::Topic> topic_that_has(db::Tx& tx, const SuggestionId& id)
{
    const auto taken = topics::taken_of(tx, id.text);
    if (!taken) {
        return std::nullopt;
    }
    return topics::find_topic(tx, taken->topic_id).value();
}

TopicNews news_of(db::Tx& tx, const topics::Topic& topic)
{
    TopicNews news{topic.words.title, topic.state, {}};
    const auto steps = topics::steps_of_topic(tx, topic.id);
    if (!steps.empty()
        && (steps.back().action == TopicAction::postpone
            || steps.back().action == TopicAction::resume)) {
        news.reason = steps.back().reason;
    }
    return news;
}

} // namespace

std::optional<TopicOfSuggestion> topic_of(db::Tx& tx, const SuggestionId& id)
{
    const auto topic = topic_that_has(tx, id);
    if (!topic) {
        return std::nullopt;
    }
    auto plan = plan::find_plan(tx, plan::PlanId{topic->plan_id}).value();
    return TopicOfSuggestion{
        news_of(tx, *topic), topic->id.text, std::move(plan.id.text), std::move(plan.title)};
}

std::optional<TopicNews> issued_topic_of(db::Tx& tx, const SuggestionId& id)
{
    const auto topic = topic_that_has(tx, id);
    if (!topic || !topics::is_issued(topic->state)) {
        return std::nullopt;
    }
    return news_of(tx, *topic);
}

} // namespace xieshang::calls
