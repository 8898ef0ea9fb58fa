// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Any bytes as an archive and as an office file: each part is refused or stays within limits.h, and
// what is read out is text.
#include "platform/documents/archive.h"
#include "platform/documents/limits.h"
#include "platform/documents/sound_lines_fuzz.h"

namespace xieshang::documents {
namespace {

void unpack_all_parts(std::string_view bytes)
{
    auto archive = Archive::open(bytes);
    if (!archive) {
        return;
    }
    fuzz::expect(archive->names().size() <= most_parts);
    std::size_t unpacked = 0;
    for (const auto& name : archive->names()) {
        fuzz::expect(archive->has(name));
        if (const auto part = archive->part(name)) {
            fuzz::expect(part->size() <= most_part_bytes);
            unpacked += part->size();
        }
    }
    fuzz::expect(unpacked <= most_unpacked_bytes);
}

} // namespace
} // namespace xieshang::documents

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto bytes = xieshang::fuzz::text_of(data, size);
    xieshang::documents::unpack_all_parts(bytes);
    xieshang::documents::expect_sound_lines(bytes);
    return 0;
}
