// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_routes.h"

#include "features/amendments/plan_version_actions.h"
#include "features/members/policies.h"

namespace xieshang::amendments {
namespace {

base::Result<PlanVersions> list_versions(http::Call& call, const plan::PlanId& id)
{
    return versions_of_plan(call.services(), id);
}

base::Result<PlanComparison> compare(
    http::Call& call, const plan::PlanId& id, const http::Options<VersionsAsked>& asked)
{
    return compare_versions(call.services(), id, asked.given);
}

} // namespace

void add_plan_version_routes(http::Api& api)
{
    using members::readers;
    api.get("/api/plans/{id}/versions", list_versions,
        {.name = "listPlanVersions",
            .summary = "The versions of a plan: after each step, after each amendment, now",
            .policy = readers,
            .remembered = true});
    api.get("/api/plans/{id}/comparison", compare,
        {.name = "comparePlanVersions",
            .summary =
                "Two versions of a plan side by side, as they stood after a step or on a day",
            .policy = readers});
}

} // namespace xieshang::amendments
