// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The characters of a name as the orders and the search see them. Pure, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xieshang::names {

constexpr char32_t middle_dot = U'·'; // between the parts of 买买提·艾力

constexpr bool is_han(char32_t c)
{
    return c == U'〇' || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

// Blanks and line ends, NUL and the marks of width zero: they stand in 张　伟 for the eye only.
bool is_blank(char32_t c);

// Folded as platform/folding does; the many dots (・•‧∙⋅｡) that stand for · become it.
char32_t plain(char32_t c);

// What a search compares: plain, without blanks, dots, apostrophes and tones (marks, or 1 to 5
// behind a Latin letter). ü behind l and n becomes v, every other letter loses its accents.
std::u32string spoken(std::u32string_view text);

} // namespace xieshang::names
