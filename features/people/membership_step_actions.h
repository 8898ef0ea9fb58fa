// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one place that writes a step of a membership; the same call tells the record.
#pragma once

#include "features/people/membership_store.h"
#include "features/people/membership_workflow.h"
#include "features/people/register_event_actions.h"

namespace xieshang::people {

// The membership as the step leaves it; its row is the caller's to write.
inline void keep_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Membership& membership, const MembershipStep& step, const std::string& reason)
{
    insert_membership_step(tx, membership.id,
        {membership.version, membership.updated_at, actor.id, actor.name, step.action, step.from,
            step.to, reason});
    tell(services, tx, actor, "membership", boost::describe::enum_to_string(step.action, ""),
        membership, reason);
}

} // namespace xieshang::people
