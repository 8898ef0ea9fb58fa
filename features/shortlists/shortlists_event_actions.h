// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the record is told of selection rounds and ballots: each event holds the object as the
// change leaves it. In the transaction of the change.
#pragma once

#include "features/shortlists/selection_store.h"
#include "platform/services/services.h"

namespace xieshang::shortlists {

struct StepDetail {
    std::string reason{};
    ListChange change{};
    std::optional<ChangeEffect> effect{};
};

// Writes the step's row and its event; the round's row is the caller's.
void keep_round_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SelectionRound& round, const RoundStep& step, const StepDetail& detail);

// The round where the step leads it, as its next version: its row, its step and its event. Refusal:
// selection.stale.
base::Result<SelectionRound> keep_round(services::Services& services, db::Tx& tx,
    const base::Actor& actor, SelectionRound round, const RoundStep& step,
    const StepDetail& detail);

void tell_ballot(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const SupportBallot& ballot);

} // namespace xieshang::shortlists
