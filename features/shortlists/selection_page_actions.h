// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A selection round's page, the list of rounds and the list for a file, as the asker's view shows
// them. Refusals stand in them as codes; the routes put them into words.
#pragma once

#include "features/shortlists/selection_views.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::shortlists {

// Refusal: selection.not_found, also where the asker has no view of it.
base::Result<RoundView> round_page(
    services::Services& services, const base::Asker& asker, const RoundId& id);

RoundList list_rounds(services::Services& services);

} // namespace xieshang::shortlists
