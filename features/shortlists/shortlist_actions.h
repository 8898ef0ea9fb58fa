// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs by which people change a proposed shortlist and decide on it. Each takes one
// transaction, keeps a step and tells the record.
#pragma once

#include "features/shortlists/selection_shapes.h"
#include "features/shortlists/selection_store.h"
#include "platform/services/services.h"

namespace xieshang::shortlists {

// Takes in, takes out, or exchanges; what it means to those who marked is kept with it. Refusals:
// selection.not_found, selection.stale, those of the workflow, of changed(), and
// selection.not_of_round (422, /takes_in).
base::Result<SelectionRound> change_shortlist(services::Services& services,
    const base::Actor& actor, const RoundId& id, std::int64_t version_seen,
    const ShortlistChangeRequest& asked);

// The suggestions of the list are shortlisted, and where the decision says so the others that were
// proposed from and still wait are put in reserve, all in this transaction. Refusals:
// selection.not_found, selection.stale, those of the workflow and of sound(), and
// shortlist.not_open {title} (409) where one of the list was answered otherwise meanwhile.
base::Result<SelectionRound> decide_shortlist(services::Services& services,
    const base::Actor& actor, const RoundId& id, std::int64_t version_seen,
    const ShortlistDecision& decision);

} // namespace xieshang::shortlists
