// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the register lacks for a roster, and what could be added for it: the sectors and groups that
// no organisation is called by, each once, however it is spelt; the terms; and how many new people
// would be no members. Pure.
#pragma once

#include "features/people/roster_comparison.h"

namespace xieshang::people {

struct RosterPlaceGap {
    RosterField field{};            // sector or group
    std::vector<std::string> words; // 经济, 经济界: as the file spells it
    std::int64_t rows{};
    std::string name; // proposed
    bool usual{};     // it is like the name of such a place, and the register has no other for it
    std::string like; // an organisation of the register that may be the same; empty: none

    bool operator==(const RosterPlaceGap&) const = default;
};
BOOST_DESCRIBE_STRUCT(RosterPlaceGap, (), (field, words, rows, name, usual, like))

struct RosterGaps {
    std::int64_t rows_without_term{};  // no term runs today, and they name none
    std::vector<std::int64_t> terms{}; // that rows name and the register does not have
    std::vector<RosterPlaceGap> places{};
    std::int64_t no_members{}; // new people without a membership

    bool operator==(const RosterGaps&) const = default;
};
BOOST_DESCRIBE_STRUCT(RosterGaps, (), (rows_without_term, terms, places, no_members))

// A place that is to be added. Words of the file that mean it: the rows with them mean it then,
// whatever it is called in the register.
struct NewRosterPlace {
    RosterField field{}; // sector or group
    std::vector<std::string> words;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NewRosterPlace, (), (field, words, name))

RosterGaps gaps_of(
    const std::vector<RosterOutcome>& outcomes, const std::vector<Organisation>& organisations);

constexpr OrganisationKind kind_of_place(RosterField field)
{
    return field == RosterField::sector ? OrganisationKind::sector : OrganisationKind::sub_district;
}

// From which day a place that is added for a roster stands: the first of the running term, so that
// its members fit; today where none runs.
std::string place_stands_from(const std::vector<Term>& terms, const std::string& today);

} // namespace xieshang::people
