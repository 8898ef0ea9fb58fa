// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A re-election 换届: one term ends, the next begins on its first day, and those who are named go
// on as members. Whoever is not named is former from that day on, by standing_on; no row of the old
// term changes but its last day. Pure.
#pragma once

#include "features/people/membership.h"

namespace xieshang::people {

struct Named { // who goes on, or comes new
    PersonId person_id;
    OrganisationId sector_id;
    std::optional<OrganisationId> group_id{};
    bool confirmed{}; // active at once; else invited
};
BOOST_DESCRIBE_STRUCT(Named, (), (person_id, sector_id, group_id, confirmed))

struct ReElection {
    Term closed; // with its last day
    Term next;
    std::vector<Membership> memberships; // of the next term; ids and versions are the verb's
    std::vector<Tenure> ended{};         // of posts bound to the term; the verb finds them
};

// `next` carries its number and days; the day before its first ends the term that runs then.
// Refusals, all 422: term.invalid; term.none_to_close where no term runs on that day before;
// re_election.named_twice with a pointer to each person who stands there before.
base::Result<ReElection> re_election(
    const std::vector<Term>& terms, const Term& next, const std::vector<Named>& named);

} // namespace xieshang::people
