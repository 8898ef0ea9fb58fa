// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_routes.h"

#include "features/members/policies.h"
#include "features/topics/topic_actions.h"
#include "features/topics/topic_history_actions.h"
#include "features/topics/topic_offers.h"
#include "features/topics/topic_shapes.h"
#include "platform/texts/texts.h"

namespace xieshang::topics {
namespace {

// Why this person may not edit; empty: may.
std::string refusal_code(const http::Call& call, const plan::Plan& plan, const Topic& topic)
{
    if (!members::is_office(call.actor().roles)) {
        return "plan.cannot_edit";
    }
    const auto open = plan::editable(plan);
    if (!open) {
        return open.error().code;
    }
    const auto stood = stands(topic);
    return stood ? std::string() : stood.error().code;
}

std::vector<TopicOffer> offers_of(
    const http::Call& call, const plan::Plan& plan, const Topic& topic)
{
    std::vector<TopicOffer> open;
    for (const auto& offer : topic_offers(plan, topic.state, call.actor().roles)) {
        open.push_back({offer.action,
            offer.refusal.empty()
                ? std::nullopt
                : std::optional(texts::built_in().text(call.language(), offer.refusal))});
    }
    return open;
}

base::Result<TopicView> show(http::Call& call, const TopicId& id)
{
    auto page = TRY(topic_page(call.services(), id, members::is_office(call.actor().roles)));
    auto& [topic, plan, sources] = page;
    const auto refusal = refusal_code(call, plan, topic);
    TopicView view{.plan = {plan.id, plan.title, plan.year, plan.state},
        .can_edit = refusal.empty(),
        .cannot_edit_because =
            refusal.empty() ? "" : texts::built_in().text(call.language(), refusal),
        .version = topic.version,
        .updated_at = topic.updated_at,
        .state = topic.state,
        .field = topic.words.field,
        .to_review = is_to_be_reviewed(topic),
        .carried_from = topic.carried_from,
        .actions = offers_of(call, plan, topic)};
    for (auto& source : sources) {
        view.suggestions.push_back({std::move(source.id), std::move(source.title)});
    }
    auto& words = topic.words;
    view.id = std::move(topic.id);
    view.number = words.number;
    view.kind = words.kind;
    view.title = std::move(words.title);
    view.period = std::move(words.period);
    view.month = words.month;
    view.responsible = std::move(words.responsible);
    view.participating = std::move(words.participating);
    view.line = words.line;
    return view;
}

base::Result<TopicView> put_in(http::Call& call, const plan::PlanId& id, const DraftTopic& body)
{
    return show(call, TRY(enter_topic(call.services(), call.actor(), id, body)).id);
}

base::Result<TopicView> step(http::Call& call, const TopicId& id, const TopicStepRequest& body)
{
    CHECK(take_topic_step(call.services(), call.actor(), id, call.version_seen(), body));
    return show(call, id);
}

base::Result<TopicSteps> history(http::Call& call, const TopicId& id)
{
    const auto kept = TRY(topic_history(call.services(), id));
    TopicSteps steps{kept.topic.state, {}};
    for (const auto& step : kept.steps) {
        steps.items.push_back({step.at_ms, step.by_name, step.action, step.from_state,
            step.to_state, step.reason, step.version});
        if (const auto change = kept.changes.find(step.version); change != kept.changes.end()) {
            steps.items.back().changes = change->second;
        }
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
    api.post("/api/plans/{id}/topics", put_in,
        {.name = "addTopic",
            .summary = "Put a topic into a draft, by hand or out of a suggestion",
            .policy = members::office,
            .status = 201});
    api.post("/api/topics/{id}/steps", step,
        {.name = "takeTopicStep",
            .summary = "Take a draft's topic off the short list, or put it back",
            .policy = members::office,
            .status = 201,
            .versioned = true});
    api.patch("/api/topics/{id}", edit,
        {.name = "editTopic",
            .summary = "Edit a topic of a draft",
            .policy = members::office,
            .versioned = true});
}

} // namespace xieshang::topics
