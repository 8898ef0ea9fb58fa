// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a person typed, taken apart: words between blanks, or between quotation marks ("…", “…”)
// where blanks belong to them. Anything can be asked; there is no syntax to get wrong. Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::search {

using Words = std::vector<std::u32string>; // folded, none empty

Words words_of(std::string_view query);

// Whether every word stands in the folded text. No word goes across the end of a line.
bool holds_all(std::u32string_view folded, const Words& words);

// The grams that such a text has at least.
std::set<std::string> grams_of(const Words& words);

} // namespace xieshang::search
