// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How much text something is, told in letters: characters that are no blanks. Pure, linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace xieshang::documents {

// The character of UTF-8 at `at`, which moves behind it; a broken byte is one.
std::string_view next_character(std::string_view text, std::size_t& at);

bool is_blank(std::string_view character);

// Of UTF-8; each broken byte is one letter.
std::int64_t letters_in(std::string_view text);

// Of all texts below a node, deleted ones among them; alternatives count once.
std::int64_t letters_under(pugi::xml_node node);

// Valid, with one blank for many and for a line break.
std::string on_one_line(std::string_view text);

// On one line and cut to some 40 letters, for a sentence that quotes it.
std::string quoted(std::string_view text);

} // namespace xieshang::documents
