// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What somebody sees of a person: as much as the view of the asker's policy shows. What is refused
// in an offer is the code of its text. Only reads. Who may not see the person is told
// people.not_found, of a membership membership.not_found, as if it were not there.
#pragma once

#include "features/people/people_shapes.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::people {

base::Result<RegisteredPersonView> person_page(
    services::Services& services, const base::Asker& asker, const PersonId& id);

// What was done with the person, his tenures, memberships and contacts.
base::Result<PersonHistory> person_history(
    services::Services& services, const base::Asker& asker, const PersonId& id);

base::Result<MembershipView> membership_page(
    services::Services& services, const base::Asker& asker, const MembershipId& id);
base::Result<MembershipHistory> membership_history(
    services::Services& services, const base::Asker& asker, const MembershipId& id);

} // namespace xieshang::people
