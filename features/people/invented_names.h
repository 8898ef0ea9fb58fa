// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Names and facts of invented people, made by rule: the same number gives the same person for ever.
// Surnames come as often as they do in China; some names come twice or three times, some have rare
// characters, surnames of two characters or with a reading of their own. Pure.
#pragma once

#include "features/people/registered_person.h"

#include <cstdint>

namespace xieshang::people {

PersonWords invented_person(std::uint64_t number);

// Telephones 1540000xxxx, of a segment 号段 that no operator has, and addresses of a domain that
// never is anybody's (RFC 2606).
std::string invented_telephone(std::uint64_t number);
std::string invented_address(std::uint64_t number);

} // namespace xieshang::people
