// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of scoring rounds, sheets and comments say what the record says? For inspections;
// only reads. Misfits: check.no_row, check.no_event, check.row_differs (field).
#pragma once

#include "platform/db/db.h"
#include "platform/record/audit.h"

#include <string>
#include <vector>

namespace xieshang::scoring {

// With its steps.
std::vector<std::string> rounds_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_round(db::Tx& tx, const std::string& id);

// Every version of it.
std::vector<std::string> sheets_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_sheet(db::Tx& tx, const std::string& id);

std::vector<std::string> comments_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_comment(db::Tx& tx, const std::string& id);

} // namespace xieshang::scoring
