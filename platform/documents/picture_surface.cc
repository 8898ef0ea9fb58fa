// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/picture_surface.h"

#include "platform/documents/official_layout.h"
#include "platform/documents/picture_header.h"

#include <algorithm>
#include <string_view>
#include <turbojpeg.h>
#include <type_traits>

namespace xieshang::documents::press {
namespace {

cairo_status_t take(void* rest, unsigned char* data, unsigned int length)
{
    auto& bytes = *static_cast<std::string_view*>(rest);
    if (bytes.size() < length) {
        return CAIRO_STATUS_READ_ERROR;
    }
    std::copy_n(bytes.begin(), length, data);
    bytes.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

Surface sound(Surface surface)
{
    return ::cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS ? std::move(surface)
                                                                         : Surface{};
}

Surface png_surface(std::string_view bytes)
{
    return sound(Surface(::cairo_image_surface_create_from_png_stream(take, &bytes)));
}

struct Ended {
    void operator()(void* handle) const { ::tjDestroy(handle); }
};

Surface jpeg_surface(const std::string& bytes, const PictureHeader& head)
{
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto width = static_cast<int>(head.width);
    const auto height = static_cast<int>(head.height);
    const std::unique_ptr<void, Ended> reader(::tjInitDecompress());
    auto surface = sound(Surface(::cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)));
    if (!reader || !surface) {
        return {};
    }
    ::cairo_surface_flush(surface.get());
    if (::tjDecompress2(reader.get(), data, bytes.size(),
            ::cairo_image_surface_get_data(surface.get()), width,
            ::cairo_image_surface_get_stride(surface.get()), height, TJPF_BGRX, 0)
        != 0) {
        return {};
    }
    ::cairo_surface_mark_dirty(surface.get());
    ::cairo_surface_set_mime_data(
        surface.get(), CAIRO_MIME_TYPE_JPEG, data, bytes.size(), nullptr, nullptr);
    return surface;
}

} // namespace

Surface picture_surface(const std::string& bytes)
{
    const auto head = picture_header(bytes);
    if (!head || std::uint64_t{head->width} * head->height > most_drawn_pixels) {
        return {};
    }
    return head->format == PictureFormat::png ? png_surface(bytes) : jpeg_surface(bytes, *head);
}

} // namespace xieshang::documents::press
