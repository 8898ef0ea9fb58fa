// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_routes.h"

#include "features/members/policies.h"
#include "features/topics/topic_actions.h"
#include "features/topics/topic_shapes.h"
#include "features/topics/topic_step_actions.h"
#include "platform/texts/texts.h"

namespace xieshang::topics {
namespace {

// Why this person may not edit; empty: may.
std::string refusal_code(const http::Call& call, const plan::Plan& plan)
{
    if (!members::is_office(call.actor().roles)) {
        return "plan.cannot_edit";
    }
    const auto open = plan::editable(plan);
    return open ? std::string() : open.error().code;
}

base::Result<TopicView> show(http::Call& call, const TopicId& id)
{
    auto [topic, plan] = TRY(topic_page(call.services(), id));
    const auto refusal = refusal_code(call, plan);
    auto& words = topic.words;
    return TopicView{std::move(topic.id), {plan.id, plan.title, plan.year, plan.state},
        words.number, words.kind, std::move(words.title), std::move(words.period), words.month,
        std::move(words.responsible), std::move(words.participating), words.line, refusal.empty(),
        refusal.empty() ? "" : texts::built_in().text(call.language(), refusal), topic.version,
        topic.updated_at, topic.state};
}

base::Result<TopicSteps> history(http::Call& call, const TopicId& id)
{
    const auto kept = TRY(topic_history(call.services(), id));
    TopicSteps steps{kept.topic.state, {}};
    for (const auto& step : kept.steps) {
        steps.items.push_back({step.at_ms, step.by_name, step.action, step.from_state,
            step.to_state, step.reason, step.version});
    }
    return steps;
}

base::Result<TopicView> edit(http::Call& call, const TopicId& id, const TopicEdit& body)
{
    CHECK(edit_topic(call.services(), call.actor(), id, call.version_seen(), body));
    return show(call, id);
}

} // namespace

void add_topic_routes(http::Api& api)
{
    api.get("/api/topics/{id}", show,
        {.name = "findTopic",
            .summary = "A topic with its plan",
            .policy = members::readers,
            .remembered = true});
    api.get("/api/topics/{id}/steps", history,
        {.name = "topicHistory",
            .summary = "The steps that a topic has taken",
            .policy = members::readers,
            .remembered = true});
    api.patch("/api/topics/{id}", edit,
        {.name = "editTopic",
            .summary = "Edit a topic of a draft",
            .policy = members::office,
            .versioned = true});
}

} // namespace xieshang::topics
