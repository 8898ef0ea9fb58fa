// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the record is told of scoring: each event holds the object as the change leaves it. In the
// transaction of the change.
#pragma once

#include "features/scoring/scoring_store.h"
#include "platform/services/services.h"

namespace xieshang::scoring {

// Writes the step's row and its event.
void keep_round_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const ScoringRound& round, const RoundStep& step, const std::string& reason);

// Writes the version of the sheet, or the comment, and its event.
void keep_sheet(
    services::Services& services, db::Tx& tx, const base::Actor& actor, const GivenSheet& sheet);
void keep_comment(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const ScoringComment& comment);

} // namespace xieshang::scoring
