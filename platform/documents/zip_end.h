// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The end record of a zip archive, with the longer one of zip64 when there is one. Pure.
#pragma once

#include "platform/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace xieshang::documents {

// Little-endian; the bytes are there.
std::uint64_t zip_number(std::string_view bytes, std::size_t at, std::size_t length);

struct ZipEnd {
    std::size_t count{}; // of parts
    std::size_t begin{}; // of the list
    std::size_t end{};
};

// Refuses
//   documents.damaged         none, or it does not fit the archive or its longer one {part: "zip"}
//   documents.too_many_parts  {count, most}
base::Result<ZipEnd> find_zip_end(std::string_view bytes);

} // namespace xieshang::documents
