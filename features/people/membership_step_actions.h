// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one place that writes a step of a membership; the same call tells the record.
#pragma once

#include "features/people/membership_store.h"
#include "features/people/membership_workflow.h"
#include "features/people/register_event_actions.h"

namespace xieshang::people {

struct StepSaid {
    std::string reason{};
    std::string day; // from which it holds
};

inline NewMembershipStep kept_step(const base::Actor& actor, const Membership& membership,
    const MembershipStep& step, const StepSaid& said)
{
    return {membership.id,
        {membership.version, membership.updated_at, actor.id, actor.name, step.action, step.from,
            step.to, said.reason, said.day, membership.sector_id.text,
            membership.group_id ? std::optional(membership.group_id->text) : std::nullopt}};
}

inline record::Event event_of_step(
    const Membership& membership, const MembershipStep& step, const StepSaid& said)
{
    return {std::string("membership.") + boost::describe::enum_to_string(step.action, ""),
        "membership", membership.id.text, membership.version,
        R"({"after":)" + json::write(membership) + R"(,"day":)" + json::write(said.day)
            + R"(,"fields":[],"reason":)" + json::write(said.reason) + "}"};
}

// The membership as the step leaves it; its row is the caller's to write.
inline void keep_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Membership& membership, const MembershipStep& step, const StepSaid& said)
{
    insert_membership_steps(tx, {kept_step(actor, membership, step, said)});
    record::append(
        tx, actor, membership.updated_at, services.random, event_of_step(membership, step, said));
}

} // namespace xieshang::people
