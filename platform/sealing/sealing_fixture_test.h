// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Keys and key files for the tests of this folder.
#pragma once

#include "platform/sealing/key_file.h"
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace xieshang::sealing {

inline KeyPointer new_key(Suite suite = Suite::intl) { return Key::make(suite, {1000}); }

// Of the bytes 0 to 31.
inline Key known_key(Suite suite)
{
    std::string root(Secret::size, '\0');
    for (std::size_t i = 0; i < root.size(); ++i) {
        root[i] = static_cast<char>(i);
    }
    return {"k000000000001", suite, {0}, Secret(root)};
}

inline std::string text_in(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_text(const std::string& path, const std::string& text, mode_t mode = 0600)
{
    std::ofstream(path, std::ios::binary) << text;
    ::chmod(path.c_str(), mode);
}

// Puts a new current key into the file, beside those that are there.
inline KeyPointer rotate_file(const std::string& path, Suite suite = Suite::intl)
{
    auto key = new_key(suite);
    change_key_file(path, [&](Keys& keys) -> base::Result<void> {
        keys.all.push_back(key);
        keys.current = key->id();
        return {};
    }).value();
    return key;
}

} // namespace xieshang::sealing
