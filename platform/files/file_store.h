// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Original files, kept under the SHA-256 of their bytes: <folder>/ab/abcdef…. A file is written and
// synced before the row that names it is committed, so a committed name always has its bytes; a
// file without a row is harmless. Any thread. Throws std::system_error (ENOSPC as db::DiskFull).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::files {

class FileStore {
public:
    explicit FileStore(std::string folder);   // makes the folder
    std::string keep(std::string_view bytes); // 64 hex digits; the same bytes are kept once
    // For sending. Throws std::invalid_argument when it is no digest, as has() and read() do.
    std::string path_of(std::string_view sha256) const;
    bool has(std::string_view sha256) const;
    std::string read(std::string_view sha256) const; // throws std::system_error when absent

private:
    std::string folder_;
};

} // namespace xieshang::files
