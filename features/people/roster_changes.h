// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a row of a roster would change of a person, field by field. Pure.
#pragma once

#include "features/people/roster_comparison.h"

namespace xieshang::people {

void note_changes_of_words(RosterOutcome& outcome);
void note_changes_of_contacts(RosterOutcome& outcome, const RosterRegister& known);
void note_changes_of_membership(RosterOutcome& outcome, const PlannedMembership& planned,
    const RosterRegister& known, std::int64_t term_number);

} // namespace xieshang::people
