// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Writes one row of a roster into the register, within the transaction of the import: the same
// rows, steps and events as the verbs on single persons, without reading again what the comparison
// knows.
#pragma once

#include "features/people/roster_comparison.h"
#include "platform/services/services.h"

namespace xieshang::people {

class RosterPen {
public:
    RosterPen(
        services::Services& services, db::Tx& tx, const base::Actor& actor, std::string reason)
        : services_(services), tx_(tx), actor_(actor), reason_(std::move(reason))
    {
    }

    // Refusals: people.invalid, people.stale, membership.stale, those of the workflow.
    base::Result<void> write(const RosterOutcome& outcome);

private:
    base::Result<PersonId> write_person(const RosterOutcome& outcome);
    void write_contacts(const RosterOutcome& outcome, const PersonId& id);
    base::Result<void> write_membership(const PlannedMembership& planned, const PersonId& id);
    base::Result<void> step(
        Membership& membership, MembershipAction action, const std::string& day);

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& actor_;
    std::string reason_;
};

sealing::Place place_of_contact(const PersonId& id, Contact contact);

} // namespace xieshang::people
