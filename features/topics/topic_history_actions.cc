// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_history_actions.h"

#include "features/members/rename_actions.h"
#include "features/topics/topic_store.h"
#include "platform/json/json.h"
#include "platform/record/audit.h"

#include <algorithm>

namespace xieshang::topics {
namespace {

std::optional<TopicAction> change_of(std::string_view event)
{
    if (event == "topic.edit") {
        return TopicAction::edit;
    }
    return event == "topic.retitle" ? std::optional(TopicAction::retitle) : std::nullopt;
}

// Of who acted before his name was told with it, the name that he bears now.
void add_change(
    db::Tx& tx, TopicHistory& history, const record::PastEvent& event, TopicAction action)
{
    TopicStep step{
        .version = event.version, .at_ms = event.at, .by_id = event.actor_id, .action = action};
    const auto told = json::read_own<ToldWords>(event.content.value_or(""));
    if (told) {
        step.reason = told->reason.value_or("");
        history.changes.emplace(event.version, changed_words(told->before, told->after));
    }
    step.by_name = told && told->by_name ? *told->by_name : members::name_of(tx, event.actor_id);
    history.steps.push_back(std::move(step));
}

// Words change and the topic stays where it is: where the step before led it, or the next begins.
void keep_states(TopicHistory& history)
{
    const auto moves = [](const TopicStep& step) {
        return step.action != TopicAction::edit && step.action != TopicAction::retitle;
    };
    auto& steps = history.steps;
    const auto first = std::find_if(steps.begin(), steps.end(), moves);
    auto state = first == steps.end() ? history.topic.state : first->from_state;
    for (auto& step : steps) {
        if (moves(step)) {
            state = step.to_state;
        } else {
            step.from_state = step.to_state = state;
        }
    }
}

} // namespace

base::Result<TopicHistory> topic_history(services::Services& services, const TopicId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<TopicHistory> {
        auto topic = TRY(find_topic(tx, id));
        TopicHistory history{std::move(topic), steps_of_topic(tx, id), {}};
        for (const auto& event : record::events_about(tx, "topic", id.text)) {
            if (const auto action = change_of(event.action)) {
                add_change(tx, history, event, *action);
            }
        }
        std::stable_sort(history.steps.begin(), history.steps.end(),
            [](const TopicStep& a, const TopicStep& b) { return a.version < b.version; });
        keep_states(history);
        return history;
    });
}

} // namespace xieshang::topics
