// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Contacts 联系方式 of a person: sealed, seen by one look at a time. Here is what each must be, and
// the one form in which it is kept, so that equal contacts are equal texts. Pure.
#pragma once

#include "platform/base/result.h"

#include <boost/describe.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::people {

enum class Contact : std::uint8_t { telephone, email, identity_number };
BOOST_DESCRIBE_ENUM(Contact, telephone, email, identity_number)

inline constexpr std::array all_contacts{
    Contact::telephone, Contact::email, Contact::identity_number};

constexpr std::size_t contact_most = 128; // characters of what is typed

// As it is kept. Full-width signs count as their narrow ones; blanks and hyphens between digits do
// not count. Refusals, 422 contact.invalid with /value:
//   contact.not_a_telephone  a mobile 1[3-9] of 11 digits, or a landline 0 + area of 2 or 3 digits
//                            + 7 or 8 digits, with an extension of up to 6 digits behind # or 转;
//                            +86 or 0086 may stand before it
//   contact.not_an_email     local@domain of RFC 5321's lengths, letters, digits and usual signs
//   contact.not_an_identity_number  18 signs of which the first 17 are digits (GB 11643-1999)
//   contact.no_birthday      its day of birth is none
//   contact.wrong_check_digit       mod 11-2 of ISO 7064 does not give its last sign
base::Result<std::string> kept_form(Contact contact, std::string_view typed);

} // namespace xieshang::people
