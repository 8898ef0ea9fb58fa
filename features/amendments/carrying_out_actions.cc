// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/carrying_out_actions.h"

#include "features/people/short_text.h"
#include "features/plan/plan_amended_actions.h"
#include "features/topics/topic_step_actions.h"
#include "features/topics/topic_store.h"
#include "features/topics/topic_suggestion_actions.h"

#include <algorithm>

namespace xieshang::amendments {
namespace {

bool brings_topic(ChangeKind kind)
{
    return kind == ChangeKind::add || kind == ChangeKind::replace;
}

topics::TopicAction move_of(ChangeKind kind)
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

// Out of the plan for good: the suggestion that it came of waits for another answer.
bool leaves_plan(ChangeKind kind)
{
    return kind == ChangeKind::drop || kind == ChangeKind::replace;
}

} // namespace

base::Result<std::vector<Applied>> carry_out(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const Amendment& amendment)
{
    const auto by = members::bit(members::Role::office);
    auto topics = topics::topics_of_plan(tx, amendment.plan_id.text);
    std::vector<TopicId> new_ids;
    for (const auto& change : amendment.changes) {
        if (brings_topic(change.kind)) {
            new_ids.push_back(base::new_id<TopicId>(services.clock, services.random));
        }
    }
    auto applied = carried_out(amendment.changes, topics, new_ids);
    auto next = new_ids.begin();
    for (const auto& change : amendment.changes) {
        const auto own = change.reason.value_or("");
        const auto& reason = people::is_said(own) ? own : amendment.reason;
        const auto topic = std::find_if(topics.begin(), topics.end(),
            [&](const Topic& one) { return change.topic_id && one.id == *change.topic_id; });
        if (change.kind == ChangeKind::retitle) {
            CHECK(topics::retitle(services, tx, actor, *topic, *change.title, reason));
        } else if (change.kind != ChangeKind::add) {
            CHECK(topics::move(services, tx, actor, *topic, move_of(change.kind), by,
                {.by_amendment = true}, reason));
        }
        if (leaves_plan(change.kind)) {
            CHECK(topics::let_suggestion_go(services, tx, actor, *topic, by, reason));
        }
        if (brings_topic(change.kind)) {
            const auto position = topics::next_position(tx, amendment.plan_id.text);
            Topic added{*next++, amendment.plan_id.text, position, words_of(*change.topic, topics),
                1, services.clock.now(), TopicState::planned};
            topics::add(services, tx, actor, added, reason);
            topics.push_back(std::move(added));
        }
    }
    CHECK(plan::amended(services, tx, actor, amendment.plan_id, amendment.id.text));
    return applied;
}

} // namespace xieshang::amendments
