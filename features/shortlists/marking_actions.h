// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verb by which somebody marks a suggestion, or takes his mark back. One transaction; told to
// the record by his ballot.
#pragma once

#include "features/shortlists/selection_shapes.h"
#include "features/shortlists/selection_store.h"
#include "platform/services/services.h"

namespace xieshang::shortlists {

// His marks as they count after it; what stands there already stays as it is. Refusals:
// selection.not_found, selection.not_of_round (422, /suggestion_id), selection.stale, those of
// may_mark().
base::Result<std::vector<SuggestionId>> mark(services::Services& services, const base::Actor& actor,
    const RoundId& id, const MarkRequest& asked);

} // namespace xieshang::shortlists
