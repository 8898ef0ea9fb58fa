// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Does a plan document's row say what the record says was handed in and what became of it? For
// inspections; only reads.
#pragma once

#include "platform/db/db.h"
#include "platform/record/audit.h"

#include <string>
#include <vector>

namespace xieshang::plan {

// All plan documents that have rows or events; none twice.
std::vector<std::string> documents_to_audit(db::Tx& tx);
// Codes: check.no_row, check.no_event, check.row_differs (field), check.step_not_allowed (action).
std::vector<record::Misfit> audit_document(db::Tx& tx, const std::string& id);

} // namespace xieshang::plan
