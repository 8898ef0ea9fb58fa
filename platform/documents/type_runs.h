// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Text → runs of one script each: what takes the Chinese font and what the Latin one. Letters and
// digits of alphabets are Latin; ASCII punctuation is where it touches them. Chinese quotes,
// dashes, points and signs (“ ” ‘ ’ — … · × ℃) are Han, although fonts of both kinds have them. A
// blank and what combines with a letter go with what stands before them. Pure, linear; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

enum class Script : std::uint8_t { han, latin };

struct TypeRun {
    Script script = Script::han;
    std::string text;

    bool operator==(const TypeRun&) const = default;
};

// Their texts together are the text; two neighbours differ in script; none is empty.
std::vector<TypeRun> type_runs(std::string_view text);

// Of a character of UTF-8; U+FFFD of a broken byte.
char32_t code_point(std::string_view character);

// Belongs to the character before it: a combining mark, a variation selector, a joiner.
bool combines(char32_t code);

} // namespace xieshang::documents
