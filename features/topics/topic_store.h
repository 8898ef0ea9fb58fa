// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ topics, nothing else. Absent rows are topic.not_found.
#pragma once

#include "features/topics/topic.h"
#include "platform/db/db.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace xieshang::topics {

base::Result<Topic> find_topic(db::Tx& tx, const TopicId& id);
// Those that stand in it (stands_in_plan()), in their order.
std::vector<Topic> topics_of_plan(db::Tx& tx, std::string_view plan_id);
// With those that were taken off the short list.
std::vector<Topic> every_topic_of_plan(db::Tx& tx, std::string_view plan_id);
std::int64_t next_position(db::Tx& tx, std::string_view plan_id);
std::vector<std::string> topic_ids(db::Tx& tx); // of all topics
// How many stand in each, without those that were cancelled or replaced.
std::map<std::string, std::int64_t> topic_counts(db::Tx& tx, std::span<const std::string> plan_ids);

void insert_topic(db::Tx& tx, const Topic& topic);

// Where a topic came from, and how long: a suggestion is one topic at a time, so that a second one
// is topic.suggestion_taken (409).
struct TakenSuggestion {
    TopicId topic_id;
    std::int64_t turn{};       // of the topic's, from 1
    std::string suggestion_id; // SuggestionId text: the slice of calls stands above this one
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    std::optional<base::Instant> left_at_ms; // none: it goes on

    bool operator==(const TakenSuggestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    TakenSuggestion, (), (topic_id, turn, suggestion_id, at_ms, by_id, by_name, left_at_ms))
base::Result<void> insert_taken(db::Tx& tx, const TakenSuggestion& taken);
void end_taken(db::Tx& tx, const TakenSuggestion& taken); // when it left
// The turn that goes on.
std::optional<TakenSuggestion> taken_of(db::Tx& tx, std::string_view suggestion_id);
// All turns, oldest first.
std::vector<TakenSuggestion> taken_into(db::Tx& tx, const TopicId& id);

// Writes the words; the row must still have `version_before`, else topic.stale.
base::Result<void> update_topic(db::Tx& tx, const Topic& topic, std::int64_t version_before);

// Writes the state, with version and time, and the step that it came by; as update_topic().
base::Result<void> move_topic(db::Tx& tx, const Topic& topic, const TopicStep& step);
void insert_topic_step(db::Tx& tx, const TopicId& id, const TopicStep& step);
std::vector<TopicStep> steps_of_topic(db::Tx& tx, const TopicId& id); // oldest first

} // namespace xieshang::topics
