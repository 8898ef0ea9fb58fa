// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Zip archives made byte by byte, so that tests can make such as no honest program writes: parts
// that overlap, stand twice, lie about their size, or go on for ever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::tests {

struct ZipPart {
    std::string name;
    std::string content;
    std::size_t repeats = 1; // how often the content stands there
    bool deflates = true;
    std::uint16_t flags = 0;
    std::uint64_t stated_bytes = UINT32_MAX; // unpacked; UINT32_MAX: the truth
    int shares_with = -1;                    // the part whose bytes this one points to
};

std::string zip_of(const std::vector<ZipPart>& parts);

// The same with zip64: all numbers have 64 bits, however small they are.
std::string zip64_of(const std::vector<ZipPart>& parts);

// Its longer end record and the locator behind it: 76 bytes in front of the last 22.
inline constexpr std::size_t long_end_bytes = 76;

} // namespace xieshang::tests
