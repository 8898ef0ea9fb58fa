// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/picture_header.h"

namespace xieshang::documents {
namespace {

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

// ISO/IEC 15948: the signature, then the chunk IHDR with width and height.
std::optional<PictureHeader> png_header(std::string_view bytes)
{
    if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") {
        return std::nullopt;
    }
    return PictureHeader{PictureFormat::png, big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

// The start of a frame, whichever coding it has: C0 … CF but DHT, JPG and DAC.
bool begins_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// ISO/IEC 10918-1: segments of a marker and their length, until a frame begins.
std::optional<PictureHeader> jpeg_header(std::string_view bytes)
{
    for (std::size_t at = 2; at + 9 <= bytes.size();) {
        const auto marker = big_endian(bytes, at + 1, 1);
        if (big_endian(bytes, at, 1) != 0xFF) {
            return std::nullopt;
        }
        if (marker == 0xFF) { // fills up
            ++at;
            continue;
        }
        if (begins_frame(marker)) {
            return PictureHeader{
                PictureFormat::jpeg, big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
        }
        const auto length = big_endian(bytes, at + 2, 2);
        if (length < 2 || marker == 0xDA) {
            return std::nullopt;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

} // namespace

std::optional<PictureHeader> picture_header(std::string_view bytes)
{
    const auto header = bytes.starts_with("\x89PNG\r\n\x1A\n") ? png_header(bytes)
        : bytes.starts_with("\xFF\xD8")                        ? jpeg_header(bytes)
                                                               : std::nullopt;
    return header && header->width > 0 && header->height > 0 ? header : std::nullopt;
}

} // namespace xieshang::documents
