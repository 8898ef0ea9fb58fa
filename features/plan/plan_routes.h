// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON ⇄ the verbs on plans, plan documents and imports.
#pragma once

#include "features/plan/plan_shapes.h"
#include "platform/http/api.h"

namespace xieshang::plan {

void add_plan_routes(http::Api& api);
void add_next_year_routes(http::Api& api); // with add_plan_routes()
void add_document_routes(http::Api& api);
void add_import_routes(http::Api& api);
void add_correction_routes(http::Api& api);

// The plan's page as the caller sees it, for the routes of this slice. Refusal: plan.not_found.
base::Result<PlanView> plan_view(http::Call& call, const PlanId& id);

} // namespace xieshang::plan
