// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is asked for, as searches of the record that each go along an index; their acts together are
// the answer.
#pragma once

#include "features/audit/audit_shapes.h"
#include "platform/record/acts.h"

#include <vector>

namespace xieshang::audit {

using Searches = std::vector<record::ActSearch>;

// `part`: the place, the order and the limit, which all of them share.
Searches searches_for(db::Tx& tx, const ActFilter& filter, const record::ActSearch& part);

} // namespace xieshang::audit
