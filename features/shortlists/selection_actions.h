// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on selection rounds up to the proposal, by the office. Each takes one transaction,
// keeps a step and tells the record.
#pragma once

#include "features/shortlists/selection_shapes.h"
#include "features/shortlists/selection_store.h"
#include "platform/services/services.h"

namespace xieshang::shortlists {

// Marks are taken from now on. Refusals: selection.invalid, selection.open_already (409).
base::Result<SelectionRound> make_round(
    services::Services& services, const base::Actor& actor, const RoundWords& words);

// Refusals: selection.not_found, selection.stale, selection.invalid, those of the workflow.
base::Result<SelectionRound> edit_round(services::Services& services, const base::Actor& actor,
    const RoundId& id, std::int64_t version_seen, const RoundEdit& edit);

// In which form and field suggestions compete; before the proposal. Refusals: as above, and
// selection.not_of_round (422, /placements).
base::Result<SelectionRound> place_candidates(services::Services& services,
    const base::Actor& actor, const RoundId& id, std::int64_t version_seen,
    const std::vector<TopicPlacement>& placements);

// Closes the marking, or proposes a shortlist from the marks as they count today. Refusals: as
// above, and those of propose().
base::Result<SelectionRound> take_round_step(services::Services& services, const base::Actor& actor,
    const RoundId& id, std::int64_t version_seen, const RoundStepRequest& asked);

// For the verbs of this folder: the round if it still has this version, else selection.stale; the
// step that is asked of it, whose refusal names /reason where that is missing.
base::Result<SelectionRound> round_seen(db::Tx& tx, const RoundId& id, std::int64_t version_seen);
base::Result<RoundStep> step_of(services::Services& services, const SelectionRound& round,
    const base::Actor& actor, SelectionRoundAction action, std::string_view reason);
std::string today(services::Services& services);

} // namespace xieshang::shortlists
