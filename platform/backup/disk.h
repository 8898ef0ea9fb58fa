// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Files that are there, whole and synced, when a function returns. Throws std::system_error, ENOSPC
// as db::DiskFull.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::backup {

// A file that grows, with the digest of all that was written.
class NewFile {
public:
    explicit NewFile(const std::string& path); // which must not be there
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::string_view bytes);
    std::string finish(); // syncs; 64 hex digits
    std::int64_t size() const { return size_; }

private:
    void flush();

    std::string path_;
    int descriptor_;
    std::string waiting_;
    std::int64_t size_ = 0;
    void* digest_; // of OpenSSL
};

std::string digest_of_file(const std::string& path);
std::string copy_file(const std::string& from, const std::string& to); // the digest of the bytes
void sync_folder(const std::string& path);

} // namespace xieshang::backup
