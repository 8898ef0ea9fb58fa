// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A roster held against the register: what its rows would change, and which of them cannot be
// imported as they are. Pure; what lies in the vault is asked for by functions.
#pragma once

#include "features/people/membership_workflow.h"
#include "features/people/roster_row.h"

#include <functional>

namespace xieshang::people {

enum class ContactStanding : std::uint8_t { none, same, another }; // kept for that person

struct KeptContact {
    ContactStanding standing{};
    std::int64_t version{}; // 0: none
};

struct PlannedContact : RosterContact {
    std::int64_t version_before{}; // of what is kept for that person; 0: nothing
};

// The register as it stands.
struct RosterRegister {
    std::vector<RegisteredPerson> people;
    std::vector<Membership> memberships;
    std::vector<Organisation> organisations;
    std::vector<Term> terms;
    std::string today;
    // Ids of those who have this contact; and how what is kept of somebody stands to this one.
    std::function<std::vector<std::string>(const RosterContact&)> holders;
    std::function<KeptContact(const PersonId&, const RosterContact&)> standing;
    // Whether somebody's account may bear this name; not asked: every name.
    std::function<bool(const PersonId&, const std::string& name)> may_be_named{};
};

enum class RowKind : std::uint8_t {
    added,     // a new person
    changed,   // of somebody who is there
    same,      // nothing is new
    ambiguous, // it may mean several people: a person has to choose
    wrong,     // left out until it is mended
};
BOOST_DESCRIBE_ENUM(RowKind, added, changed, same, ambiguous, wrong)

struct RosterChange {
    RosterField field{};
    std::string before{}; // empty: nothing; of contacts both are
    std::string after{};

    bool operator==(const RosterChange&) const = default;
};

// What becomes of a membership: first the place, then the steps.
struct PlannedMembership {
    TermId term_id;
    std::int64_t term_version{};
    std::optional<Membership> before{};
    OrganisationId sector_id;
    std::optional<OrganisationId> group_id{};
    bool moves = false; // to another place without a step of its own
    std::vector<MembershipAction> steps{};
    std::string day{}; // from which they hold, or the step before them if that is later
};

struct RosterOutcome {
    RosterRow row;
    RowKind kind{};
    std::optional<RegisteredPerson> person{}; // who is meant
    PersonWords words{};                      // as they will be
    bool edits = false;                       // the words change
    std::vector<PlannedContact> contacts{};   // that change
    std::optional<PlannedMembership> membership{};
    std::vector<RosterChange> changes{};
    std::vector<PersonId> candidates{}; // of an ambiguous row

    // The same as long as row and register are: shows what changed since somebody looked.
    std::uint64_t fingerprint() const;
};

// More troubles of rows: roster.doubled {row}, roster.no_term {term}, roster.no_terms,
// roster.needs_sector, roster.not_standing {place}, roster.no_way_to {from, to}, roster.no_person
// of a choice that is not there, roster.identity_held {name}, roster.identity_doubled {row},
// membership.term_closed {number, until}, roster.state_of_other_term {from, number},
// people.month_to_come, people.name_of_administrator {name}.
std::vector<RosterOutcome> compared(
    std::vector<RosterRow> rows, const RosterOptions& options, const RosterRegister& known);

} // namespace xieshang::people
