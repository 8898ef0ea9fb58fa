// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Does an unfinished correction say what the record says was kept last? For inspections; only
// reads.
#pragma once

#include "platform/db/db.h"
#include "platform/record/audit.h"

#include <string>
#include <vector>

namespace xieshang::plan {

// All corrections that have rows or events, by their document; none twice.
std::vector<std::string> corrections_to_audit(db::Tx& tx);
// Codes: check.no_row, check.no_event, check.row_differs (field).
std::vector<record::Misfit> audit_correction(db::Tx& tx, const std::string& id);

} // namespace xieshang::plan
