// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Characters of Chinese documents. Folding makes the many ways to write a word one: full width
// becomes half width, the traditional characters of the domain's vocabulary become simplified,
// letters become small. One character in, one out, so that a place in folded text is a place in the
// source. Pure.
#pragma once

#include <string>
#include <string_view>

namespace xieshang::plan {

bool is_blank(char32_t c); // Unicode White_Space and U+001C..U+001F
bool is_han(char32_t c);   // an ideograph
bool is_word(char32_t c);  // a letter or digit of a script that puts spaces between words
bool is_sign(char32_t c);  // or another sign that is no part of a word: | ● — 。
char32_t folded(char32_t c);
inline bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
int width_of(char32_t c); // columns on a terminal: 0, 1 or 2

std::u32string from_utf8(std::string_view valid);
std::string to_utf8(std::u32string_view text); // lone surrogates become U+FFFD
std::u32string fold(std::u32string_view text); // folded, without blanks

} // namespace xieshang::plan
