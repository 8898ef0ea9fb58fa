// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the first bytes of a picture say of it: its format and its size. Nothing is decoded, so a
// picture of any size costs the same. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace xieshang::documents {

enum class PictureFormat : std::uint8_t { png, jpeg };

struct PictureHeader {
    PictureFormat format{};
    std::uint32_t width = 0; // pixels
    std::uint32_t height = 0;

    bool operator==(const PictureHeader&) const = default;
};

// Nothing for what is neither PNG nor JPEG, is cut off before its size, or has no pixel.
std::optional<PictureHeader> picture_header(std::string_view bytes);

} // namespace xieshang::documents
