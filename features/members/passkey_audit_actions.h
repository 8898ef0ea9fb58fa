// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Are an account's passkeys those that the record says? For inspections; only reads.
#pragma once

#include "features/members/passkey.h"
#include "platform/db/db.h"
#include "platform/record/audit.h"

#include <string>
#include <vector>

namespace xieshang::members {

// Of site, credential and key: a key that was put in another's place has another.
std::string passkey_digest(const Passkey& passkey);

// `events` are those about this person. Code: check.row_differs, field "passkey".
std::vector<record::Misfit> audit_passkeys(
    db::Tx& tx, const PersonId& id, const std::vector<record::PastEvent>& events);

} // namespace xieshang::members
