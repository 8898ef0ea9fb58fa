// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Folding makes the many ways to write a word one: traditional characters become simplified, full
// width half width, capital letters small, the blanks of a line a blank. One character in, one out,
// so that a place in the folded text is a place in the source. Pure, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::folding {

std::u32string decoded(std::string_view utf8); // U+FFFD for each byte that is no UTF-8
std::string encoded(std::u32string_view text);

// Blanks of a line and NUL become U+0020, all that ends a line becomes U+000A.
char32_t folded(char32_t c);
std::u32string folded(std::u32string_view text);

// Of a folded character.
constexpr bool is_blank(char32_t c) { return c == U' ' || c == U'\n'; }

// Differs when this program folds otherwise than the one before: what was kept folded is old then.
std::uint64_t fingerprint();

} // namespace xieshang::folding
