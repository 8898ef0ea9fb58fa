// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A file's bytes for a command that reads it once and whole, also of many gigabytes and from a
// pipe: what is a file on a disk is mapped, anything else is read. Who shortens a mapped file
// meanwhile ends the program (SIGBUS).
#pragma once

#include "platform/base/result.h"

#include <string>
#include <string_view>

namespace xieshang::app {

class InputFile {
public:
    // "-" is standard input. cli.no_file {file, reason}. Throws std::bad_alloc when a pipe has more
    // than the memory holds.
    static base::Result<InputFile> open(const std::string& path);
    ~InputFile();
    InputFile(InputFile&& other) noexcept;
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    InputFile& operator=(InputFile&&) = delete;

    std::string_view bytes() const;
    // The memory of the first so many bytes is not needed for now. They stay valid: what is looked
    // at again comes from the disk again.
    void let_go(std::size_t bytes) const;

private:
    InputFile() = default;

    void* mapped_ = nullptr;
    std::size_t mapped_bytes_ = 0;
    std::string read_;
};

} // namespace xieshang::app
