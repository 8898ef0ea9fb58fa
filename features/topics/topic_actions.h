// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on topics. Topics are put in, edited, taken off the short list and put back while their
// plan is a draft; after that, changes come by amendment of the plan. Nothing is deleted.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::topics {

struct NamedSource { // a suggestion that became the topic
    std::string id;
    std::string title;
};

struct TopicPage {
    Topic topic;
    plan::Plan plan;
    std::vector<NamedSource> suggestions;
};

// A suggestion's title only where it is everybody's to read, or `all` is to be shown.
base::Result<TopicPage> topic_page(services::Services& services, const TopicId& id, bool all);

// Put into a draft by hand, or out of a suggestion, which then is taken: both name each other.
// Refusals: plan.not_found, plan.not_a_draft, topic.duplicate_titles; of a suggestion
// suggestion.not_found, that of of_its_year(), topic.suggestion_taken (409), topic.no_reason
// (/reason) where it was not taken yet, workflow.no_such_step where it cannot be.
base::Result<Topic> enter_topic(services::Services& services, const base::Actor& actor,
    const plan::PlanId& id, const DraftTopic& asked);

// Off the short list with its reason, and back; the suggestion that it came from goes with it
// (topic_suggestion_actions.h).
// Refusals: topic.not_found, topic.stale, topic.not_here (409) of another step, plan.not_a_draft,
// topic.no_reason, topic.duplicate_titles.
base::Result<Topic> take_topic_step(services::Services& services, const base::Actor& actor,
    const TopicId& id, std::int64_t version_seen, const TopicStepRequest& asked);

// Refusals: topic.not_found, topic.stale, plan.not_a_draft, topic.dropped, topic.duplicate_titles.
base::Result<Topic> edit_topic(services::Services& services, const base::Actor& actor,
    const TopicId& id, std::int64_t version_seen, const TopicEdit& edit);

} // namespace xieshang::topics
