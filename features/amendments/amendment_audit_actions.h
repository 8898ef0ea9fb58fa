// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether the rows of amendments say what the record says.
#pragma once

#include "platform/db/db.h"
#include "platform/record/audit.h"

#include <string>
#include <vector>

namespace xieshang::amendments {

std::vector<std::string> amendments_to_audit(db::Tx& tx); // of rows and of events
std::vector<record::Misfit> audit_amendment(db::Tx& tx, const std::string& id);

} // namespace xieshang::amendments
