// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of acts on behalf and of scans say what the record says? For inspections; only reads.
#pragma once

#include "platform/files/file_audit.h"
#include "platform/record/audit.h"

namespace xieshang::behalf {

std::vector<std::string> acts_to_audit(db::Tx& tx); // all that have rows or events
std::vector<std::string> scans_to_audit(db::Tx& tx);
// Codes: check.no_row, check.no_event, check.row_differs (field).
std::vector<record::Misfit> audit_act(db::Tx& tx, const std::string& id);
std::vector<record::Misfit> audit_scan(db::Tx& tx, const std::string& id);
std::vector<files::NamedFile> files_named(db::Tx& tx);

} // namespace xieshang::behalf
