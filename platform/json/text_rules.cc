// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/json/text_rules.h"

#include <algorithm>

namespace xieshang::json {
namespace {

// Length of the white space that `text` starts with, 0 when it starts with something else.
std::size_t leading_space(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (byte(0) == ' ' || (byte(0) >= '\t' && byte(0) <= '\r')) {
        return 1;
    }
    if (text.size() >= 2 && byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0x85)) {
        return 2;
    }
    if (text.size() < 3) {
        return 0;
    }
    const bool quads = byte(0) == 0xE2 && byte(1) == 0x80
        && (byte(2) <= 0x8A || byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF);
    const bool others = text.substr(0, 3) == "\u1680" || text.substr(0, 3) == "\u205F"
        || text.substr(0, 3) == "\u3000";
    return quads || others ? 3 : 0;
}

} // namespace

std::int64_t code_points(std::string_view utf8)
{
    return std::count_if(utf8.begin(), utf8.end(),
        [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

bool is_blank(std::string_view utf8)
{
    while (!utf8.empty()) {
        const std::size_t space = leading_space(utf8);
        if (space == 0) {
            return false;
        }
        utf8.remove_prefix(space);
    }
    return true;
}

bool has_hidden_characters(std::string_view utf8)
{
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x20 ? byte != '\n' && byte != '\t' : byte == 0x7F) {
            return true;
        }
        const auto next = [&](std::size_t ahead) {
            return at + ahead < utf8.size() ? static_cast<unsigned char>(utf8[at + ahead]) : 0;
        };
        if (byte == 0xC2 && next(1) >= 0x80 && next(1) <= 0x9F) {
            return true;
        }
        const bool embedding = next(1) == 0x80 && next(2) >= 0xAA && next(2) <= 0xAE; // U+202A–202E
        const bool isolate = next(1) == 0x81 && next(2) >= 0xA6 && next(2) <= 0xA9; // U+2066–2069
        if (byte == 0xE2 && (embedding || isolate)) {
            return true;
        }
    }
    return false;
}

} // namespace xieshang::json
