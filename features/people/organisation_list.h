// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The organisations of the register as one narrows and sorts them. Pure.
#pragma once

#include "features/people/body_shapes.h"

namespace xieshang::people {

// Those that fit, in the order that is asked for (by code when none is). Words are found in names
// and short names as of a person's (platform/names/search_keys.h), and where a code begins.
std::vector<OrganisationLine> narrowed(
    std::vector<OrganisationLine> lines, const OrganisationFilter& filter);

} // namespace xieshang::people
