// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/policies.h"
#include "features/plan/next_year_actions.h"
#include "features/plan/plan_routes.h"

namespace xieshang::plan {
namespace {

base::Result<NextYear> preview(http::Call& call, const PlanId& id)
{
    return next_year_of(call.services(), id);
}

base::Result<PlanView> begin(http::Call& call, const PlanId& id, const NextYearChoice& body)
{
    return plan_view(call, TRY(begin_next_year(call.services(), call.actor(), id, body)));
}

} // namespace

void add_next_year_routes(http::Api& api)
{
    api.get("/api/plans/{id}/next-year", preview,
        {.name = "previewNextYear",
            .summary = "What the next year's plan would be out of this one, and what to look at",
            .policy = members::office});
    api.post("/api/plans/{id}/next-year", begin,
        {.name = "beginNextYear",
            .summary = "Begin the next year's plan out of this one",
            .policy = members::office,
            .status = 201});
}

} // namespace xieshang::plan
