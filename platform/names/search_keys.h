// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Finding a person by a part of the name: 张伟明 by 张, 伟明, 偉 (folded as platform/folding does),
// zhangweiming, "zhang wei", zhāng wěi, zhang1wei3, zwm, wm, zhangwm, zhangweim; 吕 by lv and lü;
// 曾 by zeng and by ceng; John Smith by smith. Pure, any thread; some microseconds (docs/bench.md).
//
// What is found is a name of which one key begins with the spoken query (spoken() of characters.h).
// A store keeps either the keys, a row each (key LIKE 'prefix%', which an index serves), or the
// text of all, each behind a line's end, in one column (text LIKE pattern, which a scan serves: for
// the some thousands of people of a house). Both texts are folded already; LIKE needs ESCAPE '\'.
//
// Size: a name of two characters has 5 to 7 keys, one of three 9 or so; their text has some 30 and
// 60 bytes. Of a longer name the first 32 units count, a unit being a Han character or a word of
// others; of a word the first 32 characters. No key ends inside a character.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::names {

// Sorted; no key is the beginning of another. Empty for a name without any letter.
std::vector<std::string> search_keys(std::string_view name);

std::string search_text(std::string_view name); // "\n" before each key

// For LIKE … ESCAPE '\'. An empty query, or one of blanks, finds every name.
std::string key_pattern(std::string_view query);  // on a key of search_keys
std::string text_pattern(std::string_view query); // on search_text

bool matches(std::string_view name, std::string_view query);

} // namespace xieshang::names
