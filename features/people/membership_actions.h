// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on terms and memberships, for the office: whoever else calls them is refused with
// request.forbidden; and how a person stands. One transaction each.
#pragma once

#include "features/people/membership_workflow.h"
#include "features/people/re_election.h"
#include "platform/services/services.h"

namespace xieshang::people {

struct NewTerm {
    std::int64_t number{};
    Period period;
};

// The first of a house, or an earlier one that is entered later. Refuses with term.invalid.
base::Result<Term> add_term(
    services::Services& services, const base::Actor& actor, const NewTerm& asked);

// Tenures of posts that are bound to the term end with its last day. Refusals of re_election.h, and
// re_election.unfit (422) with a pointer to each person who is not in the register, each sector and
// each group that does not stand on the first day.
base::Result<ReElection> re_elect(services::Services& services, const base::Actor& actor,
    const NewTerm& asked, const std::vector<Named>& named);

struct Invitation {
    TermId term_id;
    Named named; // always invited first, whatever it says
    std::string reason{};
    std::optional<std::string> day{}; // from which it holds, as day_of_step of membership_days.h
};

// Also of one who has left in this term. Refusals: term.not_found, people.not_found,
// membership.invalid, membership.term_closed, and those of the workflow.
base::Result<Membership> invite_member(
    services::Services& services, const base::Actor& actor, const Invitation& invitation);

struct AskedMembershipStep {
    MembershipId id;
    std::int64_t version_seen{};
    MembershipAction action{};
    std::string reason{};
    std::optional<OrganisationId> sector_id{}; // for move: the new ones
    std::optional<OrganisationId> group_id{};
    std::optional<std::string> day{};
};

// Refusals: membership.not_found, membership.stale, membership.term_closed, membership.invalid with
// /day, those of the workflow; of a move, and of an
// invitation of one who had left, membership.invalid where the sector or group does not stand;
// of a move to where he is membership.not_moved.
base::Result<Membership> take_membership_step(
    services::Services& services, const base::Actor& actor, const AskedMembershipStep& asked);

// How somebody stands today: the membership, and the bodies that he acts for, which are the
// organisations of his posts and, as an active member, his sector and group.
struct Standing {
    MembershipState membership{};
    std::vector<std::string> bodies;
};
Standing standing_of(db::Tx& tx, const PersonId& person, std::string_view today);

// The same from the body's side: whoever acts for it today, with an account or without. By id.
std::vector<PersonId> acting_for(db::Tx& tx, const OrganisationId& body, std::string_view today);

} // namespace xieshang::people
