// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Writes the rows of a roster into the register, within the transaction of the import: the same
// rows, steps and events as the verbs on single persons, without reading again what the comparison
// knows. Persons, new and changed, are gathered and written a thousand at a time.
#pragma once

#include "features/behalf/behalf_actions.h"
#include "features/people/membership_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/roster_comparison.h"
#include "platform/record/many_events.h"
#include "platform/sealing/many_values.h"
#include "platform/services/services.h"

#include <unordered_map>
#include <unordered_set>

namespace xieshang::people {

class RosterPen {
public:
    RosterPen(
        services::Services& services, db::Tx& tx, const base::Actor& actor, std::string reason)
        : services_(services),
          tx_(tx),
          actor_(actor),
          reason_(std::move(reason)),
          events_(services.random),
          acts_(services)
    {
    }

    // Gives whom it wrote; nobody twice. The outcome outlives finish(). Refusals: people.invalid,
    // people.stale, membership.stale, those of the workflow.
    base::Result<PersonId> write(const RosterOutcome& outcome);
    base::Result<void> finish(); // once at the end: what was gathered is written

private:
    base::Result<PersonId> add(const RosterOutcome& outcome);
    base::Result<void> change(const RosterOutcome& outcome);
    base::Result<void> change_words(const RosterOutcome& outcome);
    base::Result<void> name_its_account(const RegisteredPerson& person);
    void change_contacts(const RosterOutcome& outcome);
    base::Result<void> write_membership(const PlannedMembership& planned, const PersonId& id);
    base::Result<void> step(
        Membership& membership, MembershipAction action, const std::string& day);
    void tell_of_contact(const PersonId& id, const std::string& field, std::int64_t version);
    std::int64_t first_version_of_contact(const PersonId& id);
    std::string last_day_of(const MembershipId& id);

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& actor_;
    std::string reason_;
    std::size_t gathered_ = 0; // persons
    std::vector<RegisteredPerson> people_;
    std::vector<ChangedPerson> changed_people_;
    std::vector<sealing::Vault::NewValue> contacts_;
    std::vector<sealing::ManyValue> changed_contacts_;
    std::vector<Membership> memberships_;
    std::vector<ChangedMembership> changed_memberships_;
    std::vector<NewMembershipStep> steps_;
    record::ManyEvents events_;
    behalf::ManyActs acts_;
    // As they were before the roster, read when the first is asked for.
    std::optional<std::unordered_set<std::string>> accounts_{};
    std::optional<std::unordered_map<std::string, std::int64_t>> contact_versions_{};
    std::optional<std::unordered_map<std::string, std::string>> last_days_{};
};

sealing::Place place_of_contact(const PersonId& id, Contact contact);

} // namespace xieshang::people
