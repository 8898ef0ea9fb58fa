// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A topic's life as its page tells it: its steps, and between them what the record tells of edits
// and new titles. Only reads; who may read the topic as it is may read it as it was.
#pragma once

#include "features/topics/topic.h"
#include "features/topics/topic_change.h"
#include "platform/services/services.h"

#include <map>

namespace xieshang::topics {

struct TopicHistory {
    Topic topic;
    std::vector<TopicStep> steps; // oldest first; edits and new titles among them
    // What those changed, by the version that they made; none where its content was erased.
    std::map<std::int64_t, std::vector<ChangedWords>> changes;
};

// Refusal: topic.not_found.
base::Result<TopicHistory> topic_history(services::Services& services, const TopicId& id);

} // namespace xieshang::topics
