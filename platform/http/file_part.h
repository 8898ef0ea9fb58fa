// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which bytes of a file an answer sends: all, or the one part a Range header asks for (RFC 9110
// §14).
#pragma once

#include "platform/http/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace xieshang::http {

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();

    int number() const { return number_; } // -1: none
    int release() { return std::exchange(number_, -1); }

private:
    int number_;
};

struct FilePart {
    Descriptor descriptor; // open
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

// Opens response.file_path and sets status and headers for the part. Nothing when there is no such
// plain file; a part of size 0 and status 416 when the range lies outside. Several ranges, other
// units and If-Range get the whole file.
std::optional<FilePart> open_part(const Request& request, Response& response);

} // namespace xieshang::http
