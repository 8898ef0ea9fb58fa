// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/ids.h"

#include <array>
#include <cstdint>

namespace xieshang::base {
namespace {

using Bytes = std::array<std::byte, 16>;

std::string text_of(const Bytes& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        text += digits[std::to_integer<unsigned>(bytes[i]) >> 4];
        text += digits[std::to_integer<unsigned>(bytes[i]) & 0xf];
    }
    return text;
}

std::string marked(Bytes bytes, unsigned version)
{
    bytes[6] = (bytes[6] & std::byte{0x0f}) | std::byte(version << 4);
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
    return text_of(bytes);
}

} // namespace

std::string uuid_v7(Instant at, Random& random)
{
    auto bytes = random.bytes<16>();
    for (unsigned i = 0; i < 6; ++i) {
        bytes[i] =
            static_cast<std::byte>((static_cast<std::uint64_t>(at.ms) >> (40 - 8 * i)) & 0xff);
    }
    return marked(bytes, 7);
}

std::string uuid_v4(Random& random) { return marked(random.bytes<16>(), 4); }

bool is_uuid(std::string_view text)
{
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            return false;
        }
    }
    return true;
}

} // namespace xieshang::base
