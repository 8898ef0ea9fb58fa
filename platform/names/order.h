// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The two orders of Chinese names, as texts to be compared byte by byte: a store keeps them in a
// column and orders by it. They have small hexadecimal digits only, which every collation of both
// databases sorts alike. Pure, any thread; some microseconds (docs/bench.md).
//
// By strokes (按姓氏笔画为序): character by character, and where one name ends and the other goes
// on, the shorter first; but within one surname a given name of one character (单名) stands before
// all longer ones: 王毅, 王沪宁, although 毅 has more strokes than 沪. Of two characters the one
// with fewer strokes, then by their strokes in the order of writing, 横竖撇点折, then as
// official_order.h, then by code point. Sources: GB 13000.1 字符集汉字字序(笔画序)规范 (GF
// 3003-1999) for characters; for names the practice of people's congresses, where the place behind
// the surname counts as ○ in a name of one (高富, 高大富), and of the lists of the Political Bureau
// (2017: 李希, 李强, 李克强; 2022: 王毅, 王沪宁).
//
// By pinyin: character by character its syllable by letters (ü behind u), then its tone (the
// neutral one last), then its strokes, so that one surname stays together (GB/T 13418-1992, 音序).
// The surname is read as a surname. A character whose reading is not known follows all others.
//
// In both: digits, Latin letters and other signs come before Han characters, by the code point of
// their folded form; · counts as such a sign. Blanks count for nothing (张　伟 is 张伟) until all
// else is equal. A character whose strokes are not known follows all others by code point. Texts of
// valid UTF-8 have equal keys only if they are equal.
//
// Size: by strokes 6 bytes a character (and 6 for 单名), by pinyin 8; a name with a blank, a
// letter, a sign or an unknown character 6 a character more, and 6 or 8.
#pragma once

#include <string>
#include <string_view>

namespace xieshang::names {

std::string stroke_key(std::string_view name);
std::string pinyin_key(std::string_view name);

} // namespace xieshang::names
