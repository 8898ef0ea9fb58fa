// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/letters.h"

#include "platform/documents/text_lines.h"
#include "platform/documents/xml.h"

#include <algorithm>
#include <array>

namespace xieshang::documents {

bool is_blank(std::string_view character)
{
    static constexpr std::array<std::string_view, 6> others{
        "\u0085", "\u00A0", "\u1680", "\u202F", "\u205F", "\u3000"};
    const bool is_small = character.size() == 1
        && (static_cast<unsigned char>(character[0]) <= ' ' || character[0] == '\x7F');
    return is_small || (character >= "\u2000" && character <= "\u200A") || character == "\u2028"
        || character == "\u2029"
        || std::find(others.begin(), others.end(), character) != others.end();
}

std::string_view next_character(std::string_view text, std::size_t& at)
{
    const auto character = text.substr(at, std::max<std::size_t>(1, character_at(text, at)));
    at += character.size();
    return character;
}

std::int64_t letters_in(std::string_view text)
{
    std::int64_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        count += is_blank(next_character(text, at)) ? 0 : 1;
    }
    return count;
}

std::int64_t letters_under(pugi::xml_node node)
{
    const auto name = local_name(node);
    if (name == "Fallback" && node.previous_sibling()) {
        return 0;
    }
    const bool is_text = name == "t" || name == "delText";
    std::int64_t count = 0;
    for (const auto child : node.children()) {
        count += is_text ? letters_in(child.value()) : letters_under(child);
    }
    return count;
}

std::string on_one_line(std::string_view text)
{
    std::string line;
    bool is_apart = false;
    const auto valid = clean(text);
    for (std::size_t at = 0; at < valid.size();) {
        const auto character = next_character(valid, at);
        if (is_blank(character)) {
            is_apart = !line.empty();
            continue;
        }
        line += is_apart ? " " : "";
        line += character;
        is_apart = false;
    }
    return line;
}

std::string quoted(std::string_view text)
{
    constexpr int most = 40;
    const auto line = on_one_line(text);
    std::size_t at = 0;
    for (int letters = 0; at < line.size() && letters < most; ++letters) {
        next_character(line, at);
    }
    return at < line.size() ? line.substr(0, at) + "…" : line;
}

} // namespace xieshang::documents
