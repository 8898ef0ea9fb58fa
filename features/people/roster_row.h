// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A row of a roster as it was understood, with what is wrong in it. Pure.
#pragma once

#include "features/people/membership.h"
#include "features/people/roster_heads.h"

namespace xieshang::people {

// Words of a sector or group that the register does not have → the place that they mean.
struct PlaceChoice {
    RosterField field{};
    std::string words;
    OrganisationId organisation_id;

    bool operator==(const PlaceChoice&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlaceChoice, (), (field, words, organisation_id))

// Which person a row means; none: a new one.
struct PersonChoice {
    std::int64_t row{};
    std::optional<PersonId> person_id{};

    bool operator==(const PersonChoice&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonChoice, (), (row, person_id))

// What the office has chosen for an import.
struct RosterOptions {
    std::optional<std::int64_t> sheet{};
    std::int64_t head_row{};                   // its number in the file
    std::optional<std::int64_t> term_number{}; // of rows that name none; else the running one
    std::vector<ColumnChoice> columns{};
    std::vector<PlaceChoice> places{};
    std::vector<PersonChoice> people{};

    bool operator==(const RosterOptions&) const = default;
};
BOOST_DESCRIBE_STRUCT(RosterOptions, (), (sheet, head_row, term_number, columns, places, people))

struct RosterTrouble {
    RosterField field{};
    std::int64_t column = -1; // -1: of the row as a whole
    std::string value{};      // never of a contact
    std::string code{};
    base::Params params{};

    bool operator==(const RosterTrouble&) const = default;
};
BOOST_DESCRIBE_STRUCT(RosterTrouble, (), (field, column, value, code, params))

struct RosterContact {
    Contact contact{};
    std::string value; // as it will be kept
};

struct RosterRow {
    int number{};
    std::string name;
    std::optional<Sex> sex{};
    std::optional<std::string> birth_month{};
    std::optional<std::string> ethnic_group{};
    std::optional<std::string> party{};
    std::optional<std::string> education{};
    std::optional<std::string> unit{};
    std::optional<std::string> job{};
    std::optional<OrganisationId> sector{};
    std::optional<OrganisationId> group{};
    std::optional<std::int64_t> term_number{};
    std::optional<TermStanding> state{};
    std::vector<RosterContact> contacts{};
    std::vector<RosterTrouble> troubles{};

    bool has_trouble(RosterField field) const; // of this field already
};

// Refuses with roster.options_invalid (422), naming each choice that does not fit: a column that is
// not there (roster.no_column), a field that two columns have (roster.field_twice), no column for
// the name (roster.no_name_column), a head that is no row of the table (roster.no_head).
base::Result<void> acceptable(const RosterOptions& options, const RosterTable& table);

// The rows below the head. An empty cell says nothing. Troubles: roster.formula, roster.no_name,
// roster.not_a_sex, roster.not_a_month, roster.not_a_term, roster.not_a_state, roster.no_sector and
// roster.no_group of a place that the register does not have, people.text_length and
// people.text_characters, and those of contacts.
std::vector<RosterRow> roster_rows(const RosterTable& table, const RosterOptions& options,
    const std::vector<Organisation>& organisations);

} // namespace xieshang::people
