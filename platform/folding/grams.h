// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What an index of Chinese text holds: each folded character alone and each two neighbours, within
// what stands between blanks. A word is in a text only if all its grams are, so words of one and
// two characters are found exactly, and for longer ones few texts are left to be looked at. Letters
// and digits count as any character: 2024 is found by 202. Pure, any thread.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace xieshang::folding {

// Of a folded text, in its order, with repetitions; each gram as UTF-8, valid during the call.
// Stops when `each` gives false.
void for_each_gram(std::u32string_view folded, const std::function<bool(std::string_view)>& each);

// The fewest grams that a text with this folded word has: its pairs, or the characters that stand
// alone between blanks.
std::set<std::string> grams_of_word(std::u32string_view folded);

} // namespace xieshang::folding
