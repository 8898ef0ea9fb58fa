// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Outline with roles → places. Every character of the outline gets one. Pure, linear.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/outline.h"
#include "features/plan/paragraph_reading.h"
#include "features/plan/roles.h"

#include <vector>

namespace xieshang::plan {

// Returns for each node, and for the end, how many topics were found before it.
std::vector<int> place_outline(Findings& findings, const std::vector<Node>& nodes,
    const std::vector<Role>& roles, ReadingOrder order);

} // namespace xieshang::plan
