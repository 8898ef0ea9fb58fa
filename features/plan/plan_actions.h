// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on plans: load → decide → record, one transaction each. Callers have checked that the
// actor may use the verb; the workflow table checks steps by itself.
#pragma once

#include "features/behalf/behalf_act.h"
#include "features/calls/suggestion.h"
#include "features/plan/plan_shapes.h"
#include "features/plan/plan_store.h"
#include "features/plan/plan_workflow.h"
#include "features/plan/review_actions.h"
#include "features/topics/topic.h"
#include "platform/services/services.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::plan {

// A plan with all that stands on its page.
struct PlanPage {
    Plan plan;
    std::optional<Document> document;
    std::vector<Section> sections;
    std::vector<topics::Topic> topics;
    std::vector<PlanOffer> offers;
    std::vector<Ignored> ignored;
    std::vector<OwnWords> own_words;
    std::vector<topics::Topic> dropped; // that were taken off the short list
    // For the office, before it issues the plan or closes the year.
    std::vector<calls::Suggestion> unanswered{};
    std::optional<std::string> issued_on{};
    std::optional<PlanDue> due{};
};

// What becomes a plan: the words, and what a document brings with them.
struct DraftPlan {
    NewPlan words;
    std::optional<DocumentId> document_id{};
    std::string document_sha256{};
    bool draft = false; // the document calls itself 草案
    std::vector<Section> sections{};
    std::vector<Ignored> ignored{};
    std::vector<OwnWords> own_words{};
    std::vector<topics::TopicId> carried_from{}; // of each topic; empty: of none
    std::optional<PlanId> begun_from{};          // the plan of the year before
};

base::Result<PlanPage> plan_page(
    services::Services& services, const base::Actor& actor, const PlanId& id);
std::vector<PlanLine> list_plans(services::Services& services, const PlanSearch& search);
std::vector<std::int64_t> years_of_plans(services::Services& services); // the latest first

struct PlanHistory {
    std::vector<PlanStep> steps; // oldest first
    std::vector<Review> reviews; // each of one of the steps, by its version
};
base::Result<PlanHistory> plan_history(services::Services& services, const PlanId& id);
// Of the steps of a plan those that the office recorded for a body, by the version that they made.
std::map<std::int64_t, behalf::BehalfAct> plan_steps_on_behalf(
    services::Services& services, const PlanId& id);

// Refusal: topic.duplicate_titles. A document's plan comes by correction_actions.h, which sees to
// it that no word of the document is lost.
base::Result<PlanId> save_draft(
    services::Services& services, const base::Actor& actor, const DraftPlan& asked);

// Refusals: plan.not_found, plan.not_a_draft, plan.stale, plan.empty_section. The words before stay
// in the record.
base::Result<Plan> edit_plan(services::Services& services, const base::Actor& actor,
    const PlanId& id, std::int64_t version_seen, const PlanEdit& edit);

// Refusals: plan.not_found, plan.stale, those of choose_step() (review_actions.h) and issue_day()
// (issue_actions.h), unhindered() (plan_hindrance_actions.h); of a step that the office records for
// a body, those of behalf::may_record_for_body(). The plan's topics go with it
// (topics/topic_step_actions.h).
base::Result<Plan> take_step(services::Services& services, const base::Actor& actor,
    const PlanId& id, std::int64_t version_seen, const StepRequest& asked);

} // namespace xieshang::plan
