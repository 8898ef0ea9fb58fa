// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The life of an import of a roster as a table: written into the register once, or set aside with
// a reason and taken up again; never deleted. Its file holds contacts, so it can be erased when the
// work with it is over: what was done and the file's digest stay (PRI-03). Pure.
#pragma once

#include "features/people/roster_import.h"
#include "platform/workflow/workflow.h"

#include <array>
#include <string>
#include <vector>

namespace xieshang::people {

struct RosterFacts {
    bool has_reason = false;   // the step says why
    bool is_looked_at = false; // the office confirmed the columns and was shown the rows
    bool is_file_kept = true;  // it was not erased
};

using RosterStep = workflow::Step<RosterState, RosterImportAction>;

// The step, or its refusal: roster.not_chosen, roster.no_reason (422), workflow.wrong_role (403),
// workflow.no_such_step (409), roster.file_erased (409) where there is nothing to erase or to
// restore.
base::Result<RosterStep> take(
    RosterState from, RosterImportAction action, base::Roles roles, const RosterFacts& facts);

// Every action open in this state with the reason why this person may not take it. A reason is
// asked for when it is taken.
std::vector<workflow::Offer<RosterImportAction>> offers(
    RosterState from, base::Roles roles, RosterFacts facts);

// One row a line, for docs/workflows.md.
std::vector<std::array<std::string, 5>> roster_workflow_rows();

} // namespace xieshang::people
