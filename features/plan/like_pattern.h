// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Words that a person searches for as the pattern of a LIKE … ESCAPE '\': %, _ and the escape
// itself are ordinary characters to a person. Pure.
#pragma once

#include <string>
#include <string_view>

namespace xieshang::plan {

inline std::string like_pattern(std::string_view words)
{
    std::string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\') {
            pattern += '\\';
        }
        pattern += c;
    }
    return pattern + '%';
}

} // namespace xieshang::plan
