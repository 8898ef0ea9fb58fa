// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of settings and of calendars say what the record says? For inspections; only reads.
#pragma once

#include "platform/record/audit.h"

namespace xieshang::settings {

std::vector<std::string> settings_to_audit(db::Tx& tx); // all that have rows or events
std::vector<std::string> calendar_years_to_audit(db::Tx& tx);
// Codes: check.no_row, check.no_event, check.row_differs (field).
std::vector<record::Misfit> audit_setting(db::Tx& tx, const std::string& name);
std::vector<record::Misfit> audit_calendar_year(db::Tx& tx, const std::string& year);

} // namespace xieshang::settings
