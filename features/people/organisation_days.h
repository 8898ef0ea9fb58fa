// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The days of an organisation cover those of all that uses it: who held a post of it, who was
// placed in it as a member, what stands below it. Else the register would name a holder in a body
// that there was not. Pure.
#pragma once

#include "features/people/period.h"

#include <vector>

namespace xieshang::people {

struct OrganisationUse {
    std::string by; // a person, or an organisation below it
    Period period;
};

// Refuses with organisation.in_use (409, {by}), at /valid/from with organisation.used_from
// {by, from} of the earliest use, at /valid/until with organisation.used_until {by, until} of the
// latest, or organisation.used_on {by} where that has no end. What ends before it begins is none.
base::Result<void> covers(const Period& valid, const std::vector<OrganisationUse>& uses);

} // namespace xieshang::people
