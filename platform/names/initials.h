// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The initials of what something is called: 经济界 is jjj, 九三学社 jsxs, 12345 热线 12345rx. A Han
// character gives the first letter of its usual reading, not of a surname; Latin letters and digits
// stay, in small letters; all else, and a character whose reading is not known, gives nothing. So
// what comes is of a-z and 0-9, and may be empty. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace xieshang::names {

std::string initials(std::string_view words);

} // namespace xieshang::names
