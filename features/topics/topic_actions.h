// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on topics. A topic is edited while its plan is a draft; after that, changes come by
// amendment of the plan.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::topics {

struct TopicPage {
    Topic topic;
    plan::Plan plan;
};

base::Result<TopicPage> topic_page(services::Services& services, const TopicId& id);

// Refusals: topic.not_found, topic.stale, plan.not_a_draft, topic.duplicate_titles.
base::Result<Topic> edit_topic(services::Services& services, const base::Actor& actor,
    const TopicId& id, std::int64_t version_seen, const TopicEdit& edit);

} // namespace xieshang::topics
