// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a column of a roster 名册 may hold. Pure.
#pragma once

#include "features/people/contact.h"

#include <optional>

namespace xieshang::people {

enum class RosterField : std::uint8_t {
    name,
    sex,
    ethnic_group,
    birth_month,
    party,
    education,
    unit,
    job,
    sector, // 界别
    group,  // 街道、小组
    term,   // 届
    state,  // of the membership
    telephone,
    email,
    identity_number,
};
BOOST_DESCRIBE_ENUM(RosterField, name, sex, ethnic_group, birth_month, party, education, unit, job,
    sector, group, term, state, telephone, email, identity_number)

inline constexpr std::size_t roster_fields = 15;

// Such a field's words are never shown again, nor kept but sealed.
constexpr std::optional<Contact> contact_of(RosterField field)
{
    switch (field) {
    case RosterField::telephone:
        return Contact::telephone;
    case RosterField::email:
        return Contact::email;
    case RosterField::identity_number:
        return Contact::identity_number;
    default:
        return std::nullopt;
    }
}

enum class RosterFormat : std::uint8_t { csv, xlsx }; // of an export
BOOST_DESCRIBE_ENUM(RosterFormat, csv, xlsx)

} // namespace xieshang::people
