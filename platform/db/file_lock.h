// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Keeps a second program away from a database file, for as long as it lives: flock on a file beside
// it. For platform/db only.
#pragma once

#include <string>

namespace xieshang::db {

class FileLock {
public:
    // Makes the file if need be. Throws Failure: "database_in_use: …" when somebody holds it, or
    // why it cannot be made.
    explicit FileLock(const std::string& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int descriptor_;
};

} // namespace xieshang::db
