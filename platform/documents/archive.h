// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Guarded reading of a zip archive in memory. Only parts that are asked for are unpacked, each and
// all together within limits.h, whatever the archive states. One thread at a time; the bytes
// outlive the archive.
#pragma once

#include "platform/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

class Archive {
public:
    // Refuses what zip_directory() refuses.
    static base::Result<Archive> open(std::string_view bytes);

    Archive(Archive&&) noexcept;
    ~Archive();

    const std::vector<std::string>& names() const;
    bool has(std::string_view name) const; // capitals and small letters are one

    // Refuses
    //   documents.damaged            not there, cut off or not what was packed {part}
    //   documents.unpacks_too_large  {part, most}
    //   documents.packing            packed in a way that no word processor uses {part}
    base::Result<std::string> part(std::string_view name);

    // The same in pieces, so that a long part need not lie in memory: up to most_streamed_bytes,
    // and no further than `take` wants more.
    base::Result<void> stream(
        std::string_view name, const std::function<bool(std::string_view)>& take);

private:
    struct Opened;
    base::Result<std::uint64_t> pieces( // gives how many bytes there should be
        std::string_view name, const std::function<base::Result<bool>(std::string_view)>& take);
    explicit Archive(std::unique_ptr<Opened> opened);

    std::unique_ptr<Opened> opened_;
};

} // namespace xieshang::documents
