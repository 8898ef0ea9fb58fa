// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Does every sealed value open? For inspections; only reads, and shows no value.
#pragma once

#include "platform/record/audit.h"
#include "platform/sealing/key.h"

namespace xieshang::sealing {

// Codes: check.sealed_broken for a box that does not open, and once a key check.no_key (key, count:
// how many values need it).
std::vector<record::Misfit> audit_sealed(
    db::Tx& tx, const Keys& keys, const std::function<void(std::int64_t done)>& progress);

} // namespace xieshang::sealing
