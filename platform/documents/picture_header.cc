// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/picture_header.h"

namespace xieshang::documents {
namespace {

using namespace std::string_view_literals;

// A number of so many bytes, the greatest first; the caller knows that they are there.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint32_t number = 0;
    for (const auto byte : bytes.substr(at, size)) {
        number = number << 8U | static_cast<unsigned char>(byte);
    }
    return number;
}

std::optional<PictureHeader> measured(PictureFormat kind, std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0) {
        return std::nullopt;
    }
    return PictureHeader{kind, width, height};
}

// Signature, then the chunk IHDR: its length, its name, width, height.
std::optional<PictureHeader> png_head(std::string_view bytes)
{
    if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") {
        return std::nullopt;
    }
    return measured(PictureFormat::png, number_at(bytes, 16, 4), number_at(bytes, 20, 4));
}

// A frame begins with SOF0 … SOF15, but for DHT, JPG and DAC, which lie among them.
bool is_frame(std::uint32_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Segments: FF, marker, length with itself. A frame's: precision, height, width.
std::optional<PictureHeader> jpeg_head(std::string_view bytes)
{
    for (std::size_t at = 2; at + 9 <= bytes.size();) {
        if (bytes[at] != '\xFF') {
            return std::nullopt;
        }
        const auto marker = number_at(bytes, at + 1, 1);
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        if (is_frame(marker)) {
            return measured(
                PictureFormat::jpeg, number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2));
        }
        const auto length = number_at(bytes, at + 2, 2);
        if (length < 2 || marker == 0xD9 || marker == 0xDA) { // end, or data without a frame
            return std::nullopt;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

} // namespace

std::optional<PictureHeader> picture_header(std::string_view bytes)
{
    return bytes.starts_with("\x89PNG\r\n\x1a\n"sv) ? png_head(bytes)
        : bytes.starts_with("\xFF\xD8"sv)           ? jpeg_head(bytes)
                                                    : std::nullopt;
}

} // namespace xieshang::documents
