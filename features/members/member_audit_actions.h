// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Do the rows of people say what the record says? For inspections; only reads. The record holds no
// password, so a changed one is not seen here.
#pragma once

#include "platform/record/audit.h"

namespace xieshang::members {

std::vector<std::string> people_to_audit(db::Tx& tx); // all that have rows or events
// Codes: check.no_row, check.no_event, check.row_differs (field).
std::vector<record::Misfit> audit_person(db::Tx& tx, const std::string& id);

// Is that this person's name? Nobody's name changes. True of an id that no person has: the program
// itself acted (base::Actor), under a name in the language of whoever called it.
bool is_named(db::Tx& tx, const std::string& person_id, const std::string& name);

} // namespace xieshang::members
