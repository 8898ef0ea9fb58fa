// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the programs of bin/fuzz share: bytes as text, and an expectation that ends the program, so
// that libFuzzer keeps the bytes that broke it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::fuzz {

inline void expect(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

inline std::string_view text_of(const unsigned char* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

// As many texts as asked, divided at NUL bytes; those that are not there are empty, and the last
// one has the rest.
inline std::vector<std::string> divided(std::string_view bytes, std::size_t count)
{
    std::vector<std::string> texts;
    while (texts.size() + 1 < count) {
        texts.emplace_back(bytes.substr(0, bytes.find('\0')));
        bytes.remove_prefix(std::min(bytes.size(), texts.back().size() + 1));
    }
    texts.emplace_back(bytes);
    return texts;
}

} // namespace xieshang::fuzz
