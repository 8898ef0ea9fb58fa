// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The versions of a plan, read from its steps and from the record. Only reads; callers have checked
// that the actor may read the plan: who reads it as it is reads it as it was.
#pragma once

#include "features/amendments/amendment_shapes.h"
#include "features/amendments/plan_version_shapes.h"
#include "platform/services/services.h"

namespace xieshang::amendments {

// Refusal: plan.not_found.
base::Result<PlanVersions> versions_of_plan(services::Services& services, const plan::PlanId& id);

// Refusals: plan.not_found; those of chosen_version() and version.not_there_yet (422, /before or
// /after); version.not_told (409).
base::Result<PlanComparison> compare_versions(
    services::Services& services, const plan::PlanId& id, const VersionsAsked& asked);

// The topics on a day, each with its words of that day; where the record tells none of them, with
// those that it has now. Refusals: plan.not_found; amendment.day_to_come, period.not_a_day
// (422, /day).
base::Result<StoodPlan> plan_as_it_stood(
    services::Services& services, const plan::PlanId& id, const std::optional<std::string>& day);

} // namespace xieshang::amendments
