// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of calls, suggestions and questions about merging say what the record says? For
// inspections; only reads. Misfits: check.no_row, check.no_event, check.row_differs (field).
#pragma once

#include "platform/db/db.h"
#include "platform/record/audit.h"

#include <string>
#include <vector>

namespace xieshang::calls {

std::vector<std::string> calls_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_call(db::Tx& tx, const std::string& id);

// With its steps, and that the last of them led to the state in which it is.
std::vector<std::string> suggestions_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_suggestion(db::Tx& tx, const std::string& id);

std::vector<std::string> merges_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_merge(db::Tx& tx, const std::string& id);

} // namespace xieshang::calls
