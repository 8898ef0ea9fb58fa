// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The list of parts at the end of a zip archive, read strictly: what an honest word processor
// writes, and nothing that says one thing in the list and another in front of a part. Numbers of
// 64 bits (zip64) are read where they stand, as some programs write them for small files too.
// Nothing is unpacked. Pure, any thread, time linear in the number of parts.
#pragma once

#include "platform/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

struct ZipEntry {
    std::string name;
    std::uint16_t method{}; // 0 stored, 8 deflated
    std::uint64_t packed{};
    std::uint64_t unpacked{}; // as stated
    std::uint64_t offset{};   // of its header
};

// Refuses
//   documents.damaged              no list, cut off, or list and parts differ {part}
//   documents.encrypted            a part needs a password
//   documents.too_many_parts       {count, most}
//   documents.unpacks_too_large    states more than any honest document {part, most}
//   documents.part_name            a name that leaves the archive {part}
//   documents.part_twice           {part}
//   documents.parts_overlap        two parts share bytes {part}
//   documents.nested               an archive inside {part}
base::Result<std::vector<ZipEntry>> zip_directory(std::string_view bytes);

} // namespace xieshang::documents
