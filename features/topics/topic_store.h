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
std::vector<Topic> topics_of_plan(db::Tx& tx, std::string_view plan_id); // in their order
std::vector<std::string> topic_ids(db::Tx& tx);                          // of all topics
std::map<std::string, std::int64_t> topic_counts(db::Tx& tx, std::span<const std::string> plan_ids);

void insert_topic(db::Tx& tx, const Topic& topic);

// Writes the words; the row must still have `version_before`, else topic.stale.
base::Result<void> update_topic(db::Tx& tx, const Topic& topic, std::int64_t version_before);

// Writes the state, with version and time, and the step that it came by; as update_topic().
base::Result<void> move_topic(db::Tx& tx, const Topic& topic, const TopicStep& step);
void insert_topic_step(db::Tx& tx, const TopicId& id, const TopicStep& step);
std::vector<TopicStep> steps_of_topic(db::Tx& tx, const TopicId& id); // oldest first

} // namespace xieshang::topics
