// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What may be done with a topic of a plan by hand, and why not the rest: most of its steps come
// with the plan, with an amendment (plan, 五(一)) or with what they need (plan, 五(二)). Pure.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic_workflow.h"

namespace xieshang::topics {

// A draft's topic leaves the short list and comes back. Refuses another step with topic.not_here
// (409), and those two of a plan that is no draft with plan.not_a_draft (409).
base::Result<void> taken_by_hand(const plan::Plan& plan, TopicAction action);

// Every step of the topic in that state, the refusal empty where this person may take it now. What
// a step needs beyond its plan is there only once it is taken: its refusal says what is lacking.
std::vector<workflow::Offer<TopicAction>> topic_offers(
    const plan::Plan& plan, TopicState state, base::Roles roles);

} // namespace xieshang::topics
