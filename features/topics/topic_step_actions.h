// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The steps that topics take, in the transaction of what makes them: one place writes the state,
// the step and its event.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

namespace xieshang::topics {

// One step of the table, by somebody with these roles. Refusals: those of take().
base::Result<void> move(services::Services& services, db::Tx& tx, const base::Actor& actor,
    Topic& topic, TopicAction action, base::Roles roles, const TopicFacts& facts,
    const std::string& reason);

// The plan's topics go with it: approved with its approval, planned with its issue, and back on the
// short list when it is sent back; their suggestions leave with a draft that is discarded, and come
// back with one that is restored. `plan` stands where the step led it; `reason`: of the step.
base::Result<void> follow(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const plan::Plan& plan, plan::PlanAction action, const std::string& reason);

// What an amendment brings, planned from the first; its title was looked at. Refusal: none.
void add(services::Services& services, db::Tx& tx, const base::Actor& actor, const Topic& topic,
    const std::string& reason);

// What was put into a draft by hand; its title was looked at. The suggestion that it comes from is
// named. Refusal: topic.suggestion_taken.
base::Result<void> enter(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Topic& topic, const DraftTopic& asked);

// An amendment gives it another title; the old one stays in the record and in the amendment.
// Refusal: topic.stale.
base::Result<void> retitle(services::Services& services, db::Tx& tx, const base::Actor& actor,
    Topic& topic, const std::string& title, const std::string& reason);

} // namespace xieshang::topics
