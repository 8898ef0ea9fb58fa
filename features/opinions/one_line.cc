// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/one_line.h"

#include "features/plan/script.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace xieshang::opinions {
namespace {

constexpr char32_t ellipsis = U'…';
constexpr std::size_t marks_a_column = 4;
constexpr char32_t replacement = U'\uFFFD';

// The next character from `at` on; negative where the bytes are no UTF-8.
UChar32 next_of(std::string_view bytes, std::size_t& at)
{
    UChar32 c = 0;
    auto i = static_cast<std::int64_t>(at);
    const auto size = static_cast<std::int64_t>(bytes.size());
    const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
    U8_NEXT(units, i, size, c);
    at = static_cast<std::size_t>(i);
    return c;
}

// Marks of direction turn the rest of the line around.
bool turns_line(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E
        || c == 0x200F || c == 0x061C;
}

bool is_space(char32_t c)
{
    return plan::is_blank(c) || turns_line(c)
        || u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR;
}

// No more than would fill the columns and one character more. A space stands between others only.
std::u32string flattened(std::string_view text, std::size_t columns)
{
    std::u32string flat;
    std::size_t width = 0;
    bool is_behind_space = false;
    const auto most = marks_a_column * columns; // of characters without width there is no end
    for (std::size_t at = 0; at < text.size() && width <= columns && flat.size() < most;) {
        const auto read = next_of(text, at);
        const auto c = read < 0 ? replacement : static_cast<char32_t>(read);
        if (is_space(c)) {
            is_behind_space = !flat.empty();
            continue;
        }
        flat.append(is_behind_space ? 1 : 0, U' ');
        flat += c;
        width += static_cast<std::size_t>(plan::width_of(c)) + (is_behind_space ? 1 : 0);
        is_behind_space = false;
    }
    return flat;
}

} // namespace

bool is_utf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        if (next_of(bytes, at) < 0) {
            return false;
        }
    }
    return true;
}

std::string one_line(std::string_view text, std::size_t columns)
{
    const auto flat = flattened(text, columns);
    const auto room = columns - static_cast<std::size_t>(plan::width_of(ellipsis));
    std::size_t width = 0;
    std::size_t fitting = 0; // characters that leave room for the ellipsis
    for (std::size_t i = 0; i < flat.size(); ++i) {
        width += static_cast<std::size_t>(plan::width_of(flat[i]));
        fitting = width <= room ? i + 1 : fitting;
    }
    return plan::to_utf8(width <= columns && flat.size() < marks_a_column * columns
            ? flat
            : flat.substr(0, fitting) + ellipsis);
}

} // namespace xieshang::opinions
