// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/json/write.h"

#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace xieshang::json {
namespace {

constexpr auto must_escape = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) {
        table[byte] = true;
    }
    table['"'] = table['\\'] = true;
    return table;
}();

// Looks at eight bytes at once (a byte below 0x20, a quote or a backslash in any of them): most
// texts have none.
bool any_must_escape(const char* at)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x8080808080808080;
    std::uint64_t word{};
    std::memcpy(&word, at, sizeof word);
    const auto has_below = [](std::uint64_t bytes, std::uint64_t limit) {
        return (bytes - ones * limit) & ~bytes & tops;
    };
    const std::uint64_t found = has_below(word, 0x20) | has_below(word ^ (ones * '"'), 1)
        | has_below(word ^ (ones * '\\'), 1);
    return found != 0;
}

void append_escaped(std::string& out, unsigned char byte)
{
    switch (byte) {
    case '"':
        out.append("\\\"", 2);
        return;
    case '\\':
        out.append("\\\\", 2);
        return;
    case '\n':
        out.append("\\n", 2);
        return;
    case '\t':
        out.append("\\t", 2);
        return;
    case '\r':
        out.append("\\r", 2);
        return;
    case '\b':
        out.append("\\b", 2);
        return;
    case '\f':
        out.append("\\f", 2);
        return;
    default:
        constexpr std::string_view digits = "0123456789abcdef";
        out.append("\\u00", 4);
        out.push_back(digits[byte >> 4U]);
        out.push_back(digits[byte & 15U]);
    }
}

} // namespace

void append_text(std::string& out, std::string_view text)
{
    out.push_back('"');
    const char* plain = text.data();
    const char* const end = plain + text.size();
    for (const char* at = plain; at != end;) {
        if (end - at >= 8 && !any_must_escape(at)) {
            at += 8;
            continue;
        }
        const auto byte = static_cast<unsigned char>(*at);
        if (must_escape[byte]) {
            out.append(plain, at);
            append_escaped(out, byte);
            plain = at + 1;
        }
        ++at;
    }
    out.append(plain, end);
    out.push_back('"');
}

void append_number(std::string& out, double number)
{
    if (!std::isfinite(number)) {
        throw std::invalid_argument("JSON has no word for infinity or NaN");
    }
    std::array<char, 32> digits;
    const double unsigned_zero = number == 0 ? 0 : number; // -0 is 0 to whoever reads it
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), unsigned_zero).ptr;
    out.append(digits.data(), end);
}

void refuse_unnamed_enumerator()
{
    throw std::invalid_argument("an enumeration's value without a name");
}

} // namespace xieshang::json
