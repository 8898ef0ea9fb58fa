// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/folding/folding.h"

#include "platform/folding/folding_table.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace xieshang::folding {
namespace {

bool ends_a_line(char32_t c)
{
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

} // namespace

std::u32string decoded(std::string_view utf8)
{
    std::u32string text;
    text.reserve(utf8.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int64_t>(utf8.size());
    for (std::int64_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, at, size, c);
        text += static_cast<char32_t>(c);
    }
    return text;
}

std::string encoded(std::u32string_view text)
{
    std::string utf8;
    utf8.reserve(text.size() * 3);
    for (char32_t c : text) {
        c = c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c;
        char bytes[4];
        int length = 0;
        U8_APPEND_UNSAFE(bytes, length, c);
        utf8.append(bytes, static_cast<std::size_t>(length));
    }
    return utf8;
}

char32_t folded(char32_t c)
{
    if (ends_a_line(c)) {
        return U'\n';
    }
    if (c < 0x80) {
        return c >= U'A' && c <= U'Z' ? c + 0x20 : (c <= U' ' ? U' ' : c);
    }
    const auto table = folding_table();
    const auto found = std::lower_bound(table.begin(), table.end(), c,
        [](const Folding& each, char32_t wanted) { return each.from < wanted; });
    if (found != table.end() && found->from == c) {
        return found->to;
    }
    return u_isUWhiteSpace(static_cast<UChar32>(c)) ? U' ' : c;
}

std::u32string folded(std::u32string_view text)
{
    std::u32string result(text);
    std::transform(
        result.begin(), result.end(), result.begin(), [](char32_t c) { return folded(c); });
    return result;
}

} // namespace xieshang::folding
