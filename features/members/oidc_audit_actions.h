// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Are an account's identities at providers those that the record says? For inspections; only reads.
#pragma once

#include "features/members/person.h"
#include "platform/record/audit.h"

#include <vector>

namespace xieshang::members {

// `events` are those about this person. Code: check.row_differs, field "oidc_identity".
std::vector<record::Misfit> audit_identities(
    db::Tx& tx, const PersonId& id, const std::vector<record::PastEvent>& events);

} // namespace xieshang::members
