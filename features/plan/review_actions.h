// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How a person stands to the review that a plan is in: what he may decide, as whom, or for which
// body without an account the office would record it. In the transaction of the step.
#pragma once

#include "features/behalf/behalf_act.h"
#include "features/plan/plan_shapes.h"
#include "features/plan/plan_workflow.h"
#include "features/plan/review.h"
#include "platform/base/actor.h"
#include "platform/services/services.h"

#include <optional>
#include <vector>

namespace xieshang::plan {

struct PlanOffer {
    PlanAction action{};
    std::string refusal;                     // a code; empty: may
    std::optional<members::Role> behalf{};   // the body for which the office would record it
    std::optional<members::Role> reviewer{}; // whose step of a review it is
    bool names_person = false;               // on behalf: persons of the body are counted
    base::Params params{};                   // of the refusal's text
};

// What somebody may do now, and why not the rest.
std::vector<PlanOffer> plan_offers(
    services::Services& services, db::Tx& tx, const Plan& plan, const base::Actor& actor);

// The step that was asked for: by the actor's own roles, or, where it is a body's and the office
// records it, by the body's.
struct ChosenStep {
    PlanWorkflowStep step;
    std::optional<members::Role> behalf{};
    std::optional<Review> review{};     // its version and author are the step's
    std::optional<ReviewChain> chain{}; // of the round that it begins: the settings' of now
    std::optional<members::PersonId> for_person{}; // on behalf, where persons are counted
};

// Refusals: those of the workflow table; plan.name_reviewer (422, /reviewer) where the office could
// record it for more than one body; behalf.not_needed (422, /behalf); those of sound_review();
// plan.no_review (422, /review) where somebody hands in a review with another step. Where the stage
// waits for several persons of a body and the office records the consent of one: plan.name_person
// (422, /person_id); of nobody in the register: plan.no_such_person; of one who can sign in and act
// himself: plan.person_acts_himself; of oneself: plan.person_not_needed.
base::Result<ChosenStep> choose_step(services::Services& services, db::Tx& tx, const Plan& plan,
    const base::Actor& actor, const StepRequest& asked);

// What is decided on is the body's deed.
behalf::BehalfDeed deed_of(PlanAction action);

} // namespace xieshang::plan
