// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a picture's first bytes say of it, before anything is unpacked. Never trusts a length; any
// bytes are fine. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace xieshang::documents {

enum class PictureFormat : std::uint8_t { png, jpeg };

struct PictureHeader {
    PictureFormat format{};
    std::uint32_t width = 0; // pixels, at least one
    std::uint32_t height = 0;

    bool operator==(const PictureHeader&) const = default;
};

// Nothing: neither PNG nor JPEG, or cut off before its measures.
std::optional<PictureHeader> picture_header(std::string_view bytes);

} // namespace xieshang::documents
