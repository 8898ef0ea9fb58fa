// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/passkeys/cbor_shape.h"

#include <cstdint>
#include <optional>

namespace xieshang::passkeys {
namespace {

constexpr int deepest = 4;

enum Major : unsigned { bytes = 2, text = 3, array = 4, map = 5, tag = 6 };

std::optional<std::uint64_t> argument_of(std::string_view& rest)
{
    const unsigned low = static_cast<unsigned char>(rest.front()) & 31U;
    rest.remove_prefix(1);
    if (low < 24) {
        return low;
    }
    const std::size_t width = low < 28 ? std::size_t{1} << (low - 24) : 0; // 31: indefinite
    if (width == 0 || rest.size() < width) {
        return std::nullopt;
    }
    std::uint64_t number = 0;
    for (const char byte : rest.substr(0, width)) {
        number = number << 8U | static_cast<unsigned char>(byte);
    }
    rest.remove_prefix(width);
    return number;
}

bool takes_item(std::string_view& rest, int depth)
{
    if (rest.empty() || depth > deepest) {
        return false;
    }
    const unsigned major = static_cast<unsigned char>(rest.front()) >> 5U;
    const auto argument = argument_of(rest);
    if (!argument) {
        return false;
    }
    std::uint64_t inner = 0;
    switch (major) {
    case Major::bytes:
    case Major::text:
        if (*argument > rest.size()) {
            return false;
        }
        rest.remove_prefix(*argument);
        return true;
    case Major::array:
    case Major::map: // each item is a byte at least
        if (*argument > rest.size()) {
            return false;
        }
        inner = major == Major::map ? *argument * 2 : *argument;
        break;
    case Major::tag:
        inner = 1;
        break;
    default: // numbers and simple values hold nothing
        break;
    }
    while (inner-- > 0) {
        if (!takes_item(rest, depth + 1)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool holds_what_it_declares(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (!takes_item(bytes, 1)) {
            return false;
        }
    }
    return true;
}

} // namespace xieshang::passkeys
