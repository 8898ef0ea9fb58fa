// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How the characters of a name are read. Pure, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace xieshang::names {

struct Readings {
    // A place in syllables() for each character of the name, 0 for what is no Han character and for
    // one whose reading is not known.
    std::vector<std::uint32_t> as_name;  // the surname's characters as surnames.h says
    std::vector<std::uint32_t> as_usual; // each character by itself
    std::size_t surname = 0; // how many characters are the surname; 0 where there is none
};

// The surname is the longest of surnames.h that the name begins with, else the first Han character.
// A name of two characters with a compound surname is that surname. A name with · (minorities,
// foreigners) or one that does not begin with a Han character has none. `name` without blanks.
Readings readings_of(std::u32string_view name);

} // namespace xieshang::names
