// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Writes the rows of a roster into the register, within the transaction of the import: the same
// rows, steps and events as the verbs on single persons, without reading again what the comparison
// knows. New persons are gathered and written a thousand at a time; so who writes them one after
// the other, and the others behind them, is done soonest.
#pragma once

#include "features/people/membership_store.h"
#include "features/people/roster_comparison.h"
#include "platform/record/many_events.h"
#include "platform/services/services.h"

namespace xieshang::people {

class RosterPen {
public:
    RosterPen(
        services::Services& services, db::Tx& tx, const base::Actor& actor, std::string reason)
        : services_(services),
          tx_(tx),
          actor_(actor),
          reason_(std::move(reason)),
          events_(services.random)
    {
    }

    // Gives whom it wrote. The outcome outlives finish(). Refusals: people.invalid, people.stale,
    // membership.stale, those of the workflow.
    base::Result<PersonId> write(const RosterOutcome& outcome);
    void finish(); // once at the end: what was gathered is written

private:
    base::Result<PersonId> add(const RosterOutcome& outcome);
    base::Result<void> change(const RosterOutcome& outcome);
    base::Result<void> change_words(const RosterOutcome& outcome);
    void change_contacts(const RosterOutcome& outcome);
    base::Result<void> write_membership(const PlannedMembership& planned, const PersonId& id);
    base::Result<void> step(
        Membership& membership, MembershipAction action, const std::string& day);
    void tell_of_contact(const PersonId& id, const std::string& field, std::int64_t version);

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& actor_;
    std::string reason_;
    std::vector<RegisteredPerson> people_;
    std::vector<sealing::Vault::NewValue> contacts_;
    std::vector<Membership> memberships_;
    std::vector<NewMembershipStep> steps_;
    record::ManyEvents events_;
};

sealing::Place place_of_contact(const PersonId& id, Contact contact);

} // namespace xieshang::people
