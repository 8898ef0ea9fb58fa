// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ terms, memberships and their steps, nothing else.
#pragma once

#include "features/people/membership.h"
#include "features/people/organisation_days.h"
#include "platform/db/db.h"

namespace xieshang::people {

std::vector<Term> all_terms(db::Tx& tx);                    // by number
base::Result<Term> find_term(db::Tx& tx, const TermId& id); // or term.not_found
void insert_term(db::Tx& tx, const Term& term);
base::Result<void> update_term( // or term.stale
    db::Tx& tx, const Term& term, std::int64_t version_before);

base::Result<Membership> find_membership(
    db::Tx& tx, const MembershipId& id); // or membership.not_found
std::vector<std::string> membership_ids(db::Tx& tx);
std::vector<Membership> memberships_of(db::Tx& tx, const PersonId& person);
std::vector<Membership> memberships_in(db::Tx& tx, const TermId& term);
std::vector<Membership> all_memberships(db::Tx& tx); // by id
std::int64_t active_members_in(db::Tx& tx, const TermId& term);
// Who was placed in this sector or group, by name, and when, as the steps say. Who has left a term
// is nowhere in it.
std::vector<OrganisationUse> uses_by_members(db::Tx& tx, const OrganisationId& organisation);
Placed placed_in(db::Tx& tx, const OrganisationId& organisation);
void insert_memberships(db::Tx& tx, const std::vector<Membership>& memberships);
inline void insert_membership(db::Tx& tx, const Membership& membership)
{
    insert_memberships(tx, {membership});
}

// The row must still have `version_before`, else membership.stale.
base::Result<void> update_membership(
    db::Tx& tx, const Membership& membership, std::int64_t version_before);
struct ChangedMembership {
    Membership membership;
    std::int64_t version_before{};
};
base::Result<void> update_memberships(
    db::Tx& tx, const std::vector<ChangedMembership>& memberships); // likewise

struct KeptMembershipStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    MembershipAction action{};
    MembershipState from_state{};
    MembershipState to_state{};
    std::string reason;
    std::string from_day;                   // from which it holds
    std::optional<std::string> sector_id{}; // that it left; none: of before 0025, and not known
    std::optional<std::string> group_id{};

    bool operator==(const KeptMembershipStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptMembershipStep, (),
    (version, at_ms, by_id, by_name, action, from_state, to_state, reason, from_day, sector_id,
        group_id))

struct NewMembershipStep {
    MembershipId membership_id;
    KeptMembershipStep step;
};
void insert_membership_steps(db::Tx& tx, const std::vector<NewMembershipStep>& steps);
std::vector<KeptMembershipStep> steps_of(db::Tx& tx, const MembershipId& id);
// Of steps of before migration 0025 whose place is not known yet.
struct PlacelessStep {
    MembershipId membership_id;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(PlacelessStep, (), (membership_id, version))
std::vector<PlacelessStep> steps_without_place(db::Tx& tx); // by membership
void put_place_of_step(db::Tx& tx, const PlacelessStep& step, const OrganisationId& sector,
    const std::optional<OrganisationId>& group);
std::string last_step_day(db::Tx& tx, const MembershipId& id); // empty: there is none

struct StateDay {
    MembershipId membership_id;
    std::string day;
};
BOOST_DESCRIBE_STRUCT(StateDay, (), (membership_id, day))
std::vector<StateDay> last_step_days(db::Tx& tx); // of all
// Of each membership of a term: from which day its state holds.
std::vector<StateDay> state_days_in(db::Tx& tx, const TermId& term);

} // namespace xieshang::people
