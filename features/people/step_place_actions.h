// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The way of a membership with the places between which it went, by the names of today. Reads only;
// of an id that is not there nothing.
#pragma once

#include "features/people/people_shapes.h"
#include "platform/db/db.h"

namespace xieshang::people {

std::vector<MembershipStepView> steps_shown(db::Tx& tx, const MembershipId& id);

} // namespace xieshang::people
