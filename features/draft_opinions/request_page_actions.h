// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A request's page, the list of them, and all opinions for the export, as the asker's view shows
// them. Refusals stand in them as codes; the routes put them into words.
#pragma once

#include "features/draft_opinions/opinion_views.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::draft_opinions {

// Refusal: opinion_request.not_found, also where the asker has no view of it.
base::Result<OpinionRequestView> request_page(
    services::Services& services, const base::Asker& asker, const RequestId& id);

// Those that the asker sees, the newest first; of a plan, with whether he may send it.
base::Result<OpinionRequestList> list_requests(services::Services& services,
    const base::Asker& asker, const std::optional<plan::PlanId>& plan);

} // namespace xieshang::draft_opinions
