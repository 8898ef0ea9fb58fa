// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of a plan say what the record says? Each plan is replayed from its events, its steps
// through the workflow table, and held against its rows. For inspections; only reads.
#pragma once

#include "features/plan/plan.h"
#include "platform/files/file_audit.h"
#include "platform/record/audit.h"

namespace xieshang::plan {

// All plans that have rows or events; none twice.
std::vector<std::string> plans_to_audit(db::Tx& tx);
// Codes: check.no_row, check.no_event, check.no_content, check.row_differs (field),
// check.step_not_allowed (action).
std::vector<record::Misfit> audit_plan(db::Tx& tx, const std::string& id);

// The files that plan documents name.
std::vector<files::NamedFile> files_named(db::Tx& tx);

} // namespace xieshang::plan
