// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How somebody stands to a person of the register, for the policies.
#pragma once

#include "features/people/registered_person.h"
#include "platform/base/policy.h"
#include "platform/db/db.h"

namespace xieshang::people {

// On that day. own: it is himself. same_body: he holds a post of a sector, sub-district, special
// committee or department of which the person is, by a post or as an active member; to be a member
// of it makes nobody its head. other_term: the person was a member in earlier terms alone and holds
// no post. Else other_body, also where there is no such person.
base::Relation relation_on(
    db::Tx& tx, const base::Actor& actor, const PersonId& person, std::string_view day);

} // namespace xieshang::people
