// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_suggestion_actions.h"

#include "features/calls/suggestion_moves_actions.h"
#include "features/topics/topic_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::topics {
namespace {

struct SuggestionTurn { // what the record keeps, beside the first that the topic's entry tells of
    std::string suggestion_id;
    std::int64_t turn{};
};
BOOST_DESCRIBE_STRUCT(SuggestionTurn, (), (suggestion_id, turn))

// It is no step of the topic's: its version stays.
void tell(services::Services& services, db::Tx& tx, const base::Actor& actor, const Topic& topic,
    const TakenSuggestion& taken)
{
    const auto* action = taken.left_at_ms ? "topic.leave_suggestion" : "topic.take_suggestion";
    record::append(tx, actor, taken.left_at_ms.value_or(taken.at_ms), services.random,
        {action, "topic", topic.id.text, topic.version,
            json::write(SuggestionTurn{taken.suggestion_id, taken.turn})});
}

std::optional<TakenSuggestion> last_of(db::Tx& tx, const TopicId& id)
{
    auto turns = taken_into(tx, id);
    return turns.empty() ? std::nullopt : std::optional(std::move(turns.back()));
}

} // namespace

base::Result<void> let_suggestion_go(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const Topic& topic, base::Roles roles, const std::string& reason)
{
    auto last = last_of(tx, topic.id);
    if (!last || last->left_at_ms) {
        return {};
    }
    last->left_at_ms = services.clock.now();
    end_taken(tx, *last);
    tell(services, tx, actor, topic, *last);
    auto suggestion = TRY(calls::find_suggestion(tx, {last->suggestion_id}));
    if (suggestion.state != TopicState::shortlisted) {
        return {};
    }
    return calls::move_suggestion(
        services, tx, actor, suggestion, TopicAction::unlist, roles, reason);
}

base::Result<void> take_suggestion_back(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const Topic& topic, base::Roles roles, const std::string& reason)
{
    const auto last = last_of(tx, topic.id);
    if (!last || !last->left_at_ms || taken_of(tx, last->suggestion_id)) {
        return {};
    }
    auto suggestion = TRY(calls::find_suggestion(tx, {last->suggestion_id}));
    const bool waits =
        suggestion.state == TopicState::screened || suggestion.state == TopicState::reserved;
    if (waits) {
        CHECK(calls::move_suggestion(
            services, tx, actor, suggestion, TopicAction::shortlist, roles, reason));
    } else if (suggestion.state != TopicState::shortlisted) {
        return {};
    }
    const TakenSuggestion next{topic.id, last->turn + 1, last->suggestion_id, services.clock.now(),
        actor.id, actor.name, std::nullopt};
    CHECK(insert_taken(tx, next));
    tell(services, tx, actor, topic, next);
    return {};
}

} // namespace xieshang::topics
