// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The codes of number formats (yyyy"年"m"月", #,##0.00), taken to pieces. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

// A piece of a code: letters that stand for a part of the value, or words as they are.
struct FormatPiece {
    bool is_literal = false;
    std::string text;
    bool is_elapsed = false; // [h]: all the hours that have passed
};

struct FormatCode {
    std::vector<FormatPiece> pieces;
    bool is_chinese = false;  // [DBNum1]
    bool is_of_china = false; // [$-804]
};

inline constexpr std::size_t longest_code = 255; // a longer one is not understood

// The sections of a code are for positive, negative, zero; a sign is the section's own matter.
std::vector<std::string_view> sections_of(std::string_view code);

// The one for this value, by its sign or the conditions that they begin with: [<10]0"月".
struct FormatSection {
    std::string_view text;
    bool takes_sign = false; // a minus is not shown beside it
};
FormatSection section_for(double value, std::string_view code);

FormatCode code_of(std::string_view section);

bool is_date_letter(char c); // year, month or minute, day, hour, second, weekday

} // namespace xieshang::documents
