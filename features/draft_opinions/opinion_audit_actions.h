// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of requests for opinions and of opinions say what the record says? For inspections;
// only reads. Misfits: check.no_row, check.no_event, check.row_differs (field).
#pragma once

#include "platform/db/db.h"
#include "platform/record/audit.h"

namespace xieshang::draft_opinions {

// With the frozen text, the recipients and the steps.
std::vector<std::string> requests_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_request(db::Tx& tx, const std::string& id);

// With every version of the words, and every answer.
std::vector<std::string> opinions_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_opinion(db::Tx& tx, const std::string& id);

} // namespace xieshang::draft_opinions
