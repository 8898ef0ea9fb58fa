// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Files ≤ 300 lines (.h .cc .ts .vue), functions ≤ 60 lines and lines ≤ 100 columns (.h .cc; a
// Chinese character is one column). What was larger before is listed in tests/tidy_exceptions.txt
// with its number, which may only shrink.
#pragma once

#include "tests/tidy/tree.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace xieshang::tidy {

// "lines platform/db/db.h" → 310. Kinds: lines (of the file), function (its longest, in lines),
// wide (how many lines).
using Excesses = std::map<std::string, std::size_t>;

Excesses excesses_of(const Tree& tree);

// tests/tidy_exceptions.txt: `KIND PATH NUMBER` a line, # for remarks.
Excesses excesses_listed(std::string_view text);

// A ratchet: an excess that is not listed, or larger than listed, is a complaint; a smaller one
// must be written down.
Complaints ratcheted(const Excesses& found, const Excesses& listed);

} // namespace xieshang::tidy
