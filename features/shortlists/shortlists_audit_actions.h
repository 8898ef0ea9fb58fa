// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of selection rounds and ballots say what the record says, and is the proposal the one
// that was made? For inspections; only reads. Misfits: check.no_row, check.no_event,
// check.row_differs (field).
#pragma once

#include "platform/db/db.h"
#include "platform/record/audit.h"

#include <string>
#include <vector>

namespace xieshang::shortlists {

std::vector<std::string> rounds_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_round(db::Tx& tx, const std::string& id);

std::vector<std::string> ballots_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_ballot(db::Tx& tx, const std::string& id);

} // namespace xieshang::shortlists
